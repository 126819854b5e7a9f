import { z } from 'zod';

/** Records that an invitation can carry. */
const MOST_RECORDS = 200;

/** An address as an invitation takes it. */
export const email = z.string().trim().max(191).pipe(z.email({ message: 'This is no e-mail address.' }));

/** An IANA time zone, `Europe/Madrid`. */
const timezone = z.string().max(64).refine(
  (zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  },
  { message: 'This is no IANA time zone, like Europe/Madrid.' },
);

/** A language tag (BCP 47), `es` or `pt-BR`. */
const language = z.string().max(16).regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: 'This is no language tag, like es or pt-BR.' });

/** bcrypt reads 72 bytes; what is longer would be cut in silence. */
const MOST_BYTES = 72;

/** In UTF-8. Half of a pair of surrogates has no length there. */
const bytesOf = (text: string): number => {
  try {
    return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, '.').length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
};

/** The host's own rules for passwords of its panel, and its hash's limit. */
const password = z
  .string()
  .min(8, { message: 'Eight characters at least.' })
  .regex(/[a-z]/, { message: 'One small letter at least.' })
  .regex(/[A-Z]/, { message: 'One capital letter at least.' })
  .regex(/\d/, { message: 'One digit at least.' })
  .refine((text) => bytesOf(text) <= MOST_BYTES, { message: `${MOST_BYTES} bytes at most.` });

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
