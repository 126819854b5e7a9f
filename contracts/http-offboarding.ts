import { z } from 'zod';
import { STATUSES } from './http-members';

/** What of one type is a member's. */
const book = z.strictObject({
  /** uid of the type. */
  type: z.string(),
  displayName: z.string(),
  /** Records that he owns: in limbo without him. */
  owned: z.number(),
  /** Records that he helps with. */
  helps: z.number(),
  /** Records that are shared with him now. */
  shared: z.number(),
  /** The attribute that says what a record is worth, and the sum over those that he owns; null where none is bound. */
  field: z.string().nullable(),
  value: z.number().nullable(),
  /** Records that were taken from him since he was deactivated: they do not come back with him. */
  movedAway: z.number(),
});

/** `GET …/roster/members/:documentId/offboarding`: what it means that a member leaves, or comes back. */
export const offboardingResponse = z.strictObject({
  data: z.strictObject({
    member: z.strictObject({ documentId: z.string(), name: z.string(), status: z.enum(STATUSES) }),
    /** The roles that decide when he is active. */
    roles: z.array(z.string()),
    /** Types of which anything is his, or was. */
    books: z.array(book),
    /** What goes on without him, or stops with him. */
    pending: z.strictObject({
      /** Invitations that he has sent and nobody has accepted yet: their links go on working. */
      invitations: z.number(),
      /** API tokens that act for him: they are refused as he is. */
      apiTokens: z.number(),
      /** Rules that give records to him: they pass over him. */
      rules: z.number(),
    }),
  }),
});

const confirmation = z.strictObject({
  data: z.strictObject({
    /** Confirms once, for whoever asked and for this member alone. */
    token: z.string(),
    expiresAt: z.string(),
    /** What will be wiped. */
    summary: offboardingResponse.shape.data,
  }),
});

/** `POST …/roster/members/:documentId/deletion`: the first confirmation. It takes nothing. */
export const askDeletionRequest = z.strictObject({}).optional();
export const askDeletionResponse = confirmation;

const REASON = { least: 10, most: 500 } as const;

/** `POST …/roster/members/:documentId/deletion/confirm`: the second. */
export const confirmDeletionRequest = z.strictObject({
  /** What the first confirmation answered with. */
  token: z.string().min(1).max(200),
  /** The member's address, typed out. */
  email: z.string().min(1).max(254),
  /** Why the law asks for it. It stays in the audit log, so it names the request and not the person. */
  reason: z.string().trim().min(REASON.least, { message: `${REASON.least} characters at least.` }).max(REASON.most, { message: `${REASON.most} characters at most.` }),
});

export type Offboarding = z.infer<typeof offboardingResponse>['data'];
export type BookLeft = Offboarding['books'][number];
export type DeletionAsked = z.infer<typeof askDeletionResponse>['data'];
export type ConfirmDeletion = z.infer<typeof confirmDeletionRequest>;
