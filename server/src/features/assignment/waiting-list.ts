import type { Strapi } from '../../host/strapi';
import { asSystem } from '../../kernel/frame';
import type { Occasions } from './occasions';
import type { WaitingRepository } from './waiting.repository';

const EVERY_MS = 30_000;
const CHUNK = 100;

/**
 * Offers waiting records again, oldest first: when somebody may have become free, and from time to time, since an
 * absence ends without anybody doing anything. One round at a time on a node; other nodes do no harm.
 */
export const createWaitingList = (strapi: Strapi, { waiting, offer, reconcile }: { waiting: WaitingRepository; offer: Occasions['offer']; reconcile: () => Promise<number> }) => {
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    let after = 0;
    for (;;) {
      const list = await waiting.oldest(CHUNK, after);
      for (const { type, record, id } of list) {
        after = id;
        if ((await offer(type, record)) !== 'wait') await waiting.remove(type, [record]);
      }
      if (list.length < CHUNK) return;
    }
  };

  /** One thing at a time. What fails is tried again with the next round. */
  const begin = (work: () => Promise<unknown>): Promise<void> =>
    (round ??= asSystem(work)
      .then(() => undefined)
      .catch((error: unknown) => strapi.log.warn(`roster: records could not be offered to the rules: ${(error as Error).message}`))
      .finally(() => (round = undefined)) as Promise<void>);

  const again = (): Promise<void> => begin(run);

  return {
    again,
    start(): void {
      // Beside the start: what came while the plugin was off, or past the host, may be a lot.
      void begin(reconcile);
      timer = setInterval(() => void again(), EVERY_MS);
      timer.unref();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await round;
    },
  };
};
