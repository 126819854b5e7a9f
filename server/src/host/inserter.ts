import { unnested } from './column-arrays';
import { quotedColumn, quotedTable } from './columns';
import { isPostgres } from './predicate-sql';
import { runRaw } from './raw';
import type { Strapi } from './strapi';

/** SQLite takes 32,766 bindings a statement. */
const CHUNK = 500;

const beginningOf = (strapi: Strapi, uid: string, attributes: readonly string[]): string =>
  `INSERT INTO ${quotedTable(strapi, uid)} (${attributes.map((name) => quotedColumn(strapi, uid, name)).join(', ')}) `;

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

type Row<Name extends string> = Readonly<Record<Name, unknown>>;
type ToStatement<Name extends string> = (rows: readonly Row<Name>[]) => Statement;

/** A value, a question mark: what every database reads. */
const byRow = <Name extends string>(attributes: readonly Name[]): ToStatement<Name> => {
  const row = `(${attributes.map(() => '?').join(', ')})`;
  return (rows) => ({ sql: `VALUES ${rows.map(() => row).join(', ')}`, values: rows.flatMap((each) => attributes.map((name) => each[name])) });
};

const byColumn = <Name extends string>(strapi: Strapi, uid: string, attributes: readonly Name[]): ToStatement<Name> => {
  const { sql, valuesOf } = unnested(strapi, uid, attributes);
  return (rows) => ({ sql: `SELECT * FROM ${sql}`, values: valuesOf(rows) });
};

/**
 * Inserts rows of one table, over and over: the statement is put together once, and neither the host nor knex does it
 * anew each time, which for a single row is more work than all the rest. In the transaction that runs.
 */
export const createInserter = <Name extends string>(strapi: Strapi, uid: string, attributes: readonly Name[]) => {
  let known: { readonly beginning: string; readonly toStatement: ToStatement<Name> } | undefined;

  return async (rows: readonly Row<Name>[]): Promise<void> => {
    known ??= { beginning: beginningOf(strapi, uid, attributes), toStatement: isPostgres(strapi) ? byColumn(strapi, uid, attributes) : byRow(attributes) };
    for (let start = 0; start < rows.length; start += CHUNK) {
      const { sql, values } = known.toStatement(rows.slice(start, start + CHUNK));
      await runRaw(strapi, strapi.db.connection.raw(known.beginning + sql, values as never));
    }
  };
};
