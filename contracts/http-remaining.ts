import { z } from 'zod';

/** `GET …/roster/members/:documentId/access`: what a member has besides his role, which a change of it leaves with him. */
export const remainingResponse = z.strictObject({
  data: z.strictObject({
    /** Records that are shared with him now. */
    shares: z.number(),
    /** Records that he helps with. */
    coOwned: z.number(),
    /** Records that he owns. A rebalance moves them. */
    owned: z.number(),
    /** Keys of his territories. */
    territories: z.array(z.string()),
    /** Grants that nobody gave by hand: an identity provider takes them away. */
    grants: z.array(z.strictObject({ role: z.string(), source: z.string(), endsAt: z.string().nullable() })),
    /** Projects that he is in. There are none yet. */
    memberships: z.array(z.string()),
  }),
});

/** `POST …/roster/members/:documentId/access/removals`: how many of each were taken away. */
export const removedResponse = z.strictObject({ data: z.strictObject({ shares: z.number(), coOwned: z.number(), territories: z.number() }) });

export type RemainingInfo = z.infer<typeof remainingResponse>['data'];
export type RemovedInfo = z.infer<typeof removedResponse>['data'];

/** `POST …/roster/members/changes`: what became of each, in their order. */
export const changedMembersResponse = z.strictObject({
  data: z.array(
    z.strictObject({
      documentId: z.string(),
      /** null: as it was to be. */
      refused: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
});

export type ChangedMember = z.infer<typeof changedMembersResponse>['data'][number];
