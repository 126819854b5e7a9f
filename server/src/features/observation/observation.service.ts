import { currentRequest, type RequestContext, type Strapi } from '../../host/strapi';
import { auditActor, type Actor } from '../../kernel/actor';
import { clockPort } from '../../kernel/clock';
import { asSystem } from '../../kernel/frame';
import type { Witness } from '../../kernel/observation';
import { recordPort } from '../../kernel/record';
import { transaction } from '../../host/transaction';
import { createRequestTally, keyOf, subjectOf, type Count, type RequestTally } from './domain/tally';
import { createObservationRepository } from './observation.repository';

const FLUSH_MS = 2_000;
/** People × routes that are kept between two writes; more than a site has. */
const MOST = 10_000;
const TALLY = Symbol('roster.observed');

const routeOf = (request: RequestContext | undefined): string => (request ? `${request.method} ${request._matchedRoute ?? 'unknown'}`.slice(0, 191) : 'outside of requests');

/** Counts what observed bindings would take away from whom, and writes it down in batches. */
export const createObservationService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createObservationRepository(strapi);
  let counts = new Map<string, Count>();
  let timer: NodeJS.Timeout | undefined;

  const tallyOf = (request: RequestContext | undefined): RequestTally => {
    if (!request) return createRequestTally();
    const state = request.state as RequestContext['state'] & { [TALLY]?: RequestTally };
    return (state[TALLY] ??= createRequestTally());
  };

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

  const write = async (): Promise<void> => {
    const batch = counts;
    counts = new Map();
    try {
      await asSystem(async () => {
        for (const count of batch.values()) await repository.add(count);
      });
    } catch (error) {
      strapi.log.warn(`roster: ${batch.size} observations were lost: ${(error as Error).message}`);
    }
  };

  /** One batch after the other. */
  let writing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => (writing = writing.then(write));

  return {
    witness,
    start(): void {
      timer = setInterval(() => void flush(), FLUSH_MS);
      timer.unref();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await flush();
    },

    /** Everything that was counted, this node's latest included. */
    async all() {
      await flush();
      return repository.all();
    },
    names: repository.names,

    /** Starts over. */
    async clear(actor: Actor): Promise<void> {
      await flush();
      await transaction(strapi, async () => {
        await repository.clear();
        await recordPort.of(strapi)({ action: 'observations.cleared', actor: auditActor(actor), target: { type: 'observations', id: 'all' } });
      });
    },
  };
};

export type ObservationService = ReturnType<typeof createObservationService>;
