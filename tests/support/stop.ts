import { setTimeout as sleep } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import { outer } from './outer';

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

const isBusy = (strapi: Core.Strapi) => {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  return pool.numUsed() + pool.numPendingAcquires() > 0;
};

/**
 * The document service reads what it wrote once more for its events, and nobody waits for that. Closing
 * the pool under those reads makes rejections that jest would blame on the test that runs by then.
 */
const untilIdle = async (strapi: Core.Strapi) => {
  const deadline = Date.now() + 10_000;
  // Idle twice in a row: one read may be about to follow another.
  for (let idle = 0; idle < 2 && Date.now() < deadline; ) {
    idle = isBusy(strapi) ? 0 : idle + 1;
    await sleep(10);
  }
};

type Listeners = Map<string | symbol, unknown[]>;

const listeners = (): Listeners =>
  new Map(outer.process.eventNames().map((name) => [name, outer.process.rawListeners(name as 'exit')]));

/** Notes who listens to the process now; the answer removes whoever came later. */
export const noteListeners = (): (() => void) => {
  const before = listeners();
  return () => {
    for (const [name, now] of listeners()) {
      const known = before.get(name) ?? [];
      for (const listener of now) {
        if (!known.includes(listener)) outer.process.removeListener(name, listener as () => void);
      }
    }
  };
};

/** Strapi ends by removing every listener of the process, jest's line to its workers among them. */
const sparingListeners = async (work: () => Promise<void>) => {
  const { process } = outer;
  const removeAll = process.removeAllListeners;
  process.removeAllListeners = () => process;
  try {
    await work();
  } finally {
    process.removeAllListeners = removeAll;
  }
};

export const stopStrapi = async (strapi: Core.Strapi): Promise<void> => {
  await untilIdle(strapi);
  await sparingListeners(() => strapi.destroy());
};
