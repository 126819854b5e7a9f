import { toColumn } from './columns';
import { from, metaOf } from './predicate-sql';
import { runRaw } from './raw';
import type { Strapi } from './strapi';

interface Updating {
  where(where: object): Updating;
  whereRaw(sql: string, bindings: readonly unknown[]): Updating;
  update(values: object): PromiseLike<number>;
}

/**
 * Adds to a number of one row unless that would make it more than so much, and says whether it did: one statement, so that
 * of many at once no more get through than there is room for. Columns of `where` are named as the database names them.
 */
export const addUpTo = async (strapi: Strapi, uid: string, where: Readonly<Record<string, string>>, { attribute, amount, most }: { readonly attribute: string; readonly amount: number; readonly most: number }): Promise<boolean> => {
  const column = toColumn(strapi, uid, attribute);
  const rows = from(strapi, metaOf(strapi, uid).tableName) as unknown as Updating;
  const update = rows.where(where).whereRaw('?? + ? <= ?', [column, amount, most]).update({ [column]: strapi.db.connection.raw('?? + ?', [column, amount]) });
  return (await runRaw(strapi, update)) > 0;
};
