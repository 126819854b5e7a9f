import type { Strapi } from './strapi';

interface Counting {
  where(where: object): Counting;
  increment(attribute: string, amount: number): Counting;
  decrement(attribute: string, amount: number): Counting;
  execute(): Promise<unknown>;
}

/** Adds to a number of the rows that a condition still finds, in one statement, so that of many at once no more pass than it allows. How many rows. */
export const countUp = async (strapi: Strapi, uid: string, { where, attribute, by = 1 }: { readonly where: object; readonly attribute: string; readonly by?: 1 | -1 }): Promise<number> => {
  const rows = (strapi.db.queryBuilder(uid) as unknown as Counting).where(where);
  return Number(await (by === 1 ? rows.increment(attribute, 1) : rows.decrement(attribute, 1)).execute());
};
