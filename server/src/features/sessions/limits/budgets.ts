/** So many attempts in so many minutes. */
export interface Budget {
  readonly attempts: number;
  readonly minutes: number;
}

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
