import { IMPORT_LIMITS, importRowsQuery } from '../../../../../contracts/http-imports';
import { atTheDoor } from '../../../host/http-errors';
import { readFileOf, type SentFile } from '../../../host/raw-body';
import type { RequestContext, Strapi } from '../../../host/strapi';
import type { Actor } from '../../../kernel/actor';
import { clockPort } from '../../../kernel/clock';
import { doorPort } from '../../../kernel/door';
import { RosterError } from '../../../kernel/errors';
import { validQuery } from '../../../kernel/validate';
import type { TeamService } from '../team.service';

const FEATURE = 'team_management';

/** @throws RosterError VALIDATION_FAILED, FILE_TOO_LARGE */
const fileOf = async (ctx: RequestContext): Promise<SentFile> => {
  const file = await readFileOf(ctx, { name: 'file', types: ['text/csv'], most: IMPORT_LIMITS.bytes });
  if (file === 'missing') throw new RosterError('VALIDATION_FAILED', 'The request has no CSV file: send it as "file" of multipart/form-data, or as text/csv.', { path: 'file' });
  if (file === 'too large') throw new RosterError('FILE_TOO_LARGE', `The file is larger than ${IMPORT_LIMITS.bytes} bytes.`, { path: 'file', bytes: IMPORT_LIMITS.bytes });
  return file;
};

/** People from a CSV file: looked through, invited and followed by whoever may invite. */
export const createImportsController = ({ strapi }: { strapi: Strapi }) => {
  const imports = () => (strapi.plugin('roster').service('team') as TeamService).imports;
  const demand = (): Actor => doorPort.of(strapi).demand(FEATURE, 'create');
  const idOf = ({ params }: RequestContext): string => params['import'] ?? '';

  return {
    /** The latest imports that were started, newest first. */
    find: () =>
      atTheDoor(async () => {
        demand();
        return { data: await imports().latest() };
      }),

    /** Says what each row of a file would become, and invites nobody. Who may not is refused before a byte of it is read. */
    plan: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const actor = demand();
        return { data: await imports().show(await imports().plan(await fileOf(ctx), actor)) };
      }),

    /** A plan, or how far an import is. */
    findOne: (ctx: RequestContext) =>
      atTheDoor(async () => {
        demand();
        return { data: await imports().show(await imports().find(idOf(ctx))) };
      }),

    /** Its rows in pages: what becomes of each, and why not. */
    rows: (ctx: RequestContext) =>
      atTheDoor(async () => {
        demand();
        const query = validQuery(importRowsQuery, ctx.query);
        return imports().page((await imports().find(idOf(ctx))).documentId, query);
      }),

    /** Rows that invited nobody, as a CSV file to be mended and sent again. */
    errors: (ctx: RequestContext) =>
      atTheDoor(async () => {
        demand();
        const file = await imports().errors(await imports().find(idOf(ctx)));
        ctx.set('Content-Type', 'text/csv; charset=utf-8');
        ctx.set('Content-Disposition', `attachment; filename="people-to-mend-${clockPort.of(strapi)().toISOString().slice(0, 10)}.csv"`);
        ctx.set('Cache-Control', 'no-store');
        ctx.set('X-Content-Type-Options', 'nosniff');
        return file;
      }),

    /** Invites whomever the ready rows name. */
    start: (ctx: RequestContext) => atTheDoor(async () => ({ data: await imports().show(await imports().start(idOf(ctx), demand())) })),

    /** Stops an import: who is invited stays so. */
    cancel: (ctx: RequestContext) => atTheDoor(async () => ({ data: await imports().show(await imports().cancel(idOf(ctx), demand())) })),
  };
};
