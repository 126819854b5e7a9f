import { AsyncLocalStorage } from 'node:async_hooks';
import type { Predicate } from '../kernel/predicate';
import { atTheDoor } from './http-errors';
import { toWhere } from './predicate-where';
import type { RequestContext, Strapi } from './strapi';

interface Filter {
  readonly uid: string;
  readonly predicate: Predicate;
}

interface Lists {
  find(this: unknown, ctx: RequestContext): Promise<unknown>;
}

interface Reading {
  readonly model: { readonly uid: string };
  readonly params: { where?: unknown };
}

/** The parameter of a list in the Content Manager: `?roster[owner]=…`. */
const PARAMETER = 'roster';

const running = new AsyncLocalStorage<Filter>();

/**
 * Lets lists of the Content Manager be filtered by what the host has no attribute for. The host checks
 * `filters` against what the user may read, so a parameter of ours stands beside them; it is taken out
 * before the host looks. In register.
 */
export const filterLists = (strapi: Strapi, predicateOf: (uid: string, asked: unknown) => Predicate): void => {
  strapi.get('controllers').extend('plugin::content-manager.collection-types', ((controller: Lists & Record<string, unknown>) => ({
    ...controller,
    async find(this: unknown, ctx: RequestContext) {
      const { [PARAMETER]: asked } = ctx.query;
      if (asked === undefined) return controller.find.call(this, ctx);
      const uid = ctx.params['model'] ?? '';
      const predicate = await atTheDoor(() => predicateOf(uid, asked));
      delete ctx.query[PARAMETER];
      return running.run({ uid, predicate }, () => controller.find.call(this, ctx));
    },
  })) as never);
};

/**
 * Puts the filter of the running list into its own statements: the page and its total. Relations to the same
 * type are populated without these events, and stay whole. It is one more condition, so it can only narrow.
 * In bootstrap.
 */
export const applyListFilters = (strapi: Strapi, models: readonly string[]): void => {
  const narrow = ({ model, params }: Reading): void => {
    const filter = running.getStore();
    if (filter?.uid !== model.uid) return;
    params.where = { $and: [params.where ?? {}, toWhere(strapi, filter.uid, filter.predicate)] };
  };
  strapi.db.lifecycles.subscribe({ models: [...models], beforeFindMany: narrow, beforeCount: narrow } as never);
};
