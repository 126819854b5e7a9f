import { z } from 'zod';

const person = z.strictObject({
  /** `member`, `apiUser`, `panelUser` or `token`. */
  kind: z.string(),
  documentId: z.string(),
  /** null for somebody who is gone. */
  name: z.string().nullable(),
});

const loss = z.strictObject({
  /** Keys of the roles that decided, or `public`, `non-member`. */
  role: z.string(),
  /** Method and path, with the names of its parameters. */
  route: z.string(),
  action: z.string(),
  /** The error that the request would have got; NOT_FOUND where records would not have been there. */
  code: z.string(),
  requests: z.number(),
  /** The most records that a single answer would have lacked. */
  records: z.number(),
  people: z.array(person),
  lastAt: z.string(),
});

const observedType = z.strictObject({
  /** null for routes that are bound to a cell. */
  type: z.strictObject({ uid: z.string(), displayName: z.string() }).nullable(),
  feature: z.string(),
  mode: z.enum(['off', 'observe', 'enforce']),
  /** How many different people would lose something. Whoever is not signed in is nobody. */
  people: z.number(),
  losses: z.array(loss),
});

/** `GET /roster/observations` (panel): who would lose what if the observed bindings were enforced. */
export const observationsResponse = z.strictObject({ data: z.array(observedType) });

export type ObservedType = z.infer<typeof observedType>;
export type ObservedLoss = z.infer<typeof loss>;
