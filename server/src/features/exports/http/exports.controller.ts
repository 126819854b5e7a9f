import { exportQuery } from '../../../../../contracts/http-exports';
import { takeFilters } from '../../../host/filters';
import { atTheDoor } from '../../../host/http-errors';
import { currentOrigin } from '../../../host/origin';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { auditActor } from '../../../kernel/actor';
import { clockPort } from '../../../kernel/clock';
import { doorPort } from '../../../kernel/door';
import { validQuery } from '../../../kernel/validate';
import { answerWithFile } from '../answer';
import { FORMATS } from '../formats';
import { createRecordTable } from '../records';
import { tellExport } from '../tell';

const FEATURE = 'data_export';
const ACTION = 'export';

/** `api::customer.customer` is `customer` in the name of a file. */
const nameOf = (type: string): string => type.split('.').at(-1) ?? type;

/** Records as files: of whoever may export them, as far as he sees them. */
export const createExportsController = ({ strapi }: { strapi: Strapi }) => ({
  records: (ctx: RequestContext): Promise<void> =>
    atTheDoor(async () => {
      const type = ctx.params['type'] ?? '';
      const actor = doorPort.of(strapi).narrow(type, FEATURE, ACTION);
      const { format, filters: asked, status, locale } = validQuery(exportQuery, ctx.query);
      const filters = asked && (await takeFilters(strapi, ctx, type, asked));
      const { columns, pages, count } = createRecordTable(strapi, type, { status, locale, filters });
      const total = await count();
      const details = { format, status, ...(locale !== undefined && { locale }), ...(filters && { filters }) };
      const onEnd = await tellExport(strapi, { actor: auditActor(actor), target: { type, id: '' }, details, origin: currentOrigin(strapi) });
      answerWithFile(ctx, { name: nameOf(type), total, columns, pages: pages(), onEnd }, FORMATS[format], clockPort.of(strapi)());
    }),
});
