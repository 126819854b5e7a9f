import { toColumn } from './columns';
import { metaOf } from './predicate-sql';
import { runRaw } from './raw';
import type { Strapi } from './strapi';

/** SQLite takes 32,766 bindings a statement. */
const CHUNK = 500;

const beginningOf = (strapi: Strapi, uid: string, attributes: readonly string[]): string => {
  const quoted = (...names: string[]): string => strapi.db.connection.raw(names.map(() => '??').join('.'), names).toQuery();
  const schema = strapi.db.getSchemaName();
  const table = quoted(...(schema ? [schema] : []), metaOf(strapi, uid).tableName);
  return `INSERT INTO ${table} (${attributes.map((name) => quoted(toColumn(strapi, uid, name))).join(', ')}) VALUES `;
};

/**
 * Inserts rows of one table, over and over: the statement is put together once, and neither the host nor knex does it
 * anew each time, which for a single row is more work than all the rest. In the transaction that runs.
 */
export const createInserter = <Name extends string>(strapi: Strapi, uid: string, attributes: readonly Name[]) => {
  const row = `(${attributes.map(() => '?').join(', ')})`;
  let beginning: string | undefined;

  return async (rows: readonly Readonly<Record<Name, unknown>>[]): Promise<void> => {
    beginning ??= beginningOf(strapi, uid, attributes);
    for (let start = 0; start < rows.length; start += CHUNK) {
      const some = rows.slice(start, start + CHUNK);
      const values = some.flatMap((each) => attributes.map((name) => each[name]));
      await runRaw(strapi, strapi.db.connection.raw(beginning + some.map(() => row).join(', '), values as never));
    }
  };
};
