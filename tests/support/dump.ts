import type { Core } from '@strapi/strapi';

interface Knex {
  (table: string): { select(columns: string): Promise<Record<string, unknown>[]> };
  raw(sql: string): Promise<unknown>;
}

const LISTING: Readonly<Record<string, string>> = {
  sqlite: "select name from sqlite_master where type = 'table'",
  postgres: 'select tablename as name from pg_tables where schemaname = current_schema()',
  mysql: 'select table_name as name from information_schema.tables where table_schema = database()',
};

const tablesOf = async (strapi: Core.Strapi): Promise<string[]> => {
  const found = await (strapi.db.connection as unknown as Knex).raw(LISTING[strapi.db.dialect.client] as string);
  // Each driver hands its rows out in another way.
  const rows = (Array.isArray(found) ? (Array.isArray(found[0]) ? found[0] : found) : (found as { rows: unknown }).rows) as { name: string }[];
  return rows.map(({ name }) => name);
};

/** Every row of every table of the database as text, in small letters, past Strapi and all of it. */
export const dumpOf = async (strapi: Core.Strapi): Promise<ReadonlyMap<string, string>> => {
  const dump = new Map<string, string>();
  for (const name of await tablesOf(strapi)) {
    const rows = await (strapi.db.connection as unknown as Knex)(name).select('*');
    dump.set(name, JSON.stringify(rows, (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value)).toLowerCase());
  }
  return dump;
};

/** The tables in which one of these words stands. */
export const tablesWith = (dump: ReadonlyMap<string, string>, words: readonly string[]): string[] =>
  [...dump].filter(([, text]) => words.some((word) => text.includes(word.toLowerCase()))).map(([name]) => name).sort();
