import { z } from 'zod';

/** `PUT /api/roster/matrix`: the cells to change, all or none. */
export const changeCellsRequest = z.strictObject({
  cells: z
    .array(z.strictObject({ role: z.string(), feature: z.string(), action: z.string(), scope: z.string() }))
    .min(1)
    .max(5_000),
});

/** `PUT /api/roster/records/:type/:documentId/owner`: documentId of a member, or null for nobody. */
export const changeOwnerRequest = z.strictObject({ owner: z.string().min(1).nullable() });

/** `POST /api/roster/records/:type/:documentId/co-owners`: documentId of a member. */
export const addCoOwnerRequest = z.strictObject({ coOwner: z.string().min(1) });
