import type { Strapi } from '../../host/strapi';
import { createJobRunner } from '../jobs';
import { createBatch } from './batch';
import type { Digest } from './digest';
import type { JobStatus } from './job';
import type { JobsRepository } from './jobs.repository';
import type { StagedMoves } from './moves.repository';

/** Carries plans out, and tells the new owners. */
export const createRunner = (strapi: Strapi, { jobs, staged, digest }: { jobs: JobsRepository; staged: StagedMoves; digest: Digest }) => {
  const batch = createBatch(strapi, jobs, staged);

  return createJobRunner(strapi, {
    noun: 'job',
    abandonedSince: jobs.abandonedSince,

    async workOf(documentId) {
      const job = await jobs.find(documentId);
      if (!job) return undefined;
      let status: JobStatus = job.status;
      return {
        batch: async () => (status = await batch(job)) === 'running',
        async ended() {
          // Whoever has had his customers all along needs no mail about it.
          if (status === 'done' && job.undoes === null && job.kind === 'rebalance') await digest(job);
        },
      };
    },

    async fail(documentId, error) {
      const { code = 'FAILED', details } = error as { code?: string; details?: { record?: string } };
      await jobs.update(documentId, { status: 'failed', error: { code, record: details?.record ?? null } });
    },
  });
};
