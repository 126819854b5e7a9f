import { z } from 'zod';

/** An entry's place in the log. Only the server reads it. */
const cursor = z.string().regex(/^[1-9]\d{0,17}$/, 'is not a cursor that this log has given out');

/**
 * `GET /roster/audit` (panel). A page is named by its neighbour, not by a number: entries that are
 * written meanwhile move nothing, and the last page costs what the first one does.
 */
export const auditQuery = z
  .strictObject({
    pageSize: z.coerce.number().int().min(1).max(100).default(25),
    /** Older than this one. */
    before: cursor.optional(),
    /** Newer than this one. */
    after: cursor.optional(),
  })
  .refine(({ before, after }) => before === undefined || after === undefined, {
    message: 'give before or after, not both',
    path: ['after'],
  });

const entry = z.strictObject({
  eventId: z.string(),
  occurredAt: z.string(),
  /** A key of AUDIT_ACTIONS; an entry of a newer version may have another one. */
  action: z.string(),
  outcome: z.string(),
  actor: z.strictObject({
    /** `member`, `system`, `token` (one with a role of its own) or `nobody`. */
    kind: z.string(),
    member: z.string().nullable(),
    name: z.string().nullable(),
    /** The API token through which it was done. A token whose name is null is gone. */
    token: z.strictObject({ documentId: z.string(), name: z.string().nullable() }).nullable(),
  }),
  /** `typeName` for a content type, `name` for a member or an API token; else null. */
  target: z.strictObject({ type: z.string(), typeName: z.string().nullable(), id: z.string(), name: z.string().nullable() }),
});

export const auditResponse = z.strictObject({
  /** Newest first. */
  data: z.array(entry),
  meta: z.strictObject({
    pagination: z.strictObject({
      pageSize: z.number(),
      /** What to send as `after` for the page before this one, as `before` for the page behind it. */
      newer: z.string().nullable(),
      older: z.string().nullable(),
    }),
  }),
});

export type AuditQuery = z.input<typeof auditQuery>;
export type AuditPage = z.infer<typeof auditResponse>;
export type AuditEntryInfo = z.infer<typeof entry>;
