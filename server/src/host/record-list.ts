import { OWNER_COLUMN } from '../kernel/owner-attribute';
import { from, metaOf } from './predicate-sql';
import { runRaw } from './raw';
import type { Strapi } from './strapi';

interface Listing extends PromiseLike<readonly Record<string, unknown>[]> {
  whereNull(column: string): Listing;
  whereIn(column: string, values: readonly unknown[]): Listing;
  select(column: string): Listing;
  min(columns: object): Listing;
  countDistinct(columns: object): Listing;
  groupBy(column: string): Listing;
  orderBy(column: string): Listing;
  limit(count: number): Listing;
  offset(count: number): Listing;
}

/** Records without an owner, those of these owners, or all. */
export type OwnedBy = readonly string[] | 'nobody' | 'anybody';

const rowsOf = (strapi: Strapi, uid: string, owners: OwnedBy): Listing => {
  const rows = from(strapi, metaOf(strapi, uid).tableName) as unknown as Listing;
  if (owners === 'anybody') return rows;
  return owners === 'nobody' ? rows.whereNull(OWNER_COLUMN) : rows.whereIn(OWNER_COLUMN, owners);
};

/** A page of records by documentId, oldest first, however many rows each has. */
export const listRecords = async (strapi: Strapi, uid: string, owners: OwnedBy, page?: { readonly offset: number; readonly limit: number }): Promise<string[]> => {
  const list = rowsOf(strapi, uid, owners).select('document_id').min({ first: 'id' }).groupBy('document_id').orderBy('first');
  const rows = await runRaw(strapi, page ? list.limit(page.limit).offset(page.offset) : list);
  return rows.map(({ document_id: documentId }) => documentId as string);
};

export const countRecords = async (strapi: Strapi, uid: string, owners: OwnedBy): Promise<number> => {
  const [row] = await runRaw(strapi, rowsOf(strapi, uid, owners).countDistinct({ count: 'document_id' }));
  return Number(row?.['count'] ?? 0);
};
