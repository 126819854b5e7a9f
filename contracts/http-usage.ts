import { z } from 'zod';

const day = z.iso.date('is not a date, YYYY-MM-DD');

/**
 * `GET /roster/usage` (panel): how often members, and API tokens with a role of their own, used which cells of the
 * matrix, by day (UTC). Several filters hold together.
 *
 * - `member`: documentId of the member who did it, by himself or through a token.
 * - `feature`: key of a feature.
 * - `from`, `to`: days, both of them included.
 */
export const usageQuery = z.strictObject({
  member: z.string().min(1).max(32).optional(),
  feature: z.string().min(1).max(64).optional(),
  from: day.optional(),
  to: day.optional(),
  pageSize: z.coerce.number().int().min(1).max(1_000).default(100),
  /** What the page before this one said in `older`. */
  before: z.string().regex(/^[1-9]\d{0,9}$/, 'is not a cursor that this list has given out').optional(),
});

export const usageResponse = z.strictObject({
  /** Newest first: what began to be counted last. */
  data: z.array(
    z.strictObject({
      /** documentId of the member; null for a token with a role of its own. */
      member: z.string().nullable(),
      /** documentId of that token; null for a member. */
      token: z.string().nullable(),
      feature: z.string(),
      action: z.string(),
      day: z.string(),
      /** Requests that read or were let in, and records that were written. */
      count: z.number(),
    }),
  ),
  meta: z.strictObject({
    pagination: z.strictObject({
      pageSize: z.number(),
      /** What to send as `before` for the page behind this one. */
      older: z.string().nullable(),
    }),
  }),
});

export type UsageFilters = Omit<z.output<typeof usageQuery>, 'pageSize' | 'before'>;
export type UsageQuery = z.input<typeof usageQuery>;
export type UsagePage = z.infer<typeof usageResponse>;
