import { metaOf } from './predicate-sql';
import type { Strapi } from './strapi';

/** How PostgreSQL calls what a column holds; all else is text to it. */
const TYPES: Readonly<Record<string, string>> = { increments: 'integer', integer: 'integer', biginteger: 'bigint', datetime: 'timestamp', boolean: 'boolean', json: 'jsonb' };

type Row<Name extends string> = Readonly<Record<Name, unknown>>;

/** A query that gives the rows back, in the order of their attributes, and its bindings. */
export interface RowsQuery {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * Rows as PostgreSQL reads many fastest: each column one array, where thousands of single values take it several times
 * as long to plan as to write; and a value that is the same in all rows once.
 */
export const createRowsQuery = <Name extends string>(strapi: Strapi, uid: string, attributes: readonly Name[]) => {
  const columns = attributes.map((name) => ({ name, type: TYPES[metaOf(strapi, uid).attributes[name]?.type ?? ''] ?? 'text' }));

  return (rows: readonly Row<Name>[]): RowsQuery => {
    const [first] = rows;
    // The first column says how many rows there are.
    const isShared = ({ name }: { readonly name: Name }, at: number): boolean => at > 0 && rows.every((row) => row[name] === first?.[name]);
    const shared = new Set(columns.filter(isShared));
    const own = columns.filter((column) => !shared.has(column));
    const selected = columns.map((column) => (shared.has(column) ? `?::${column.type}` : `c${own.indexOf(column)}`));
    return {
      sql: `SELECT ${selected.join(', ')} FROM unnest(${own.map(({ type }) => `?::${type}[]`).join(', ')}) AS own(${own.map((_, at) => `c${at}`).join(', ')})`,
      values: [...[...shared].map(({ name }) => first?.[name] ?? null), ...own.map(({ name }) => rows.map((row) => row[name]))],
    };
  };
};
