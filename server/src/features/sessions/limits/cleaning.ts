import type { Strapi } from '../../../host/strapi';
import { breathe } from '../../../kernel/breathe';
import { clockPort } from '../../../kernel/clock';
import { asSystem } from '../../../kernel/frame';
import type { LimitsRepository } from './limits.repository';

const HOUR_MS = 3_600_000;

/** Removes counters whose time is over, at boot and every hour. */
export const createCleaning = (strapi: Strapi, repository: Pick<LimitsRepository, 'removeEnded'>) => {
  let timer: NodeJS.Timeout | undefined;

  const removeEnded = (): Promise<void> =>
    asSystem(async () => {
      // A counter that has just ended may be in somebody's hands.
      const before = clockPort.of(strapi)().getTime() - HOUR_MS;
      while ((await repository.removeEnded(before)) > 0) await breathe();
    });

  const run = (): Promise<void> => removeEnded().catch((error: Error) => void strapi.log.warn(`roster: ended limits could not be removed: ${error.message}`));

  /** One removal after the other; who stops waits for the last. */
  let removing: Promise<void> = Promise.resolve();
  const next = (): Promise<void> => (removing = removing.then(run));

  return {
    removeEnded: next,
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

export type Cleaning = ReturnType<typeof createCleaning>;
