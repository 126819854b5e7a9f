import { settled } from '../../host/after-answer';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { auditActor, type Actor } from '../../kernel/actor';
import { asSystem } from '../../kernel/frame';
import { recordPort } from '../../kernel/record';
import { createLateCounts } from '../members';
import { createCounting } from './counting';
import { createObservationRepository } from './observation.repository';

const FLUSH_MS = 2_000;

/** What observed bindings would take away from whom: counted, and written down in batches. */
export const createObservationService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createObservationRepository(strapi);
  const counting = createCounting(strapi);
  const lookAfter = createLateCounts(strapi, repository.removeOf);
  let timer: NodeJS.Timeout | undefined;

  const write = async (): Promise<void> => {
    const batch = counting.take();
    try {
      await asSystem(async () => {
        for (const count of batch) await repository.add(count);
      });
    } catch (error) {
      strapi.log.warn(`roster: ${batch.length} observations were lost: ${(error as Error).message}`);
    }
    await lookAfter(batch.map(({ subject }) => subject.person));
  };

  /** One batch after the other. */
  let writing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => (writing = writing.then(write));

  /** Also what is still being compared. */
  const flushAll = (): Promise<void> => settled().then(flush);

  return {
    witness: counting.witness,
    start(): void {
      timer = setInterval(() => void flush(), FLUSH_MS);
      timer.unref();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await flushAll();
    },

    /** Everything that was counted, this node's latest included. */
    async all() {
      await flushAll();
      return repository.all();
    },
    names: repository.names,

    /** Starts over. */
    async clear(actor: Actor): Promise<void> {
      await flushAll();
      await transaction(strapi, async () => {
        await repository.clear();
        await recordPort.of(strapi)({ action: 'observations.cleared', actor: auditActor(actor), target: { type: 'observations', id: 'all' } });
      });
    },
  };
};

export type ObservationService = ReturnType<typeof createObservationService>;
