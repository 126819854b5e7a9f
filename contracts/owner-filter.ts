import { z } from 'zod';

/**
 * The parameters by which a list of the Content Manager is filtered: `?roster[owner]=…` by a member who owns,
 * or `nobody`; `?roster[book]=…` by a member who owns or helps, or `mine`. Members by their documentId.
 */
export const ownerFilter = z.strictObject({
  roster: z.strictObject({ owner: z.string().min(1).max(32).optional(), book: z.string().min(1).max(32).optional() }),
});

export type OwnerFilter = z.infer<typeof ownerFilter>['roster'];
