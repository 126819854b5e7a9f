import { createHash } from 'node:crypto';
import { callerAddress } from '../../../host/caller-address';
import { service } from '../../../host/services';
import { currentRequest, type Strapi } from '../../../host/strapi';
import { clockPort } from '../../../kernel/clock';
import { RosterError } from '../../../kernel/errors';
import { asSystem } from '../../../kernel/frame';
import { createCleaning } from '../cleaning';
import type { LimitsConfig } from '../config';
import { DEFAULT_LIMITS, type Budget, type Counted, type LimitName } from './budgets';
import { createLimitsRepository } from './limits.repository';

const MINUTE_MS = 60_000;

/** For so long an address from which somebody has signed in is known as his. */
const KNOWN_MS = 30 * 24 * 60 * MINUTE_MS;

/** Who tries it. */
export interface Attempt {
  /** Whose account is tried, or what was given for one. */
  readonly account?: string;
  /** From where; the address of the running request unless said. */
  readonly address?: string;
}

const keyOf = (...parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** How often something may be tried: counted in the database, for all nodes together. What cannot be counted is refused. */
export const createLimitsService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createLimitsRepository(strapi);
  const config = strapi.config.get<LimitsConfig>('plugin::roster.limits', {});
  const now = (): number => clockPort.of(strapi)().getTime();
  const budgetOf = (name: LimitName, counted: Counted): Budget => config[name]?.[counted] ?? DEFAULT_LIMITS[name][counted];

  const refuse = (endsAt: number): never => {
    const retryAfter = Math.max(1, Math.ceil((endsAt - now()) / 1000));
    currentRequest(strapi)?.set('Retry-After', String(retryAfter));
    throw new RosterError('RATE_LIMITED', undefined, { retryAfter });
  };

  const count = async (key: string, { attempts, minutes }: Budget): Promise<void> => {
    // Who finds the counter over, gone or begun by another looks again; more often than that it never is.
    for (let round = 0; round < 4; round += 1) {
      const moment = now();
      if ((await repository.countWithin(key, attempts, moment)) || (await repository.beginAnew(key, moment + minutes * MINUTE_MS, moment))) return;
      const used = await repository.used(key);
      if (!used) await repository.make(key);
      else if (used.endsAt > moment && used.points >= attempts) refuse(used.endsAt);
    }
    refuse(now());
  };

  const knownKey = (account: string, address: string): string => keyOf('known', account, address);

  const isKnown = async ({ account, address }: Attempt): Promise<boolean> => {
    if (account === undefined || address === undefined) return false;
    const known = await repository.used(knownKey(account, address));
    return known !== undefined && known.endsAt > now();
  };

  /** The counters of an attempt. From an address that is known as his, the attempts of others are none of his business. */
  const countersOf = async (name: LimitName, { account, address }: Attempt): Promise<readonly (readonly [string, Counted])[]> => {
    if (await isKnown({ ...(account !== undefined && { account }), ...(address !== undefined && { address }) })) return [[keyOf(name, 'known', account ?? '', address ?? ''), 'account']];
    return [
      ...(address === undefined ? [] : [[keyOf(name, 'address', address), 'address'] as const]),
      ...(account === undefined ? [] : [[keyOf(name, 'account', account), 'account'] as const]),
      [keyOf(name, 'global'), 'global'] as const,
    ];
  };

  const completed = ({ account, address = callerAddress(strapi) }: Attempt): Attempt => ({ ...(account !== undefined && { account }), ...(address !== undefined && { address }) });

  return {
    /**
     * Counts an attempt before it is made, so that of many at once no more are made than may.
     * @throws RosterError RATE_LIMITED, with the seconds to wait
     */
    take: (name: LimitName, attempt: Attempt = {}): Promise<void> =>
      asSystem(async () => {
        for (const [key, counted] of await countersOf(name, completed(attempt))) await count(key, budgetOf(name, counted));
      }),

    /** An attempt that succeeded counts no more, and the address is known as his from now on: nobody else's attempts keep him out there. */
    succeeded: (name: LimitName, attempt: Attempt): Promise<void> =>
      asSystem(async () => {
        const { account, address } = completed(attempt);
        for (const [key, counted] of await countersOf(name, completed(attempt))) await (counted === 'account' ? repository.forget(key) : repository.giveBack(key));
        if (account !== undefined && address !== undefined) await repository.keepUntil(knownKey(account, address), now() + KNOWN_MS);
      }),

    cleaning: createCleaning(strapi, repository),
  };
};

export type LimitsService = ReturnType<typeof createLimitsService>;

export const limitsOf = service<LimitsService>('limits');
