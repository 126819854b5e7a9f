import { z } from 'zod';

const page = z.url({ protocol: /^https?$/ });

/**
 * How people get in besides by an invitation and a password. What is on, the panel says: all of it is off at first.
 *
 * - `joinUrl`: where the mail to whoever joins by his domain leads, with the secret behind `#`. Without it, the panel's
 *   own page under the host's `admin.absoluteUrl`.
 * - `signInUrl`: the page of the site's app where a mailed link signs in to the API. Without it, links sign in to the panel alone.
 * - `linkMinutes`: how long a link to sign in works.
 * - `joinHours`: how long a link to join works.
 *
 * @default joinUrl the panel; no signInUrl; 10 minutes; 24 hours
 */
const waysIn = z.strictObject({
  joinUrl: page.optional(),
  signInUrl: page.optional(),
  linkMinutes: z.number().int().min(1).max(60).optional(),
  joinHours: z.number().int().min(1).max(168).optional(),
});

export const waysInConfig = { waysIn: waysIn.optional() } as const;

export type WaysInConfig = z.output<typeof waysIn>;
