import { AsyncLocalStorage } from 'node:async_hooks';
import { errors } from '@strapi/utils';
import { atTheDoor } from './http-errors';
import type { RequestContext, Strapi } from './strapi';

/** A list of the Content Manager, whole. */
export interface ListRows {
  /** ids of its rows, in its order. */
  readonly ids: readonly number[];
  /** Of which version and in which language they are. */
  readonly status?: string | undefined;
  readonly locale?: string | undefined;
}

/** What the address of a list says. */
export type ListQuery = Readonly<Record<string, unknown>>;

interface Taking {
  readonly uid: string;
  found?: ListRows;
}

interface Reading {
  readonly uid: string;
  readonly action: string;
  params: Readonly<Record<string, unknown>> & { readonly status?: string; readonly locale?: string };
}

interface Lists {
  find(ctx: unknown): Promise<unknown>;
}

interface Configurations {
  findConfiguration(type: unknown): Promise<{ readonly settings: { readonly defaultSortBy?: string; readonly defaultSortOrder?: string } }>;
}

const taking = new AsyncLocalStorage<Taking>();

/** Takes the rows where a list is being taken, and leaves the host an empty page of them. In register. */
export const installListRows = (strapi: Strapi): void => {
  strapi.documents.use((async (context: Reading, next: () => Promise<unknown>) => {
    const list = taking.getStore();
    if (list?.uid !== context.uid) return next();
    if (context.action === 'count') return 0;
    // The host looks through the type for other reasons too, as for what was modified since it was published: the list is what it populates.
    if (context.action !== 'findMany' || !('populate' in context.params)) return next();
    const { populate: _populate, page: _page, pageSize: _pageSize, start: _start, limit: _limit, ...asked } = context.params;
    context.params = { ...asked, fields: ['documentId'] };
    const rows = (await next()) as { readonly id: number }[];
    list.found = { ids: [...new Set(rows.map(({ id }) => id))], status: asked.status, locale: asked.locale };
    return [];
  }) as never);
};

/** As a list is drawn whose address says nothing of it. */
const defaultSort = async (strapi: Strapi, uid: string): Promise<{ readonly sort?: string }> => {
  const service = strapi.plugin('content-manager').service('content-types') as Configurations;
  const { defaultSortBy, defaultSortOrder = 'ASC' } = (await service.findConfiguration(strapi.getModel(uid as never))).settings;
  return defaultSortBy ? { sort: `${defaultSortBy}:${defaultSortOrder}` } : {};
};

/** What a list is asked for, with what it does by itself. */
export const listQueryOf = async (strapi: Strapi, uid: string, query: ListQuery): Promise<ListQuery> => ({ ...(query['sort'] === undefined && (await defaultSort(strapi, uid))), ...query });

/**
 * The rows of a list of the Content Manager, all of them: found by the host itself, with whatever its list knows of
 * filters, search, status and order, and as far as the caller reads it. Their ids are read in one statement, which what
 * is written meanwhile does not move.
 *
 * @throws what the list answers with where it does not answer
 */
export const rowsOfList = (strapi: Strapi, ctx: RequestContext, uid: string, query: ListQuery): Promise<ListRows> =>
  atTheDoor(async () => {
    const list: Taking = { uid };
    const controller = strapi.controller('plugin::content-manager.collection-types') as unknown as Lists;
    // The host takes out of it what it has understood.
    const own = structuredClone(query);
    const forbidden = (): never => {
      throw new errors.ForbiddenError();
    };
    await taking.run(list, () => controller.find({ state: ctx.state, params: { model: uid }, query: own, request: { query: own }, forbidden }));
    if (!list.found) throw new Error(`The Content Manager has not read the list of ${uid}.`);
    return list.found;
  });
