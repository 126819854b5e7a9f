import { currentRequest, type RequestContext, type Strapi } from '../../host/strapi';
import { isGrantee, type Actor } from '../../kernel/actor';
import { clockPort } from '../../kernel/clock';
import { isOnTrial } from '../../kernel/frame';
import type { Usage } from '../../kernel/usage';
import { createTally } from './domain/tally';
import { cellKey, cellOf, dayOf, type Cell, type Count } from './domain/use';

/** Members × cells that are kept between two writes: a thousand members who use fifty cells each, in seconds. */
const MOST = 50_000;
const USED = Symbol('roster.used');

type State = RequestContext['state'] & { [USED]?: Set<string> };

/** Counts in memory what is used, until it is written down. It waits for nothing, and nothing waits for it. */
export const createCounting = (strapi: Strapi) => {
  const tally = createTally(MOST);
  let isFull = false;

  const add = (count: Count): void => {
    if (tally.add(count, count.count) || isFull) return;
    isFull = true;
    strapi.log.warn(`roster: more is used than can be counted at a time (${MOST} members × cells): what comes on top is not counted until the next write`);
  };

  const addNow = (cell: Cell): void => add({ ...cell, day: dayOf(clockPort.of(strapi)()), count: 1 });

  /** Whether the running request has not used this before. */
  const isFirst = (cell: Cell): boolean => {
    const request = currentRequest(strapi);
    if (!request) return true;
    const used = ((request.state as State)[USED] ??= new Set());
    const before = used.size;
    return used.add(cellKey(cell)).size > before;
  };

  const cellFor = (actor: Actor, feature: string, action: string): Cell | undefined =>
    isGrantee(actor) && !isOnTrial() ? cellOf(actor, feature, action) : undefined;

  const usage: Usage = {
    once(actor, feature, action) {
      const cell = cellFor(actor, feature, action);
      if (cell && isFirst(cell)) addNow(cell);
    },
    each(actor, feature, action) {
      const cell = cellFor(actor, feature, action);
      if (cell) addNow(cell);
    },
  };

  return {
    usage,
    /** Hands over what was counted, and starts over. */
    take(): Count[] {
      isFull = false;
      return tally.take();
    },
    /** What could not be written is counted on. */
    putBack: (counts: readonly Count[]): void => counts.forEach(add),
  };
};
