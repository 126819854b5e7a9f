import type { ImportStatus } from '../../../../../contracts/http-imports';
import { insertRows } from '../../../host/rows';
import { own, type Strapi } from '../../../host/strapi';
import { clockPort } from '../../../kernel/clock';
import type { AuditActor } from '../../../kernel/record';
import { createJobStore } from '../../jobs';

const IMPORT = own('import');

export interface ImportJob {
  readonly documentId: string;
  readonly status: ImportStatus;
  readonly file: string | null;
  readonly total: number;
  readonly done: number;
  /** Who sent the file, or has started it since. */
  readonly actor: AuditActor;
  readonly error: { readonly code: string } | null;
  readonly createdAt: Date;
}

interface Stored extends Omit<ImportJob, 'actor' | 'error' | 'createdAt'> {
  readonly actor: string;
  readonly error: string | null;
  readonly createdAt: Date | string;
}

const toJob = ({ actor, error, createdAt, ...rest }: Stored): ImportJob => ({
  ...rest,
  actor: JSON.parse(actor) as AuditActor,
  error: error === null ? null : (JSON.parse(error) as ImportJob['error']),
  createdAt: new Date(createdAt),
});

/** Imports, and where each stands. */
export const createImportsRepository = (strapi: Strapi) => {
  const imports = () => strapi.db.query(IMPORT);
  const now = () => clockPort.of(strapi)();

  return {
    ...createJobStore<ImportStatus, NonNullable<ImportJob['error']>>(strapi, IMPORT),

    async insert({ actor, ...job }: Pick<ImportJob, 'documentId' | 'file' | 'total' | 'actor'>): Promise<void> {
      await insertRows(strapi, IMPORT, [{ ...job, status: 'planned', done: 0, actor: JSON.stringify(actor), createdAt: now(), updatedAt: now() }]);
    },

    async find(documentId: string): Promise<ImportJob | null> {
      const row = (await imports().findOne({ where: { documentId } })) as unknown as Stored | null;
      return row && toJob(row);
    },

    /** Those that were started, newest first. */
    async latest(limit: number): Promise<ImportJob[]> {
      return ((await imports().findMany({ where: { status: { $ne: 'planned' } }, orderBy: { id: 'desc' }, limit })) as unknown as Stored[]).map(toJob);
    },

    async setActor(documentId: string, actor: AuditActor): Promise<void> {
      await imports().updateMany({ where: { documentId }, data: { actor: JSON.stringify(actor) } });
    },

    /** Plans that nobody has started, and imports that are over, of before a moment each. */
    async before({ planned, over }: { readonly planned: Date; readonly over: Date }): Promise<string[]> {
      const isOld = [
        { status: 'planned', createdAt: { $lt: planned.toISOString() } },
        { status: { $in: ['done', 'cancelled', 'failed'] }, createdAt: { $lt: over.toISOString() } },
      ];
      const rows = await imports().findMany({ where: { $or: isOld } as never, select: ['documentId'] });
      return (rows as { documentId: string }[]).map(({ documentId }) => documentId);
    },

    async remove(list: readonly string[]): Promise<void> {
      await imports().deleteMany({ where: { documentId: { $in: [...list] } } });
    },
  };
};

export type ImportsRepository = ReturnType<typeof createImportsRepository>;
