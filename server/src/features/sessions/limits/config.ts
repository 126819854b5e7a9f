import { z } from 'zod';

const budget = z.strictObject({ attempts: z.number().int().min(1).max(1_000_000), minutes: z.number().int().min(1).max(1440) });

/** So many attempts in so many minutes. */
export type Budget = z.output<typeof budget>;

/** What is counted: attempts on one account, from one address, and all together. */
export type Counted = 'account' | 'address' | 'global';

/** How often what may be tried, unless the site says otherwise. Where an account or address is not named, nothing is counted for it. */
export const DEFAULT_LIMITS = {
  signIn: { account: { attempts: 10, minutes: 15 }, address: { attempts: 60, minutes: 15 }, global: { attempts: 1000, minutes: 1 } },
  password: { account: { attempts: 10, minutes: 15 }, address: { attempts: 60, minutes: 15 }, global: { attempts: 1000, minutes: 1 } },
  mail: { account: { attempts: 3, minutes: 15 }, address: { attempts: 20, minutes: 15 }, global: { attempts: 600, minutes: 1 } },
  link: { account: { attempts: 10, minutes: 1 }, address: { attempts: 10, minutes: 1 }, global: { attempts: 600, minutes: 1 } },
  registration: { account: { attempts: 10, minutes: 15 }, address: { attempts: 20, minutes: 15 }, global: { attempts: 600, minutes: 1 } },
} as const satisfies Readonly<Record<string, Readonly<Record<Counted, Budget>>>>;

export type LimitName = keyof typeof DEFAULT_LIMITS;

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

export const limitsConfig = { limits: limits.optional() } as const;

export type LimitsConfig = z.output<typeof limits>;
