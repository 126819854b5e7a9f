import { toWhere } from '../../host/predicate-where';
import type { Strapi } from '../../host/strapi';
import type { Predicate } from '../../kernel/predicate';

/** Where records lie is told by the governed tables themselves. */
export const createTerritoryRepository = (strapi: Strapi) => ({
  /** documentIds of those records of which a row satisfies the predicate. */
  async within(type: string, records: readonly string[], predicate: Predicate): Promise<string[]> {
    const where = { $and: [{ documentId: { $in: [...records] } }, toWhere(strapi, type, predicate)] };
    const rows = (await strapi.db.query(type as never).findMany({ where: where as never, select: ['documentId'] as never })) as { documentId: string }[];
    return rows.map(({ documentId }) => documentId);
  },
});
