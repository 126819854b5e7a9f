import type { Strapi } from '../../host/strapi';
import { breathe } from '../../kernel/breathe';
import { asSystem } from '../../kernel/frame';

const LOOK_MS = 10_000;
/** A job on which nobody has worked for so long belongs to a node that is gone. */
const ABANDONED_MS = 15_000;

/** One job at work. */
export interface JobWork {
  /** Carries out the next batch, whole or not at all, with the place that the job has reached; says whether there is more to do. */
  batch(): Promise<boolean>;
  /** What follows its last batch, whichever way it ended. */
  ended?(): Promise<void>;
}

interface Jobs {
  /** What the log calls them. */
  readonly noun: string;
  abandonedSince(moment: Date): Promise<readonly string[]>;
  /** What there is to do; undefined for a job that is gone. */
  workOf(documentId: string): Promise<JobWork | undefined>;
  fail(documentId: string, error: unknown): Promise<void>;
}

/**
 * Carries jobs out, batch by batch: each is whole or not at all, with the place that the job has reached, so that
 * a node that dies in the middle loses nothing, and whichever finds the job goes on from there.
 */
export const createJobRunner = (strapi: Strapi, { noun, abandonedSince, workOf, fail }: Jobs) => {
  const running = new Map<string, Promise<void>>();
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;

  const work = async (documentId: string): Promise<void> => {
    const job = await workOf(documentId);
    if (!job) return;
    try {
      let isMore = true;
      while (isMore && !isStopping) {
        isMore = await job.batch();
        await breathe();
      }
      if (!isMore) await job.ended?.();
    } catch (error) {
      strapi.log.warn(`roster: the ${noun} ${documentId} has failed: ${(error as Error).message}`);
      await fail(documentId, error);
    }
  };

  const run = (documentId: string): void => {
    if (running.has(documentId)) return;
    // A node that can't even note the failure leaves the job to whoever finds it.
    const done = asSystem(() => work(documentId))
      .catch((error: unknown) => void strapi.log.warn(`roster: the ${noun} ${documentId} was left: ${(error as Error).message}`))
      .finally(() => running.delete(documentId));
    running.set(documentId, done);
  };

  const adopt = async (): Promise<void> => {
    try {
      for (const documentId of await asSystem(() => abandonedSince(new Date(Date.now() - ABANDONED_MS)))) run(documentId);
    } catch (error) {
      strapi.log.warn(`roster: an abandoned ${noun} could not be looked for: ${(error as Error).message}`);
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
