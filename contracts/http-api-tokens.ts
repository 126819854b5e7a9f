import { z } from 'zod';

const boundMember = z.strictObject({ documentId: z.string(), name: z.string().nullable(), status: z.string().nullable() });

const apiToken = z.strictObject({
  documentId: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  /** `content-api` speaks at the API's door, `admin` at the panel's, for its owner. */
  kind: z.enum(['content-api', 'admin']),
  /** Of a token of the content API. A full-access one is the system. */
  type: z.enum(['read-only', 'full-access', 'custom']).nullable(),
  lastUsedAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  /** The member who owns a token of the panel. */
  owner: z.strictObject({ documentId: z.string(), name: z.string() }).nullable(),
  /** For whom it acts on governed types; null for nobody. A member whose name is null is gone, and the token with him. */
  binding: z.strictObject({ member: boundMember.nullable(), role: z.string().nullable() }).nullable(),
});

/** `GET /roster/api-tokens` (panel): never a key. */
export const apiTokensResponse = z.strictObject({ data: z.array(apiToken) });

export type ApiTokenInfo = z.infer<typeof apiToken>;
