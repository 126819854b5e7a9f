import { metaOf } from './predicate-sql';
import type { Strapi } from './strapi';

/** The column that holds an attribute of a type. */
export const toColumn = (strapi: Strapi, uid: string, attribute: string): string =>
  metaOf(strapi, uid).attributes[attribute]?.columnName ?? attribute;

/** The table of a type, quoted, in the schema that the site is configured with: for statements that are put together as text. */
export const quotedTable = (strapi: Strapi, uid: string): string => {
  const schema = strapi.db.getSchemaName();
  const names = [...(schema ? [schema] : []), metaOf(strapi, uid).tableName];
  return strapi.db.connection.raw(names.map(() => '??').join('.'), names).toQuery();
};

/** The column that holds an attribute, quoted. */
export const quotedColumn = (strapi: Strapi, uid: string, attribute: string): string =>
  strapi.db.connection.raw('??', [toColumn(strapi, uid, attribute)]).toQuery();
