import { insertRows } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { createDocumentId } from '../../kernel/ids';
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

interface Locking {
  select(columns: string[]): Locking;
  where(where: object): Locking;
  forUpdate(): Locking;
  execute(): Promise<{ status: JobStatus; done: number }[]>;
}

/** Jobs, and where each stands. */
export const createJobsRepository = (strapi: Strapi) => {
  const jobs = () => strapi.db.query(JOB);
  const now = () => clockPort.of(strapi)();

  return {
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

    /** Where a job stands, held until the transaction ends: one batch at a time, on whichever node. */
    async hold(documentId: string): Promise<{ status: JobStatus; done: number } | undefined> {
      const rows = strapi.db.queryBuilder(JOB) as unknown as Locking;
      const [row] = await rows.select(['status', 'done']).where({ documentId }).forUpdate().execute();
      return row;
    },

    async update(documentId: string, data: { status?: JobStatus; done?: number; error?: Job['error'] }): Promise<void> {
      const { error, ...rest } = data;
      await jobs().updateMany({ where: { documentId }, data: { ...rest, ...(error !== undefined && { error: JSON.stringify(error) }), beatAt: now().toISOString() } as never });
    },

    /** Jobs on which no node has worked since a moment. */
    async abandonedSince(moment: Date): Promise<string[]> {
      const where = { status: { $in: ['running', 'cancelling'] }, $or: [{ beatAt: { $lt: moment.toISOString() } }, { beatAt: { $null: true } }] };
      return ((await jobs().findMany({ where: where as never, select: ['documentId'] })) as { documentId: string }[]).map(({ documentId }) => documentId);
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
