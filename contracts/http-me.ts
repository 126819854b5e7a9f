import { z } from 'zod';
import { RESTRICTIONS } from './http-members';
import { SCOPES } from './scopes';

const me = z.strictObject({
  /** null for an API token that acts with a role and for nobody. */
  member: z.strictObject({ documentId: z.string(), name: z.string(), email: z.string() }).nullable(),
  roles: z.array(z.string()),
  /** Keys of one's territories. */
  territories: z.array(z.string()),
  /** How far `all` reaches, where it is about records and what hangs on them. */
  restriction: z.enum(RESTRICTIONS),
  /** Governed content types, by uid: which feature's actions decide over their records. */
  types: z.record(z.string(), z.strictObject({ feature: z.string(), kind: z.enum(['record', 'detail', 'run', 'personal', 'definition']), owns: z.boolean() })),
  /** Scopes by feature and action; what is not allowed is not there. */
  permissions: z.record(z.string(), z.record(z.string(), z.array(z.enum(SCOPES)))),
});

/** `GET …/roster/me`: who one is to the team, and what one may do. */
export const meResponse = z.strictObject({ data: me });

export type Me = z.infer<typeof me>;
