import { checkRequest } from '../../../../../contracts/requests';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { validData } from '../../../kernel/validate';
import { enforcementOf } from '../enforcement.service';

/** May I do this: up to 500 questions about oneself, at all or with a record. */
export const createCheckController = ({ strapi }: { strapi: Strapi }) => ({
  ask: (ctx: RequestContext) =>
    atTheDoor(async () => {
      const { questions } = validData(checkRequest, ctx.request.body);
      return { data: await enforcementOf(strapi).check(questions) };
    }),
});
