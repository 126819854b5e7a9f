import { hourly } from '../../host/hourly';
import type { Strapi } from '../../host/strapi';
import { breathe } from '../../kernel/breathe';
import { clockPort } from '../../kernel/clock';
import { asSystem } from '../../kernel/frame';
import { firstKept } from './domain/use';
import type { UsageRepository } from './usage.repository';

const KEEP_DAYS = 400;

/** Removes counts that are older than is said, day by day: at boot, and within an hour of each midnight. */
export const createRetention = (strapi: Strapi, repository: Pick<UsageRepository, 'firstDay' | 'remove'>, keepDays = KEEP_DAYS) => {
  const removeOld = (): Promise<void> =>
    asSystem(async () => {
      const kept = firstKept(clockPort.of(strapi)(), keepDays);
      for (let day = await repository.firstDay(); day !== undefined && day < kept; day = await repository.firstDay()) {
        await repository.remove(day);
        await breathe();
      }
    });

  const { next, start, stop } = hourly(strapi, 'old counts of what is used could not be removed', removeOld);
  return { removeOld: next, start, stop };
};
