import type { Strapi } from './strapi';

/**
 * Takes from tables the two authors that the host gives to every type: users of the panel who made a record and changed
 * it last. Nobody makes records of these there, and each author is a column, a foreign key and an index that every row
 * that is written has to go through. Before the host knows its tables.
 */
export const withoutAuthors = (strapi: Strapi, uids: readonly string[]): void => {
  for (const uid of uids) {
    const { attributes } = strapi.contentType(uid as never) as unknown as { attributes: Record<string, unknown> };
    delete attributes['createdBy'];
    delete attributes['updatedBy'];
  }
};
