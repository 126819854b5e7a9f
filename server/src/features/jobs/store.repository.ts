import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';

/** Where a job stands. */
export interface Place<Status extends string> {
  readonly status: Status;
  /** How much of it is done. */
  readonly done: number;
}

export interface Changes<Status extends string, Failure> extends Partial<Place<Status>> {
  /** What went wrong. */
  readonly error?: Failure | null;
}

interface Locking<Row> {
  select(columns: string[]): Locking<Row>;
  where(where: object): Locking<Row>;
  forUpdate(): Locking<Row>;
  execute(): Promise<Row[]>;
}

/** Where jobs of a table stand: it has `status`, `done`, `error` (JSON) and `beatAt`, and calls work that goes on `running` or `cancelling`. */
export const createJobStore = <Status extends string, Failure extends object>(strapi: Strapi, uid: string) => {
  const jobs = () => strapi.db.query(uid as never);

  return {
    /** Where a job stands, held until the transaction ends: one batch at a time, on whichever node. */
    async hold(documentId: string): Promise<Place<Status> | undefined> {
      const rows = strapi.db.queryBuilder(uid) as unknown as Locking<Place<Status>>;
      const [row] = await rows.select(['status', 'done']).where({ documentId }).forUpdate().execute();
      return row;
    },

    /** Says what has changed of a job, and that somebody works on it. */
    async update(documentId: string, { error, ...rest }: Changes<Status, Failure>): Promise<void> {
      const data = { ...rest, ...(error !== undefined && { error: JSON.stringify(error) }), beatAt: clockPort.of(strapi)().toISOString() };
      await jobs().updateMany({ where: { documentId } as never, data: data as never });
    },

    /** Jobs on which no node has worked since a moment. */
    async abandonedSince(moment: Date): Promise<string[]> {
      const where = { status: { $in: ['running', 'cancelling'] }, $or: [{ beatAt: { $lt: moment.toISOString() } }, { beatAt: { $null: true } }] };
      return ((await jobs().findMany({ where: where as never, select: ['documentId'] as never })) as { documentId: string }[]).map(({ documentId }) => documentId);
    },
  };
};

