import { errors } from '@strapi/utils';
import { isComponentVisible } from './component-owners';
import type { RequestContext, Strapi } from './strapi';

interface RelationsController {
  extractAndValidateRequestInfo(this: unknown, ctx: RequestContext, id?: unknown): Promise<unknown>;
}

/**
 * The Content Manager's relation fields address a component by its row id, and the host asks no right to
 * the record that holds it. Whoever sees no such record gets what the host says of an id that is not there.
 */
export const guardComponentRelations = (strapi: Strapi, isLimited: () => boolean): void => {
  strapi.get('controllers').extend('plugin::content-manager.relations', ((controller: RelationsController & Record<string, unknown>) => ({
    ...controller,
    async extractAndValidateRequestInfo(this: unknown, ctx: RequestContext, id?: unknown) {
      const model = ctx.params['model'] ?? '';
      if (id != null && id !== '' && model in strapi.components && isLimited()) {
        const row = Number(id);
        if (!Number.isSafeInteger(row) || !(await isComponentVisible(strapi, model, row))) throw new errors.NotFoundError();
      }
      return controller.extractAndValidateRequestInfo.call(this, ctx, id);
    },
  })) as never);
};
