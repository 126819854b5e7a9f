import { unnested } from './column-arrays';
import { quotedColumn, quotedTable, toColumn } from './columns';
import { from, isPostgres, metaOf } from './predicate-sql';
import { runRaw } from './raw';
import type { Strapi } from './strapi';

/** New values of one row: whole numbers and texts. */
type Values<Name extends string> = Readonly<Record<Name, number | string>> & { readonly id: number };

interface Updating {
  whereIn(column: string, values: readonly number[]): { update(values: object): PromiseLike<unknown> };
}

/** Rows per UPDATE: a CASE is read from its beginning for each of them. */
const CHUNK = 200;

const whole = (value: number): string => {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is no whole number.`);
  return String(value);
};

/** The value of one column for each row, by its id. Numbers stand in the text: PostgreSQL takes a bound one in a CASE for a text. */
const caseOf = <Name extends string>(strapi: Strapi, rows: readonly Values<Name>[], attribute: Name) => {
  const bindings: string[] = [];
  const arms = rows.map((row) => {
    const value: number | string = row[attribute];
    if (typeof value === 'string') bindings.push(value);
    return `WHEN ${whole(row.id)} THEN ${typeof value === 'number' ? whole(value) : '?'}`;
  });
  return strapi.db.connection.raw(`CASE id ${arms.join(' ')} END`, bindings);
};

const update = (strapi: Strapi, uid: string, rows: readonly { readonly id: number }[], set: object): Promise<unknown> => {
  const table = from(strapi, metaOf(strapi, uid).tableName) as unknown as Updating;
  return runRaw(strapi, table.whereIn('id', rows.map(({ id }) => id)).update(set));
};

const withCases = async <Name extends string>(strapi: Strapi, uid: string, attributes: readonly Name[], rows: readonly Values<Name>[]): Promise<void> => {
  for (let start = 0; start < rows.length; start += CHUNK) {
    const some = rows.slice(start, start + CHUNK);
    await update(strapi, uid, some, Object.fromEntries(attributes.map((name) => [toColumn(strapi, uid, name), caseOf(strapi, some, name)])));
  }
};

/** Rows per UPDATE that joins them. */
const JOINED = 1_000;

/** PostgreSQL joins them by their ids: in a CASE it would go through two hundred arms for each row and column. */
const withJoin = async <Name extends string>(strapi: Strapi, uid: string, attributes: readonly Name[], rows: readonly Values<Name>[]): Promise<void> => {
  const columns = attributes.map((name) => quotedColumn(strapi, uid, name));
  const { sql, valuesOf } = unnested(strapi, uid, ['id', ...attributes]);
  const sets = columns.map((column) => `${column} = v.${column}`);
  const statement = `UPDATE ${quotedTable(strapi, uid)} AS t SET ${sets.join(', ')} FROM ${sql} AS v(id, ${columns.join(', ')}) WHERE t.id = v.id`;
  for (let start = 0; start < rows.length; start += JOINED) {
    const values = valuesOf(rows.slice(start, start + JOINED) as readonly Readonly<Record<Name | 'id', unknown>>[]);
    await runRaw(strapi, strapi.db.connection.raw(statement, values as never));
  }
};

/** Gives each of these rows values of its own, many in a statement, in the transaction that runs. */
export const setEach = <Name extends string>(strapi: Strapi, uid: string, attributes: readonly Name[], rows: readonly Values<Name>[]): Promise<void> =>
  (isPostgres(strapi) ? withJoin : withCases)(strapi, uid, attributes, rows);

/**
 * Adds to a number of each of these rows what it says under the same name, in one statement: whoever adds to them at the
 * same time is not forgotten. For no more rows than some hundred.
 */
export const addToEach = async <Name extends string>(strapi: Strapi, uid: string, attribute: Name, rows: readonly (Values<Name> & Readonly<Record<Name, number>>)[]): Promise<void> => {
  if (rows.length === 0) return;
  const column = toColumn(strapi, uid, attribute);
  await update(strapi, uid, rows, { [column]: strapi.db.connection.raw('?? + ?', [column, caseOf(strapi, rows, attribute) as never]) });
};
