import type { Predicate } from '../kernel/predicate';
import { entriesQuery, isPostgres, viaQuery, type Sql } from './predicate-sql';
import type { Strapi } from './strapi';

/** A value of the ORM's that compares with any row of a subquery. */
const oneOf = (strapi: Strapi, records: Sql): unknown =>
  isPostgres(strapi) ? strapi.db.connection.raw('any(array ?)', [records as never]) : { $in: records };

/**
 * A predicate as a `where` of the ORM. The ORM passes a knex subquery under `$in` through untouched
 * (`processSingleAttributeWhere`); comparing `documentId` itself, instead of `id IN (SELECT id …)`,
 * lets it use the host's index.
 */
export const toWhere = (strapi: Strapi, uid: string, predicate: Predicate): Record<string, unknown> => {
  switch (predicate.kind) {
    case 'always':
      return {};
    case 'never':
      return { id: { $in: [] } };
    case 'equals':
      return { [predicate.attribute]: predicate.value === null ? { $null: true } : predicate.value };
    case 'entry':
      return { documentId: oneOf(strapi, entriesQuery(strapi, predicate)) };
    case 'via': {
      const { column, query } = viaQuery(strapi, uid, predicate);
      return { [column]: { $in: query } };
    }
    case 'every':
      return { $and: predicate.of.map((part) => toWhere(strapi, uid, part)) };
    case 'any':
      return { $or: predicate.of.map((part) => toWhere(strapi, uid, part)) };
  }
};
