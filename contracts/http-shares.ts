import { z } from 'zod';

const share = z.strictObject({
  /** documentId of the member with whom the record is shared. */
  documentId: z.string(),
  /** null for somebody who is gone. */
  name: z.string().nullable(),
  status: z.string().nullable(),
  /** The share counts before this moment; null for one without an end. */
  endsAt: z.string().nullable(),
});

/** `GET …/roster/records/:type/:documentId/shares`, and what every change of shares answers: those that count now. */
export const sharesResponse = z.strictObject({ data: z.array(share) });

/** `GET …/roster/records/:type/:documentId/shares/candidates`: who could be shown the record, by name, for whoever may share it. */
export const shareCandidatesResponse = z.strictObject({ data: z.array(z.strictObject({ documentId: z.string(), name: z.string() })) });

export type ShareInfo = z.infer<typeof share>;
export type ShareCandidate = z.infer<typeof shareCandidatesResponse>['data'][number];
