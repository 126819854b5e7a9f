import type { ConflictReason } from '../../../../contracts/http-backfill';
import { countBy } from '../../host/count-by';
import { from, metaOf } from '../../host/predicate-sql';
import { insertRows } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import { createDocumentId } from '../../kernel/ids';
import type { Conflict } from './domain/judge';

const CONFLICT = own('conflict');
const LONGEST = 191;

export interface ConflictFilter {
  readonly reason?: ConflictReason | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** What backfills leave out, by the job of their plan. */
export const createConflictsRepository = (strapi: Strapi) => {
  const conflicts = () => strapi.db.query(CONFLICT);

  return {
    insert: (job: string, list: readonly Conflict[]): Promise<void> =>
      insertRows(strapi, CONFLICT, list.map(({ value, ...rest }, position) => ({ documentId: createDocumentId(), job, position, value: value?.slice(0, LONGEST) ?? null, ...rest }))),

    /** Takes away what belongs to plans that are gone. */
    async removeOrphans(): Promise<void> {
      const jobs = from(strapi, metaOf(strapi, own('job')).tableName).select('document_id');
      await conflicts().deleteMany({ where: { job: { $notIn: jobs as never } } });
    },

    counts: (job: string): Promise<ReadonlyMap<string, number>> => countBy(strapi, CONFLICT, { column: 'reason', where: { job: [job] } }),

    async page(job: string, { reason, offset, limit }: ConflictFilter): Promise<{ list: Conflict[]; total: number }> {
      const where = { job, ...(reason !== undefined && { reason }) } as never;
      const list = (await conflicts().findMany({ where, orderBy: { position: 'asc' }, offset, limit })) as unknown as Conflict[];
      return { list, total: await conflicts().count({ where }) };
    },
  };
};
