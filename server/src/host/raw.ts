import type { Strapi } from './strapi';

interface Raw<T> extends PromiseLike<T> {
  transacting(trx: unknown): PromiseLike<T>;
}

/**
 * Runs a statement of knex where the running code is: in its transaction, if it is in one. Outside of it SQLite,
 * which has one connection, would wait for itself, and other databases would not see what was just written.
 */
export const runRaw = async <T>(strapi: Strapi, statement: PromiseLike<T>): Promise<T> => {
  if (!strapi.db.inTransaction()) return statement;
  // Inside of a transaction this opens none: it hands over the one that runs.
  return (await strapi.db.transaction(({ trx }) => (statement as Raw<T>).transacting(trx) as Promise<T>)) as T;
};
