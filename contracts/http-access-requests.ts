import { z } from 'zod';

/**
 * How a request stands: nobody has answered it yet; granted until its end; refused; taken back by whoever asked; ended
 * before its time by whoever may answer it; over, since its end has come or nobody answered for thirty days.
 */
export const ACCESS_REQUEST_STATUSES = ['open', 'approved', 'declined', 'withdrawn', 'revoked', 'over'] as const;
export type AccessRequestStatus = (typeof ACCESS_REQUEST_STATUSES)[number];

/** Characters of a reason, and of the word that comes with an answer. */
export const LONGEST_WORD = 500;

const endsAt = z.iso.datetime({ offset: true });
const word = z.string().trim().max(LONGEST_WORD);

/** `POST …/roster/me/access-requests`: a role besides one's own, or a record to look at; why, and until when. */
export const askForAccessRequest = z.strictObject({
  wanted: z.union([
    /** Key of a role. */
    z.strictObject({ role: z.string().min(1).max(64) }),
    /** uid of a content type, and documentId of a record. */
    z.strictObject({ type: z.string().min(1).max(191), record: z.string().min(1).max(64) }),
  ]),
  reason: word.min(1),
  endsAt,
});

/** `POST …/roster/access-requests/:request/approve`: until when, where that is not what was asked for. */
export const approveAccessRequest = z.strictObject({ endsAt: endsAt.optional(), note: word.optional() });

/** `POST …/roster/access-requests/:request/decline`. */
export const declineAccessRequest = z.strictObject({ note: word.optional() });

const person = z.strictObject({
  documentId: z.string(),
  /** null for somebody who is gone. */
  name: z.string().nullable(),
});

const accessRequest = z.strictObject({
  documentId: z.string(),
  /** Who asks. */
  member: person,
  /** The role that is asked for, with its label by language; null where a record is. */
  role: z.strictObject({ key: z.string(), label: z.record(z.string(), z.string()) }).nullable(),
  /** The record that is asked for; its title for who sees it, else null. */
  record: z.strictObject({ type: z.string(), displayName: z.string(), documentId: z.string(), title: z.string().nullable() }).nullable(),
  reason: z.string(),
  /** Until when it is asked for, or granted. */
  endsAt: z.string(),
  status: z.enum(ACCESS_REQUEST_STATUSES),
  /** What whoever answered it said. */
  note: z.string().nullable(),
  answeredBy: person.nullable(),
  answeredAt: z.string().nullable(),
  createdAt: z.string(),
});

/** What every change of a request answers. */
export const accessRequestResponse = z.strictObject({ data: accessRequest });

/** `GET …/roster/access-requests`: those that one may answer or end, the newest first. */
export const accessRequestsResponse = z.strictObject({ data: z.array(accessRequest) });

/** `GET …/roster/me/access-requests`: one's own, the newest first, and what else could be asked for. */
export const myAccessRequestsResponse = z.strictObject({
  data: z.array(accessRequest),
  meta: z.strictObject({
    roles: z.array(z.strictObject({ key: z.string(), label: z.record(z.string(), z.string()) })),
    /** Content types whose records can be shared. */
    types: z.array(z.strictObject({ type: z.string(), displayName: z.string() })),
  }),
});

export type AskForAccess = z.output<typeof askForAccessRequest>;
export type AccessRequestInfo = z.infer<typeof accessRequest>;
export type MyAccessRequests = z.infer<typeof myAccessRequestsResponse>;
