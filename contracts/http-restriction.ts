import { z } from 'zod';
import { RESTRICTIONS } from './http-members';

/** `GET …/roster/members/:documentId/restriction`: which restriction is looked at. */
export const restrictionQuery = z.strictObject({ restriction: z.enum(RESTRICTIONS) });

/** What a restriction would open up to a member, or close: how many records of each type he sees now, and how many under it. */
export const restrictionResponse = z.strictObject({
  data: z.array(
    z.strictObject({
      /** uid of a type whose records he may view at all. */
      type: z.string(),
      displayName: z.string(),
      now: z.number(),
      then: z.number(),
    }),
  ),
});

export type Opening = z.infer<typeof restrictionResponse>['data'][number];
