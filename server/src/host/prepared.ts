import type { Strapi } from './strapi';

/** The host's query builder, as far as a statement is prepared from it. */
export interface Preparable<Row> {
  getKnexQuery(): { toSQL(): { readonly sql: string; readonly bindings: readonly unknown[] } };
  execute(options: { mapResults: false }): Promise<Row[]>;
}

/** Where each driver leaves the rows of a raw statement. */
const rowsOf = (answer: unknown): unknown => {
  if (!Array.isArray(answer)) return (answer as { rows: unknown }).rows;
  return Array.isArray(answer[0]) ? answer[0] : answer;
};

const MARK = 'roster: the value';

/**
 * A statement that every request sends, with another value in it: the host's builders make its text once,
 * and not each time, which takes as long as the database does.
 */
export const prepare = <Row>(strapi: Strapi, build: (value: string) => Preparable<Row>): ((value: string) => Promise<Row[]>) => {
  let made: { readonly sql: string; readonly bindings: readonly unknown[] } | undefined;
  return async (value) => {
    // Raw statements do not join the transaction that runs.
    if (strapi.db.inTransaction()) return build(value).execute({ mapResults: false });
    made ??= build(MARK).getKnexQuery().toSQL();
    const bindings = made.bindings.map((binding) => (binding === MARK ? value : binding));
    return rowsOf(await strapi.db.connection.raw(made.sql, bindings as never)) as Row[];
  };
};
