import { IMPORT_REASONS, type ImportInfo, type ImportRowsPage, type ImportRowStatus } from '../../../../../contracts/http-imports';
import type { Strapi } from '../../../host/strapi';
import { asSystem } from '../../../kernel/frame';
import { peopleAmong } from '../../books';
import type { Invitations } from '../invitations/invitations';
import { errorsFile } from './errors-file';
import type { ImportJob, ImportsRepository } from './imports.repository';
import type { RowsRepository } from './rows.repository';

const LATEST = 10;

interface Dependencies {
  readonly imports: ImportsRepository;
  readonly rows: RowsRepository;
  readonly invitations: Pick<Invitations, 'mailsOf'>;
}

/** Imports as they are shown: where they stand, row by row, and what is to be mended. */
export const createShowing = (strapi: Strapi, { imports, rows, invitations }: Dependencies) => {
  const infoOf = async ({ documentId, status, file, total, done, createdAt, error, actor }: ImportJob): Promise<ImportInfo> => {
    const [counts, reasons] = [await rows.countByStatus(documentId), await rows.countByReason(documentId)];
    return {
      documentId,
      status,
      file,
      total,
      done,
      rows: { ready: counts.get('ready') ?? 0, invited: counts.get('invited') ?? 0, refused: counts.get('refused') ?? 0 },
      reasons: IMPORT_REASONS.flatMap((reason) => (reasons.has(reason) ? [{ reason, count: reasons.get(reason) ?? 0 }] : [])),
      mails: await invitations.mailsOf(documentId),
      createdAt: createdAt.toISOString(),
      createdBy: actor.member === undefined ? null : (await peopleAmong(strapi, [actor.member]))(actor.member),
      error,
    };
  };

  return {
    show: (job: ImportJob): Promise<ImportInfo> => asSystem(() => infoOf(job)),

    /** The latest that were started, newest first. */
    latest: (): Promise<ImportInfo[]> =>
      asSystem(async () => {
        const infos: ImportInfo[] = [];
        for (const job of await imports.latest(LATEST)) infos.push(await infoOf(job));
        return infos;
      }),

    /** A page of the rows, in the order of the file. */
    page: (documentId: string, { status, page, pageSize }: { readonly status?: ImportRowStatus | undefined; readonly page: number; readonly pageSize: number }): Promise<ImportRowsPage> =>
      asSystem(async () => {
        const { rows: found, total } = await rows.page(documentId, { status, offset: (page - 1) * pageSize, limit: pageSize });
        const data = found.map(({ line, email, role, territory, status: at, reason }) => ({ line, email, role, territory, status: at, reason }));
        return { data, meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } } };
      }),

    /** Rows that invited nobody, as a file to be mended and sent again. */
    errors: (job: ImportJob): Promise<string> =>
      asSystem(async () => {
        const isBrokenOff = job.status === 'cancelled' || job.status === 'failed';
        return errorsFile(await rows.all(job.documentId, isBrokenOff ? ['refused', 'ready'] : ['refused']));
      }),
  };
};
