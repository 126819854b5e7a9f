import { z } from 'zod';

const person = z.strictObject({
  documentId: z.string(),
  /** null for somebody who is gone. */
  name: z.string().nullable(),
  status: z.string().nullable(),
});

const owners = z.strictObject({ owner: person.nullable(), coOwners: z.array(person) });

/** `GET …/roster/records/:type/:documentId/owner`, and what every change of owners answers. */
export const ownersResponse = z.strictObject({ data: owners });

/** `POST …/roster/records/:type/owners`: who owns many records at once; those that one does not see are not there. */
export const ownersOfManyResponse = z.strictObject({ data: z.record(z.string(), owners) });

/** `GET /roster/records/:type/owners` (panel): who owns or helps with records of the type that one sees, by name. */
export const holdersResponse = z.strictObject({ data: z.array(person) });

/** `PUT …/roster/records/:type/owners`: how many records changed hands. */
export const changeOwnersResponse = z.strictObject({ data: z.strictObject({ changed: z.number() }) });

/** `GET …/roster/candidates`: who may own records, by name, with the size of each book. */
export const candidatesResponse = z.strictObject({ data: z.array(z.strictObject({ documentId: z.string(), name: z.string(), email: z.string(), book: z.number() })) });

const change = z.strictObject({
  at: z.string(),
  /** A co-owner comes (`to`) or goes (`from`). */
  seat: z.enum(['owner', 'co-owner']),
  from: person.nullable(),
  to: person.nullable(),
  /** `manual`, `creation`, `rule`, `rotation`, `rebalance`, `import` or `backfill`. */
  source: z.string(),
  /** The rule as it was called then. */
  rule: z.strictObject({ documentId: z.string(), name: z.string() }).nullable(),
  /** The conditions that held, and the values that they looked at. */
  reasons: z.array(z.strictObject({ field: z.string(), operator: z.string(), expected: z.unknown(), actual: z.unknown() })),
  /** On whose word: a member, the system, a token. */
  by: z.strictObject({ kind: z.string(), name: z.string().nullable() }),
  note: z.string().nullable(),
});

/** `GET …/roster/records/:type/:documentId/history`: who owned the record when, and why; newest first, a hundred at most. */
export const historyResponse = z.strictObject({ data: z.array(change) });

export type Person = z.infer<typeof person>;
export type Owners = z.infer<typeof owners>;
export type OwnersOfMany = z.infer<typeof ownersOfManyResponse>['data'];
export type Candidate = z.infer<typeof candidatesResponse>['data'][number];
export type OwnerChange = z.infer<typeof change>;
