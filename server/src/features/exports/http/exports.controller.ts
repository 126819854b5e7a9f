import { exportQuery, listExportQuery, type ExportFormat } from '../../../../../contracts/http-exports';
import { takeFilters } from '../../../host/filters';
import { atTheDoor } from '../../../host/http-errors';
import { listQueryOf, rowsOfList } from '../../../host/list-rows';
import { currentOrigin } from '../../../host/origin';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { auditActor, type Actor } from '../../../kernel/actor';
import { clockPort } from '../../../kernel/clock';
import { doorPort } from '../../../kernel/door';
import { validQuery } from '../../../kernel/validate';
import { answerWithFile } from '../answer';
import { FORMATS } from '../formats';
import { createRecordTable } from '../records';
import { selectBy, selectList, type Selection } from '../selections';
import { tellExport } from '../tell';

const FEATURE = 'data_export';
const ACTION = 'export';

/** `api::customer.customer` is `customer` in the name of a file. */
const nameOf = (type: string): string => type.split('.').at(-1) ?? type;

/** What of the address of a list says which rows it has. */
const TOLD = ['filters', 'sort', 'status', 'locale'] as const;

interface Wanted {
  readonly actor: Actor;
  readonly type: string;
  readonly format: ExportFormat;
  readonly selection: Selection;
  /** What was asked for, for the log. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Records as files: of whoever may export them, as far as he sees them. */
export const createExportsController = ({ strapi }: { strapi: Strapi }) => {
  const narrow = (ctx: RequestContext) => {
    const type = ctx.params['type'] ?? '';
    return { type, actor: doorPort.of(strapi).narrow(type, FEATURE, ACTION) };
  };

  const answer = async (ctx: RequestContext, { actor, type, format, selection, details }: Wanted): Promise<void> => {
    const { columns, pages } = createRecordTable(strapi, type, selection);
    const total = await selection.count();
    const onEnd = await tellExport(strapi, { actor: auditActor(actor), target: { type, id: '' }, details: { format, ...details }, origin: currentOrigin(strapi) });
    answerWithFile(ctx, { name: nameOf(type), total, columns, pages: pages(), onEnd }, FORMATS[format], clockPort.of(strapi)());
  };

  return {
    records: (ctx: RequestContext): Promise<void> =>
      atTheDoor(async () => {
        const { type, actor } = narrow(ctx);
        const { format, filters: asked, status, locale } = validQuery(exportQuery, ctx.query);
        const filters = asked && (await takeFilters(strapi, ctx, type, asked));
        const details = { status, ...(locale !== undefined && { locale }), ...(filters && { filters }) };
        await answer(ctx, { actor, type, format, selection: selectBy(strapi, type, { status, locale, filters }), details });
      }),

    /** A list of the Content Manager as a file, in its order: not a page of it, all of it. */
    list: (ctx: RequestContext): Promise<void> =>
      atTheDoor(async () => {
        const { type, actor } = narrow(ctx);
        const { format, ...asked } = validQuery(listExportQuery, ctx.query);
        const query = await listQueryOf(strapi, type, asked);
        const rows = await rowsOfList(strapi, ctx, type, query);
        const told = Object.fromEntries(TOLD.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));
        const details = { ...told, ...(asked._q ? { search: asked._q } : {}), ...asked.roster };
        await answer(ctx, { actor, type, format, selection: selectList(strapi, type, rows), details });
      }),
  };
};
