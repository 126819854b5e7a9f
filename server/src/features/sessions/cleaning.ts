import { hourly } from '../../host/hourly';
import type { Strapi } from '../../host/strapi';
import { breathe } from '../../kernel/breathe';
import { clockPort } from '../../kernel/clock';
import { asSystem } from '../../kernel/frame';

const HOUR_MS = 3_600_000;

interface Ending {
  /** Removes rows that ended before a moment, a page of them. How many. */
  removeEnded(before: number): Promise<number>;
}

/** Removes limits and sessions whose time is over, at boot and every hour. */
export const createCleaning = (strapi: Strapi, repository: Ending) => {
  const removeEnded = (): Promise<void> =>
    asSystem(async () => {
      // What has just ended may be in somebody's hands.
      const before = clockPort.of(strapi)().getTime() - HOUR_MS;
      while ((await repository.removeEnded(before)) > 0) await breathe();
    });

  const { next, start, stop } = hourly(strapi, 'ended limits or sessions could not be removed', removeEnded);
  return { removeEnded: next, start, stop };
};
