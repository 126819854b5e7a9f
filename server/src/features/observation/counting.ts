import { currentRequest, type RequestContext, type Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import type { Witness } from '../../kernel/observation';
import { createRequestTally, keyOf, subjectOf, type Count, type RequestTally } from './domain/tally';

/** People × routes that are kept between two writes; more than a site has. */
const MOST = 10_000;
const TALLY = Symbol('roster.observed');

type State = RequestContext['state'] & { [TALLY]?: RequestTally };

const routeOf = (request: RequestContext | undefined): string => (request ? `${request.method} ${request._matchedRoute ?? 'unknown'}`.slice(0, 191) : 'outside of requests');

const tallyOf = (request: RequestContext | undefined): RequestTally =>
  request ? ((request.state as State)[TALLY] ??= createRequestTally()) : createRequestTally();

/** Counts in memory what observed bindings would take away from whom, until it is written down. */
export const createCounting = (strapi: Strapi) => {
  let counts = new Map<string, Count>();

  const witness: Witness = (actor, loss) => {
    const request = currentRequest(strapi);
    const subject = subjectOf(actor, loss, routeOf(request));
    const key = keyOf(subject);
    const { isFirst, records } = tallyOf(request).add(key, loss);
    const now = clockPort.of(strapi)();
    const count = counts.get(key) ?? { subject, requests: 0, records: 0, firstAt: now, lastAt: now };
    if (!counts.has(key) && counts.size >= MOST) return;
    counts.set(key, count);
    if (isFirst) count.requests += 1;
    count.records = Math.max(count.records, records);
    count.lastAt = now;
  };

  return {
    witness,
    /** Hands over what was counted, and starts over. */
    take(): Count[] {
      const taken = [...counts.values()];
      counts = new Map();
      return taken;
    },
  };
};
