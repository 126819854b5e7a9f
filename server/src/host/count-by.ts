import { from, metaOf } from './predicate-sql';
import { runRaw } from './raw';
import type { Strapi } from './strapi';

interface Grouping extends PromiseLike<{ value: string; count: number | string }[]> {
  whereIn(column: string, values: readonly unknown[]): Grouping;
  select(columns: object): Grouping;
  count(columns: object): Grouping;
  groupBy(column: string): Grouping;
}

/** How many rows of one of the plugin's tables hold each value of a column, or each of these. Values without a row are not there. */
export const countBy = async (
  strapi: Strapi,
  uid: string,
  { column, values, where }: { column: string; values?: readonly string[]; where: Readonly<Record<string, readonly string[]>> },
): Promise<ReadonlyMap<string, number>> => {
  const rows = from(strapi, metaOf(strapi, uid).tableName) as unknown as Grouping;
  for (const [name, wanted] of Object.entries(where)) rows.whereIn(name, wanted);
  const counted = await runRaw(strapi, (values ? rows.whereIn(column, values) : rows).select({ value: column }).count({ count: '*' }).groupBy(column));
  return new Map(counted.map(({ value, count }) => [value, Number(count)]));
};
