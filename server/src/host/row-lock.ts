import { AsyncLocalStorage } from 'node:async_hooks';
import { createDocumentId } from '../kernel/ids';
import { insertMissing } from './rows';
import type { Strapi } from './strapi';

interface Locking {
  select(columns: string[]): Locking;
  where(where: object): Locking;
  orderBy(order: object): Locking;
  forUpdate(): Locking;
  execute(): Promise<unknown>;
}

const held = new AsyncLocalStorage<ReadonlySet<string>>();

/**
 * Holds rows until the transaction ends: whoever comes for the same rows waits, in the same order. As the
 * first statement of a transaction it also makes MySQL read what is there after the wait, not before.
 * SQLite has one writer anyway, and no such locks: there it does nothing.
 */
export const lockRows = async (strapi: Strapi, uid: string, where: object): Promise<void> => {
  if (strapi.db.dialect.client === 'sqlite') return;
  const rows = strapi.db.queryBuilder(uid) as unknown as Locking;
  await rows.select(['id']).where(where).orderBy({ id: 'asc' }).forUpdate().execute();
};

/**
 * Reads rows as they are now, where a transaction may have begun before: MySQL alone would go on seeing what was there
 * when it began, and shows the present only to whoever also holds the rows.
 */
export const readNow = async <T>(strapi: Strapi, uid: string, columns: readonly string[], where: object): Promise<T[]> => {
  const rows = strapi.db.queryBuilder(uid) as unknown as Locking;
  const query = rows.select([...columns]).where(where);
  return (await (strapi.db.dialect.client === 'mysql' ? query.forUpdate() : query).execute()) as T[];
};

/**
 * Holds the row of one of the plugin's tables until the transaction ends, and makes it where there is none. Whoever
 * looks first, and inserts only then, takes no shared lock that he would have to raise: two who do wait for each other.
 */
export const holdRow = async (strapi: Strapi, uid: string, key: Readonly<Record<string, string>>, rest: object): Promise<void> => {
  if ((await strapi.db.query(uid as never).count({ where: key as never })) === 0) {
    await insertMissing(strapi, uid, [{ documentId: createDocumentId(), ...key, ...rest }], Object.keys(key));
  }
  await lockRows(strapi, uid, key);
};

/**
 * Runs work with the rows of a record held: whoever writes it, changes its owner or makes rows that carry
 * him waits for the other. What holds them already, further out in the same transaction, holds them once.
 */
export const holdingRecord = async <T>(strapi: Strapi, record: { uid: string; documentId: string }, work: () => Promise<T>): Promise<T> => {
  const key = `${record.uid} ${record.documentId}`;
  const mine = held.getStore() ?? new Set<string>();
  if (mine.has(key)) return work();
  await lockRows(strapi, record.uid, { documentId: record.documentId });
  return held.run(new Set([...mine, key]), work);
};
