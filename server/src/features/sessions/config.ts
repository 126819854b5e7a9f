import { z } from 'zod';

const budget = z.strictObject({ attempts: z.number().int().min(1).max(1_000_000), minutes: z.number().int().min(1).max(1440) });

const budgets = z.strictObject({ account: budget.optional(), address: budget.optional(), global: budget.optional() });

/**
 * How often may be tried what could be guessed, or what sends a mail; for each account, for each address (IPv6: for each
 * /64), and for all together. What is left out stays as it is.
 *
 * - `signIn`: a name with a password.
 * - `password`: the password again, by somebody who is signed in.
 * - `mail`: a mail with a link, as of a forgotten password.
 * - `link`: what such a link holds.
 * - `registration`: new users.
 *
 * @default signIn and password: 10 an account and 60 an address in 15 minutes; mail: 3 and 20 in 15 minutes; link: 10 an address in a minute; registration: 20 an address in 15 minutes
 */
const limits = z.strictObject({
  signIn: budgets.optional(),
  password: budgets.optional(),
  mail: budgets.optional(),
  link: budgets.optional(),
  registration: budgets.optional(),
});

export type LimitsConfig = z.output<typeof limits>;

/**
 * How long what a session has proved is good for.
 *
 * - `stepUpMinutes`: for so long after a password, a second factor or a sign-in by an identity provider, what is
 *   sensitive is open; then the password is asked for once more.
 *
 * @default stepUpMinutes 15
 */
const sessions = z.strictObject({ stepUpMinutes: z.number().int().min(1).max(720).optional() });

export const sessionsConfig = { limits: limits.optional(), sessions: sessions.optional() } as const;

export type SessionsConfig = z.output<typeof sessions>;
