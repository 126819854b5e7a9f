import { z } from 'zod';

/**
 * What is a member's own.
 *
 * - `emailUrl`: where the mail to a new address leads, with the secret behind `#`; the page there posts it to
 *   `…/roster/email/confirm`. Without it, the panel's own page under the host's `admin.absoluteUrl`.
 * - `organisation`: what the site is called where members see where they belong; without it, the name of its package.
 *
 * @default emailUrl the panel; organisation the name of the site's package
 */
const account = z.strictObject({
  emailUrl: z.url({ protocol: /^https?$/ }).optional(),
  organisation: z.string().trim().min(1).max(191).optional(),
});

export const accountConfig = { account: account.optional() } as const;

export type AccountConfig = z.output<typeof account>;
