import type { Strapi } from '../../host/strapi';
import { breathe } from '../../kernel/breathe';
import { clockPort } from '../../kernel/clock';
import { asSystem } from '../../kernel/frame';
import { firstKept } from './domain/use';
import type { UsageRepository } from './usage.repository';

const KEEP_DAYS = 400;
const HOUR_MS = 3_600_000;

/** Removes counts that are older than is said, day by day: at boot, and within an hour of each midnight. */
export const createRetention = (strapi: Strapi, repository: Pick<UsageRepository, 'firstDay' | 'remove'>, keepDays = KEEP_DAYS) => {
  let timer: NodeJS.Timeout | undefined;

  const removeOld = (): Promise<void> =>
    asSystem(async () => {
      const kept = firstKept(clockPort.of(strapi)(), keepDays);
      for (let day = await repository.firstDay(); day !== undefined && day < kept; day = await repository.firstDay()) {
        await repository.remove(day);
        await breathe();
      }
    });

  const run = (): Promise<void> => removeOld().catch((error: Error) => void strapi.log.warn(`roster: old counts of what is used could not be removed: ${error.message}`));

  /** One removal after the other; who stops waits for the last. */
  let removing: Promise<void> = Promise.resolve();
  const next = (): Promise<void> => (removing = removing.then(run));

  return {
    removeOld: next,
    start(): void {
      void next();
      timer = setInterval(() => void next(), HOUR_MS);
      timer.unref();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await removing;
    },
  };
};
