import { usageQuery, type UsagePage } from '../../../../../contracts/http-usage';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { validQuery } from '../../../kernel/validate';
import type { UsageService } from '../usage.service';

/** Who uses which cells of the matrix, and how often, day by day. */
export const createUsageController = ({ strapi }: { strapi: Strapi }) => ({
  find: (ctx: RequestContext): Promise<UsagePage> => atTheDoor(() => (strapi.plugin('roster').service('usage') as UsageService).page(validQuery(usageQuery, ctx.query))),
});
