import type { Strapi } from '../../../host/strapi';
import type { Sealer } from './sealer';

const TICK_MS = 1_000;

/** Without entries of this node's own, one looks after those of a node that died. */
const IDLE_TICKS = 10;

/** Seals every second what this node has written, and now and then what others have left. */
export const createTicker = (strapi: Strapi, sealer: Sealer) => {
  let timer: NodeJS.Timeout | undefined;
  let isDirty = true;
  let idle = 0;

  const run = async (): Promise<void> => {
    isDirty = false;
    idle = 0;
    await sealer.sealAll();
  };

  /** One after the other: two at once would only wait for each other. */
  let sealing: Promise<void> = Promise.resolve();
  const seal = (): Promise<void> => {
    const next = sealing.then(run);
    sealing = next.catch(() => undefined);
    return next;
  };

  const tick = (): void => {
    idle += 1;
    if (!isDirty && idle < IDLE_TICKS) return;
    seal().catch((error: Error) => {
      isDirty = true;
      strapi.log.error(`roster: the audit log could not be sealed, and will be tried again: ${error.message}`);
    });
  };

  return {
    noteEntry: (): void => void (isDirty = true),
    /** Seals now. @throws whatever the database throws */
    seal,
    start(): void {
      timer = setInterval(tick, TICK_MS);
      timer.unref();
    },
    /** What waits is sealed by the next start, if not now. */
    async stop(): Promise<void> {
      clearInterval(timer);
      await seal().catch((error: Error) => strapi.log.warn(`roster: the last entries of the audit log are not sealed yet: ${error.message}`));
    },
  };
};
