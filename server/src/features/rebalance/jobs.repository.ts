import { insertRows } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { createDocumentId } from '../../kernel/ids';
import { createJobStore } from '../jobs';
import type { Job, JobKind, JobStatus } from './job';

const JOB = own('job');

interface Stored extends Omit<Job, 'kind' | 'plannedAt' | 'createdAt' | 'flows' | 'error'> {
  readonly kind: JobKind | null;
  readonly plannedAt: Date | string;
  readonly createdAt: Date | string;
  readonly flows: string;
  readonly error: string | null;
}

const toJob = ({ kind, plannedAt, createdAt, flows, error, ...rest }: Stored): Job => ({
  ...rest,
  kind: kind ?? 'rebalance',
  plannedAt: new Date(plannedAt),
  createdAt: new Date(createdAt),
  flows: JSON.parse(flows) as Job['flows'],
  error: error === null ? null : (JSON.parse(error) as Job['error']),
});

/** Jobs, and where each stands. */
export const createJobsRepository = (strapi: Strapi) => {
  const jobs = () => strapi.db.query(JOB);
  const now = () => clockPort.of(strapi)();

  return {
    ...createJobStore<JobStatus, NonNullable<Job['error']>>(strapi, JOB),

    async insert(job: Omit<Job, 'documentId' | 'createdAt' | 'error' | 'done'>, documentId: string): Promise<void> {
      const row = { ...job, documentId, flows: JSON.stringify(job.flows), done: 0, createdAt: now(), updatedAt: now() };
      await insertRows(strapi, JOB, [row]);
    },

    async find(documentId: string): Promise<Job | null> {
      const row = (await jobs().findOne({ where: { documentId } })) as unknown as Stored | null;
      return row && toJob(row);
    },

    async latest(limit: number): Promise<Job[]> {
      return ((await jobs().findMany({ where: { status: { $ne: 'planned' } }, orderBy: { id: 'desc' }, limit })) as unknown as Stored[]).map(toJob);
    },

    /** Plans that were made before a moment, and never started. */
    async plannedBefore(moment: Date): Promise<string[]> {
      const rows = await jobs().findMany({ where: { status: 'planned', createdAt: { $lt: moment.toISOString() } } as never, select: ['documentId'] });
      return (rows as { documentId: string }[]).map(({ documentId }) => documentId);
    },

    async remove(list: readonly string[]): Promise<void> {
      await jobs().deleteMany({ where: { documentId: { $in: [...list] }, status: 'planned' } });
    },

    newId: createDocumentId,
  };
};

export type JobsRepository = ReturnType<typeof createJobsRepository>;
