import type { Strapi } from './strapi';

interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string }[];
  readonly indexes: readonly { readonly name: string; readonly columns: readonly (string | null)[] }[];
}

/** The tables as the database has them, whether a type is still there for them or not. */
const tablesOf = async (strapi: Strapi): Promise<readonly Table[]> => {
  const { schemaInspector } = strapi.db.dialect as unknown as { schemaInspector: { getSchema(): Promise<{ tables: Table[] }> } };
  return (await schemaInspector.getSchema()).tables;
};

/** Drops every table whose name begins so, first those that others do not hang on. Answers which. */
export const dropTables = async (strapi: Strapi, prefix: string): Promise<string[]> => {
  const all = (await tablesOf(strapi)).map(({ name }) => name).filter((name) => name.startsWith(prefix));
  let left = all;
  while (left.length > 0) {
    const held: string[] = [];
    let reason: unknown;
    for (const table of left) {
      await strapi.db.connection.schema.dropTable(table).catch((error: unknown) => {
        reason = error;
        held.push(table);
      });
    }
    if (held.length === left.length) throw reason;
    left = held;
  }
  return all;
};

/** PostgreSQL drops an index with its column, MySQL only makes it shorter, SQLite does not drop the column. */
const DROP_INDEX: Readonly<Record<string, (table: string, index: string) => readonly [string, readonly string[]]>> = {
  sqlite: (_table, index) => ['drop index ??', [index]],
  mysql: (table, index) => ['alter table ?? drop index ??', [table, index]],
};

/** Drops a column from every table that has it. Answers from which. */
export const dropColumn = async (strapi: Strapi, column: string): Promise<string[]> => {
  const { connection, dialect } = strapi.db;
  const having = (await tablesOf(strapi)).filter(({ columns }) => columns.some(({ name }) => name === column));
  for (const { name: table, indexes } of having) {
    for (const { name } of indexes.filter(({ columns }) => columns.includes(column))) {
      const statement = DROP_INDEX[dialect.client]?.(table, name);
      if (statement) await connection.raw(...statement);
    }
    await connection.raw('alter table ?? drop column ??', [table, column]);
  }
  return having.map(({ name }) => name);
};
