import type { Predicate } from '../kernel/predicate';
import { applyPredicate, from, metaOf, type Sql } from './predicate-sql';
import { runRaw } from './raw';
import type { Strapi } from './strapi';

interface Counting extends Sql, PromiseLike<{ count: number | string }[]> {
  countDistinct(columns: object): Counting;
}

/** How many documents of a type satisfy a predicate in any of their rows: drafts, published ones and locales count once. */
export const countDocuments = async (strapi: Strapi, uid: string, predicate: Predicate): Promise<number> => {
  if (predicate.kind === 'never') return 0;
  const rows = from(strapi, `${metaOf(strapi, uid).tableName} as rc`) as Counting;
  applyPredicate(strapi, rows, predicate, { uid, alias: 'rc' });
  const [found] = await runRaw(strapi, rows.countDistinct({ count: 'rc.document_id' }));
  return Number(found?.count ?? 0);
};
