import { metaOf } from './predicate-sql';
import type { Strapi } from './strapi';

/** How PostgreSQL calls what a column holds; all else is text to it. */
const TYPES: Readonly<Record<string, string>> = { increments: 'integer', integer: 'integer', biginteger: 'bigint', datetime: 'timestamp', boolean: 'boolean', json: 'jsonb' };

/**
 * Rows as PostgreSQL reads many fastest: each column one array, where thousands of single values take it
 * several times as long to plan as to write.
 */
export const unnested = <Name extends string>(strapi: Strapi, uid: string, attributes: readonly Name[]) => {
  const arrays = attributes.map((name) => `?::${TYPES[metaOf(strapi, uid).attributes[name]?.type ?? ''] ?? 'text'}[]`);
  return {
    sql: `unnest(${arrays.join(', ')})`,
    valuesOf: (rows: readonly Readonly<Record<Name, unknown>>[]): readonly unknown[] => attributes.map((name) => rows.map((row) => row[name])),
  };
};
