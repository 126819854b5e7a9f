import { metaOf } from './predicate-sql';
import type { Strapi } from './strapi';

/** The column that holds an attribute of a type. */
export const toColumn = (strapi: Strapi, uid: string, attribute: string): string =>
  metaOf(strapi, uid).attributes[attribute]?.columnName ?? attribute;
