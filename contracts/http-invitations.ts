import { z } from 'zod';
import { emailAddress, language, password, picture, timezone } from './person';

/** Records that an invitation can carry. */
const MOST_RECORDS = 200;

/** An address as an invitation takes it. */
export const email = emailAddress;

/** `POST …/roster/invitations`: who is asked to join, and what he gets when he does. */
export const inviteRequest = z.strictObject({
  email,
  /** Key. */
  role: z.string().min(1),
  /** Until when the role counts; without, until it is taken away. */
  endsAt: z.iso.datetime({ offset: true }).nullable().optional(),
  /** Keys. */
  territories: z.array(z.string().min(1)).max(100).optional(),
  /** Records that are his from then on. */
  book: z.array(z.strictObject({ type: z.string().min(1), record: z.string().min(1) })).max(MOST_RECORDS).optional(),
  /** Of the mail; without it, that of the site. */
  language: language.optional(),
});

export const INVITATION_STATUSES = ['pending', 'expired', 'accepted', 'revoked'] as const;

/** `GET …/roster/invitations`: newest first. */
export const invitationsQuery = z.strictObject({
  status: z.enum(INVITATION_STATUSES).optional(),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

const invitation = z.strictObject({
  documentId: z.string(),
  email: z.string(),
  /** documentId of the member that he is, or was to be. */
  member: z.string(),
  role: z.string(),
  /** How many records come with it. */
  book: z.number(),
  status: z.enum(INVITATION_STATUSES),
  /** null: the site itself. */
  invitedBy: z.strictObject({ documentId: z.string(), name: z.string().nullable(), status: z.string().nullable() }).nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  /** When the last mail left; null where it did not. */
  sentAt: z.string().nullable(),
  /** Why it did not. */
  mailError: z.string().nullable(),
  /** Whether it is still to leave, for the first time or once more. */
  isMailWaiting: z.boolean(),
});

export const invitationsResponse = z.strictObject({
  data: z.array(invitation),
  meta: z.strictObject({ pagination: z.strictObject({ page: z.number(), pageSize: z.number(), pageCount: z.number(), total: z.number() }) }),
});

const token = z.string().min(20).max(200);

/** `POST …/roster/invitations/preview` (public): what a link is for. Takes nothing away from it. */
export const previewInvitationRequest = z.strictObject({ token });

export const previewInvitationResponse = z.strictObject({
  data: z.strictObject({
    email: z.string(),
    role: z.strictObject({ key: z.string(), label: z.record(z.string(), z.string()) }),
    /** Where he will sign in. */
    doors: z.strictObject({ panel: z.boolean(), api: z.boolean() }),
    /** Whether he has a user at each of these doors already, and needs no password. */
    hasAccount: z.boolean(),
    /** Whether a mailed link signs him in at each of these doors, so that a password is his to choose. */
    isPasswordOptional: z.boolean(),
    invitedBy: z.string().nullable(),
    language: z.string().nullable(),
    expiresAt: z.string(),
  }),
});

/** `POST …/roster/invitations/accept` (public): completes the profile, and opens the doors. */
export const acceptInvitationRequest = z.strictObject({
  token,
  name: z.string().trim().min(1).max(255),
  timezone,
  language,
  /** Where a user of the site is to be made. Who has one already keeps his own password. */
  password: password.optional(),
  picture: picture.optional(),
});

export const acceptInvitationResponse = z.strictObject({
  data: z.strictObject({ email: z.string(), doors: z.strictObject({ panel: z.boolean(), api: z.boolean() }) }),
});

export type InviteRequest = z.infer<typeof inviteRequest>;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];
export type InvitationsQuery = z.output<typeof invitationsQuery>;
export type InvitationInfo = z.infer<typeof invitation>;
export type InvitationsPage = z.infer<typeof invitationsResponse>;
export type InvitationPreview = z.infer<typeof previewInvitationResponse>['data'];
export type AcceptInvitation = z.infer<typeof acceptInvitationRequest>;
export type JoinedInfo = z.infer<typeof acceptInvitationResponse>['data'];
