import type { Strapi } from './strapi';

const HOUR_MS = 3_600_000;

export interface Hourly {
  /** Does it once more, behind what runs. */
  next(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** Does something at boot and every hour, one time after the other; who stops waits for the last. What fails is a warning that says so: `what`. */
export const hourly = (strapi: Strapi, what: string, work: () => Promise<void>): Hourly => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = (): Promise<void> => work().catch((error: Error) => void strapi.log.warn(`roster: ${what}: ${error.message}`));
  const next = (): Promise<void> => (running = running.then(run));
  return {
    next,
    start(): void {
      void next();
      timer = setInterval(() => void next(), HOUR_MS);
      timer.unref();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await running;
    },
  };
};
