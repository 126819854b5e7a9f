import type { Strapi } from '../../host/strapi';
import { breathe } from '../../kernel/breathe';
import { asSystem } from '../../kernel/frame';
import { createBatch } from './batch';
import type { Digest } from './digest';
import type { JobStatus } from './job';
import type { JobsRepository } from './jobs.repository';
import type { StagedMoves } from './moves.repository';

const LOOK_MS = 10_000;
/** A job on which nobody has worked for so long belongs to a node that is gone. */
const ABANDONED_MS = 15_000;

/**
 * Carries jobs out, batch by batch: each is whole or not at all, with the place that the job has reached, so that
 * a node that dies in the middle loses nothing, and whichever finds the job goes on from there.
 */
export const createRunner = (strapi: Strapi, { jobs, staged, digest }: { jobs: JobsRepository; staged: StagedMoves; digest: Digest }) => {
  const running = new Map<string, Promise<void>>();
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;

  const batch = createBatch(strapi, jobs, staged);

  const work = async (documentId: string): Promise<void> => {
    const job = await jobs.find(documentId);
    if (!job) return;
    try {
      let status: JobStatus = 'running';
      while (status === 'running' && !isStopping) {
        status = await batch(job);
        await breathe();
      }
      // Whoever has had his customers all along needs no mail about it.
      if (status === 'done' && job.undoes === null && job.kind === 'rebalance') await digest(job);
    } catch (error) {
      const { code = 'FAILED', details } = error as { code?: string; details?: { record?: string } };
      strapi.log.warn(`roster: the job ${documentId} has failed: ${(error as Error).message}`);
      await jobs.update(documentId, { status: 'failed', error: { code, record: details?.record ?? null } });
    }
  };

  const run = (documentId: string): void => {
    if (running.has(documentId)) return;
    // A node that can't even note the failure leaves the job to whoever finds it.
    const done = asSystem(() => work(documentId))
      .catch((error: unknown) => void strapi.log.warn(`roster: the job ${documentId} was left: ${(error as Error).message}`))
      .finally(() => running.delete(documentId));
    running.set(documentId, done);
  };

  const adopt = async (): Promise<void> => {
    try {
      for (const documentId of await asSystem(() => jobs.abandonedSince(new Date(Date.now() - ABANDONED_MS)))) run(documentId);
    } catch (error) {
      strapi.log.warn(`roster: abandoned jobs could not be looked for: ${(error as Error).message}`);
    }
  };

  return {
    run,
    /** When a job that runs here is over. */
    finished: (documentId: string): Promise<void> => running.get(documentId) ?? Promise.resolve(),
    start(): void {
      void adopt();
      timer = setInterval(() => void adopt(), LOOK_MS);
      timer.unref();
    },
    /** Ends after the batch that runs; another node, or the next start, goes on. */
    async stop(): Promise<void> {
      isStopping = true;
      clearInterval(timer);
      await Promise.all(running.values());
    },
  };
};
