import { createRowsQuery, type RowsQuery } from './rows-query';
import { quotedColumn, quotedTable } from './columns';
import { isPostgres } from './predicate-sql';
import { runRaw } from './raw';
import type { Strapi } from './strapi';

/** SQLite takes 32,766 bindings a statement. */
const CHUNK = 500;

const beginningOf = (strapi: Strapi, uid: string, attributes: readonly string[]): string =>
  `INSERT INTO ${quotedTable(strapi, uid)} (${attributes.map((name) => quotedColumn(strapi, uid, name)).join(', ')}) `;

type Row<Name extends string> = Readonly<Record<Name, unknown>>;
type ToQuery<Name extends string> = (rows: readonly Row<Name>[]) => RowsQuery;

/** A value, a question mark: what every database reads. */
const byRow = <Name extends string>(attributes: readonly Name[]): ToQuery<Name> => {
  const row = `(${attributes.map(() => '?').join(', ')})`;
  return (rows) => ({ sql: `VALUES ${rows.map(() => row).join(', ')}`, values: rows.flatMap((each) => attributes.map((name) => each[name])) });
};

/**
 * Inserts rows of one table, over and over: what every statement says is put together once, and neither the host nor
 * knex does it anew each time, which for a single row is more work than all the rest. In the transaction that runs.
 */
export const createInserter = <Name extends string>(strapi: Strapi, uid: string, attributes: readonly Name[]) => {
  let known: { readonly beginning: string; readonly toQuery: ToQuery<Name> } | undefined;

  return async (rows: readonly Row<Name>[]): Promise<void> => {
    known ??= { beginning: beginningOf(strapi, uid, attributes), toQuery: isPostgres(strapi) ? createRowsQuery(strapi, uid, attributes) : byRow(attributes) };
    for (let start = 0; start < rows.length; start += CHUNK) {
      const { sql, values } = known.toQuery(rows.slice(start, start + CHUNK));
      await runRaw(strapi, strapi.db.connection.raw(known.beginning + sql, values as never));
    }
  };
};
