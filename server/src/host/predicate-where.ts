import type { Predicate } from '../kernel/predicate';
import { applyPredicate, entriesQuery, from, isPostgres, metaOf, viaQuery, type Sql } from './predicate-sql';
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
    case 'oneOf':
      return { [predicate.attribute]: { $in: [...predicate.values] } };
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

/** The row itself, if it satisfies the predicate: compared with its own id, it is one more condition on a row that was found. */
export const rowWithin = (strapi: Strapi, uid: string, predicate: Predicate, alias: string): Record<string, unknown> => {
  if (predicate.kind === 'never') return { id: strapi.db.connection.raw('null') };
  const seen = from(strapi, `${metaOf(strapi, uid).tableName} as rg`)
    .select('rg.id')
    .whereRaw('?? = ??', ['rg.id', `${alias}.id`])
    .where((nested) => applyPredicate(strapi, nested, predicate, { uid, alias: 'rg', few: true }));
  return { id: seen };
};

const goesVia = (predicate: Predicate): boolean =>
  predicate.kind === 'via' || ((predicate.kind === 'any' || predicate.kind === 'every') && predicate.of.some(goesVia));

/**
 * A predicate on rows that the statement finds by other means: by their ids, or as relations of some. Row by
 * row, the parents of details are looked up and not listed. SQLite has no statistics, and would else take
 * the owner's index, and with it the whole book, for ten of its records.
 */
export const toWhereOfFew = (strapi: Strapi, uid: string, predicate: Predicate, alias: string): Record<string, unknown> =>
  strapi.db.dialect.client === 'sqlite' || goesVia(predicate) ? rowWithin(strapi, uid, predicate, alias) : toWhere(strapi, uid, predicate);
