import { unnested } from './column-arrays';
import { toColumn } from './columns';
import { isPostgres, metaOf } from './predicate-sql';
import { runRaw } from './raw';
import type { Strapi } from './strapi';

/** SQLite takes 32,766 bindings a statement. */
const CHUNK = 500;

const beginningOf = (strapi: Strapi, uid: string, attributes: readonly string[]): string => {
  const quoted = (...names: string[]): string => strapi.db.connection.raw(names.map(() => '??').join('.'), names).toQuery();
  const schema = strapi.db.getSchemaName();
  const table = quoted(...(schema ? [schema] : []), metaOf(strapi, uid).tableName);
  return `INSERT INTO ${table} (${attributes.map((name) => quoted(toColumn(strapi, uid, name))).join(', ')}) `;
};

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

type ToStatement<Row> = (rows: readonly Row[]) => Statement;

/** A value, a question mark: what every database reads. */
const byRow = <Name extends string>(attributes: readonly Name[]): ToStatement<Readonly<Record<Name, unknown>>> => {
  const row = `(${attributes.map(() => '?').join(', ')})`;
  return (rows) => ({ sql: `VALUES ${rows.map(() => row).join(', ')}`, values: rows.flatMap((each) => attributes.map((name) => each[name])) });
};

const byColumn = <Name extends string>(strapi: Strapi, uid: string, attributes: readonly Name[]): ToStatement<Readonly<Record<Name, unknown>>> => {
  const { sql, valuesOf } = unnested(strapi, uid, attributes);
  return (rows) => ({ sql: `SELECT * FROM ${sql}`, values: valuesOf(rows) });
};

/**
 * Inserts rows of one table, over and over: the statement is put together once, and neither the host nor knex does it
 * anew each time, which for a single row is more work than all the rest. In the transaction that runs.
 */
export const createInserter = <Name extends string>(strapi: Strapi, uid: string, attributes: readonly Name[]) => {
  let known: { readonly beginning: string; readonly toStatement: ToStatement<Readonly<Record<Name, unknown>>> } | undefined;

  return async (rows: readonly Readonly<Record<Name, unknown>>[]): Promise<void> => {
    known ??= { beginning: beginningOf(strapi, uid, attributes), toStatement: isPostgres(strapi) ? byColumn(strapi, uid, attributes) : byRow(attributes) };
    for (let start = 0; start < rows.length; start += CHUNK) {
      const { sql, values } = known.toStatement(rows.slice(start, start + CHUNK));
      await runRaw(strapi, strapi.db.connection.raw(known.beginning + sql, values as never));
    }
  };
};
