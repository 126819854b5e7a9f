import { z } from 'zod';

/** What a site may say in its own words: the parts of the mail, and what it is about. */
export interface InvitationMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface InvitationMailContext {
  readonly email: string;
  /** Where he accepts. It holds the secret: never log it. */
  readonly link: string;
  /** Who asks him; null: nobody in particular. */
  readonly invitedBy: string | null;
  /** The role's label in the language of the mail. */
  readonly role: string;
  readonly language: string;
  /** Until when the link works. */
  readonly expiresAt: Date;
}

const mail = z.custom<(context: InvitationMailContext) => InvitationMail>((value) => typeof value === 'function', { message: 'expected a function' });

/**
 * How people join, and what the team is warned of.
 *
 * - `url`: where an invited person is led; the secret is appended behind `#`, which no server sees. Without it, the
 *   panel's own page under the host's `admin.absoluteUrl`. Sites with their own front end say its page.
 * - `invitationDays`: how long a link works, in days.
 * - `invitationsPerDay`: how many invitations one member, or one API token, sends on a day (UTC), those sent again included.
 * - `language`: of mails to those of whom no language is known (BCP 47).
 * - `mail`: makes the mail of an invitation, in place of the plugin's own.
 * - `adminsWarnAbove`: with more admins than this, the Team page says that they are many.
 * - `reminderDays`: how many days before a role ends its member gets a mail, and the Team page says so; 0 for never.
 *
 * @default url the panel; 7 days; 20,000 a day; language en; adminsWarnAbove 5; reminderDays 7
 */
const team = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).optional(),
  invitationDays: z.number().int().min(1).max(90).optional(),
  invitationsPerDay: z.number().int().min(1).max(1_000_000).optional(),
  language: z.string().min(2).max(16).optional(),
  mail: mail.optional(),
  adminsWarnAbove: z.number().int().min(1).max(1_000).optional(),
  reminderDays: z.number().int().min(0).max(90).optional(),
});

export const teamConfig = { team: team.optional() } as const;

export type TeamConfig = z.output<typeof team>;
