import type { Predicate } from '../kernel/predicate';
import { applyPredicate, from, metaOf, type Sql } from './predicate-sql';
import type { Strapi } from './strapi';

interface Distinct extends Sql, PromiseLike<{ value: string }[]> {
  distinct(columns: object): Distinct;
}

/** Which rows of one of the plugin's tables, and of which records of a type. */
interface Asked {
  readonly column: string;
  readonly where: Readonly<Record<string, string | readonly string[]>>;
  /** The type whose records the column `record` names. */
  readonly type: string;
  readonly within: Predicate;
}

/** The different values of a column, of rows whose records satisfy a predicate. */
export const distinctWithin = async (strapi: Strapi, uid: string, { column, where, type, within }: Asked): Promise<string[]> => {
  const rows = from(strapi, metaOf(strapi, uid).tableName) as Distinct;
  for (const [name, wanted] of Object.entries(where)) rows.whereIn(name, [wanted].flat());
  if (within.kind !== 'always') {
    const records = from(strapi, `${metaOf(strapi, type).tableName} as rd`).select('rd.document_id');
    rows.whereIn('record', records.where((nested) => applyPredicate(strapi, nested, within, { uid: type, alias: 'rd' })));
  }
  return (await rows.distinct({ value: column })).map(({ value }) => value);
};
