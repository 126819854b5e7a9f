import type { Strapi } from './strapi';

interface Early {
  getSchemaConnection(): { hasTable(name: string): Promise<boolean> };
  getConnection(table: string): { select(...columns: string[]): Promise<unknown[]> };
}

/**
 * Rows of a table before the host brings its tables in step, which is when types can still be changed by what is
 * stored; none where the table is not there yet. @throws whatever the database throws
 */
export const rowsBeforeSync = async <T>(strapi: Strapi, table: string, columns: readonly string[]): Promise<readonly T[]> => {
  const db = strapi.db as unknown as Early;
  if (!(await db.getSchemaConnection().hasTable(table))) return [];
  return (await db.getConnection(table).select(...columns)) as T[];
};
