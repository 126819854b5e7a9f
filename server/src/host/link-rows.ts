import { from, metaOf } from './predicate-sql';
import { runRaw } from './raw';
import type { Strapi } from './strapi';

/** Which row of a type is linked to which of another. */
export interface RowLink {
  /** documentId. */
  readonly from: string;
  /** Its number. */
  readonly to: number;
}

/** SQLite takes 32,766 bindings a statement. */
const CHUNK = 500;

interface Inserting {
  insert(rows: readonly object[]): PromiseLike<unknown>;
}

/** Links new rows of a type to rows of another by a relation with a table of its own, many at once, in the transaction that runs. */
export const linkRows = async (strapi: Strapi, uid: string, attribute: string, links: readonly RowLink[]): Promise<void> => {
  const { tableName, attributes } = metaOf(strapi, uid);
  const table = attributes[attribute]?.joinTable;
  if (!table) throw new Error(`${uid}.${attribute} has no table of its own.`);
  for (let start = 0; start < links.length; start += CHUNK) {
    const some = links.slice(start, start + CHUNK);
    const rows = from(strapi, tableName).select('id', 'document_id').whereIn('document_id', some.map((link) => link.from));
    const ids = new Map((await runRaw(strapi, rows as unknown as PromiseLike<{ id: number; document_id: string }[]>)).map(({ id, document_id }) => [document_id, id]));
    const inserted = some.map((link) => ({ [table.joinColumn.name]: ids.get(link.from), [table.inverseJoinColumn.name]: link.to }));
    await runRaw(strapi, (from(strapi, table.name) as unknown as Inserting).insert(inserted));
  }
};
