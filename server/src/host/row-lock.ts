import type { Strapi } from './strapi';

interface Locking {
  select(columns: string[]): Locking;
  where(where: object): Locking;
  orderBy(order: object): Locking;
  forUpdate(): Locking;
  execute(): Promise<unknown>;
}

/**
 * Holds the rows of a record until the transaction ends: whoever writes it, changes its owner or makes
 * rows that carry him waits for the other, in the same order. As the first statement of a transaction it
 * also makes MySQL read what is there after the wait, not before. SQLite has one writer anyway.
 */
export const lockRecord = async (strapi: Strapi, uid: string, documentId: string): Promise<void> => {
  const rows = strapi.db.queryBuilder(uid) as unknown as Locking;
  await rows.select(['id']).where({ documentId }).orderBy({ id: 'asc' }).forUpdate().execute();
};
