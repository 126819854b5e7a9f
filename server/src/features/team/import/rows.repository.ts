import type { ImportReason, ImportRowStatus } from '../../../../../contracts/http-imports';
import { countBy } from '../../../host/count-by';
import { createInserter } from '../../../host/inserter';
import { own, type Strapi } from '../../../host/strapi';
import { createDocumentId } from '../../../kernel/ids';
import { sideBySide } from '../../../kernel/side-by-side';

const ROW = own('import-row');

export interface ImportRow {
  readonly position: number;
  readonly line: number;
  readonly email: string;
  readonly role: string;
  readonly territory: string;
  readonly status: ImportRowStatus;
  readonly reason: ImportReason | null;
}

/** Rows that stand next to each other. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const COLUMNS = ['documentId', 'job', 'position', 'line', 'email', 'role', 'territory', 'status', 'reason'] as const;

/** Rows that are written at once; between them others are served. */
const CHUNK = 500;

/** What is longer than a column is no address, no key and no role: it is kept as far as it can be recognised. */
const MOST = 255;

/** The rows of imports, in the order of their files. */
export const createRowsRepository = (strapi: Strapi) => {
  const rows = () => strapi.db.query(ROW);
  const insertAll = createInserter(strapi, ROW, COLUMNS);
  const counts = (column: string, job: string, where: Readonly<Record<string, readonly string[]>> = {}) => countBy(strapi, ROW, { column, where: { job: [job], ...where } });

  return {
    async insert(job: string, list: readonly ImportRow[]): Promise<void> {
      const toStored = (row: ImportRow) => ({ ...row, documentId: createDocumentId(), job, email: row.email.slice(0, MOST), role: row.role.slice(0, MOST), territory: row.territory.slice(0, MOST) });
      const chunks = Array.from({ length: Math.ceil(list.length / CHUNK) }, (_, index) => list.slice(index * CHUNK, (index + 1) * CHUNK));
      await sideBySide(chunks.map((some) => () => insertAll(some.map(toStored))));
    },

    /** Of a range, those that are ready. */
    ready: (job: string, { from, to }: Range): Promise<ImportRow[]> =>
      rows().findMany({ where: { job, status: 'ready', position: { $gte: from, $lt: to } }, orderBy: { position: 'asc' } }) as unknown as Promise<ImportRow[]>,

    async refuse(job: string, positions: readonly number[], reason: ImportReason): Promise<void> {
      await rows().updateMany({ where: { job, position: { $in: [...positions] } }, data: { status: 'refused', reason } });
    },

    /** Of a range, all that are ready still. */
    async markInvited(job: string, { from, to }: Range): Promise<void> {
      await rows().updateMany({ where: { job, status: 'ready', position: { $gte: from, $lt: to } }, data: { status: 'invited' } });
    },

    async page(job: string, { status, offset, limit }: { readonly status?: ImportRowStatus | undefined; readonly offset: number; readonly limit: number }): Promise<{ rows: ImportRow[]; total: number }> {
      const where = { job, ...(status !== undefined && { status }) };
      const found = (await rows().findMany({ where, orderBy: { position: 'asc' }, offset, limit })) as unknown as ImportRow[];
      return { rows: found, total: await rows().count({ where }) };
    },

    /** Those of some statuses, all of them: a file has no more than fit into memory. */
    all: (job: string, statuses: readonly ImportRowStatus[]): Promise<ImportRow[]> =>
      rows().findMany({ where: { job, status: { $in: [...statuses] } }, orderBy: { position: 'asc' } }) as unknown as Promise<ImportRow[]>,

    countByStatus: (job: string) => counts('status', job) as Promise<ReadonlyMap<ImportRowStatus, number>>,
    countByReason: (job: string) => counts('reason', job, { status: ['refused'] }) as Promise<ReadonlyMap<ImportReason, number>>,

    /** What is still to be given. */
    async readyKeys(job: string, column: 'role' | 'territory'): Promise<string[]> {
      return [...(await counts(column, job, { status: ['ready'] })).keys()].filter((key) => key !== '');
    },

    async remove(jobs: readonly string[]): Promise<void> {
      await rows().deleteMany({ where: { job: { $in: [...jobs] } } });
    },
  };
};

export type RowsRepository = ReturnType<typeof createRowsRepository>;
