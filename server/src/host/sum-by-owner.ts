import { OWNER_COLUMN } from '../kernel/owner-attribute';
import { defaultLocaleOf, hasDrafts } from './content-types';
import { from, metaOf } from './predicate-sql';
import { runRaw } from './raw';
import type { Strapi } from './strapi';

interface Grouping extends PromiseLike<{ owner: string; total: number | string | null }[]> {
  whereIn(column: string, values: readonly unknown[]): Grouping;
  whereNull(column: string): Grouping;
  where(where: object): Grouping;
  select(columns: object): Grouping;
  sum(columns: object): Grouping;
  groupBy(column: string): Grouping;
}

/** The sum of a field over the records that members own: of the drafts in the default locale. Who owns nothing is not there. */
export const sumByOwner = async (strapi: Strapi, uid: string, attribute: string, members: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { tableName, attributes } = metaOf(strapi, uid);
  const locale = await defaultLocaleOf(strapi, uid);
  const rows = from(strapi, tableName) as unknown as Grouping;
  if (hasDrafts(strapi, uid)) rows.whereNull('published_at');
  if (locale !== undefined) rows.where({ locale });
  const sums = await runRaw(strapi, rows
    .whereIn(OWNER_COLUMN, members)
    .select({ owner: OWNER_COLUMN })
    .sum({ total: attributes[attribute]?.columnName ?? attribute })
    .groupBy(OWNER_COLUMN));
  return new Map(sums.map(({ owner, total }) => [owner, Number(total ?? 0)]));
};
