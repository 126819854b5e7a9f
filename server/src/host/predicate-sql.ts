import type { Predicate } from '../kernel/predicate';
import type { Strapi } from './strapi';
import { own } from './strapi';

/** A knex builder, as far as the plugin uses it. The host re-exports no knex types. */
export interface Sql {
  select(...columns: string[]): Sql;
  from(table: string): Sql;
  innerJoin(table: string, left: string, right: string): Sql;
  where(condition: string | ((nested: Sql) => void) | Record<string, unknown>, value?: unknown): Sql;
  orWhere(condition: (nested: Sql) => void): Sql;
  whereIn(column: string, values: Sql | readonly unknown[]): Sql;
  whereNull(column: string): Sql;
  whereRaw(sql: string, bindings?: readonly unknown[]): Sql;
}

export interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
}

interface Attribute {
  target?: string;
  joinTable?: JoinTable;
  joinColumn?: { name: string };
  columnName?: string;
}

export const metaOf = (strapi: Strapi, uid: string) =>
  strapi.db.metadata.get(uid) as unknown as { tableName: string; attributes: Record<string, Attribute> };

/** A fresh SELECT on a table. Never reuse one: knex builders are mutable. */
export const from = (strapi: Strapi, table: string): Sql =>
  strapi.db.getConnection(table as never) as unknown as Sql;

const columnOf = (strapi: Strapi, uid: string, attribute: string): string =>
  metaOf(strapi, uid).attributes[attribute]?.columnName ?? attribute;

/**
 * PostgreSQL plans `a = ? OR b IN (SELECT …)` as a scan of the whole table, and `OR b = ANY (ARRAY (SELECT …))`
 * as two indexes: 92 ms against 0.3 ms for a small book (ADR 1).
 */
export const isPostgres = (strapi: Strapi): boolean => strapi.db.dialect.client === 'postgres';

/** documentIds of the records on which a member holds an entry of this kind. */
export const entriesQuery = (strapi: Strapi, entry: Extract<Predicate, { kind: 'entry' }>): Sql =>
  from(strapi, metaOf(strapi, own('entry')).tableName)
    .select('record')
    .where({ member: entry.member, type: entry.type, kind: entry.entryKind });

/**
 * The rows whose relation points at a record that satisfies the target: the column to compare, and
 * the query to compare it with. Always the positive form; NOT IN (hidden) was 40 times slower.
 */
export const viaQuery = (
  strapi: Strapi,
  uid: string,
  predicate: Extract<Predicate, { kind: 'via' }>,
): { column: string; query: Sql } => {
  const attribute = metaOf(strapi, uid).attributes[predicate.attribute];
  const target = metaOf(strapi, predicate.targetType).tableName;
  const onTarget = (nested: Sql) => applyPredicate(strapi, nested, predicate.target, { uid: predicate.targetType, alias: 'rt' });
  if (attribute?.joinTable) {
    const { name, joinColumn, inverseJoinColumn } = attribute.joinTable;
    return {
      column: 'id',
      query: from(strapi, `${name} as rl`)
        .select(`rl.${joinColumn.name}`)
        .innerJoin(`${target} as rt`, 'rt.id', `rl.${inverseJoinColumn.name}`)
        .where(onTarget),
    };
  }
  if (attribute?.joinColumn) {
    return { column: attribute.joinColumn.name, query: from(strapi, `${target} as rt`).select('rt.id').where(onTarget) };
  }
  throw new Error(`${uid}.${predicate.attribute} is no to-one relation with a column or a table of its own.`);
};

/** Writes a predicate into a knex query, on the rows that `alias` names. */
export const applyPredicate = (
  strapi: Strapi,
  sql: Sql,
  predicate: Predicate,
  on: { uid: string; alias: string },
): void => {
  const column = (name: string) => `${on.alias}.${name}`;
  switch (predicate.kind) {
    case 'always':
      return;
    case 'never':
      sql.whereRaw('1 = 0');
      return;
    case 'equals': {
      const name = column(columnOf(strapi, on.uid, predicate.attribute));
      if (predicate.value === null) sql.whereNull(name);
      else sql.where(name, predicate.value);
      return;
    }
    case 'entry': {
      const records = entriesQuery(strapi, predicate);
      if (isPostgres(strapi)) sql.whereRaw('?? = any(array ?)', [column('document_id'), records]);
      else sql.whereIn(column('document_id'), records);
      return;
    }
    case 'via': {
      const { column: name, query } = viaQuery(strapi, on.uid, predicate);
      sql.whereIn(column(name), query);
      return;
    }
    case 'every':
      for (const part of predicate.of) sql.where((nested) => applyPredicate(strapi, nested, part, on));
      return;
    case 'any':
      sql.where((nested) => {
        for (const part of predicate.of) nested.orWhere((inner) => applyPredicate(strapi, inner, part, on));
      });
  }
};
