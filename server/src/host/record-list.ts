import { OWNER_COLUMN } from '../kernel/owner-attribute';
import type { Predicate } from '../kernel/predicate';
import { applyPredicate, from, metaOf } from './predicate-sql';
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

/** Which records of a type: without an owner, of these owners, or of anybody; and within which rows: those that somebody sees. */
export interface Wanted {
  readonly owners: readonly string[] | 'nobody' | 'anybody';
  readonly within: Predicate;
  /** Out of these alone. */
  readonly among?: readonly string[];
}

const ALIAS = 'rc';
const OWNER = `${ALIAS}.${OWNER_COLUMN}`;
const DOCUMENT = `${ALIAS}.document_id`;

const rowsOf = (strapi: Strapi, uid: string, { owners, within, among }: Wanted): Listing => {
  const sql = from(strapi, `${metaOf(strapi, uid).tableName} as ${ALIAS}`);
  if (within.kind !== 'always') sql.where((nested) => applyPredicate(strapi, nested, within, { uid, alias: ALIAS }));
  const rows = sql as unknown as Listing;
  if (among) rows.whereIn(DOCUMENT, among);
  if (owners === 'anybody') return rows;
  return owners === 'nobody' ? rows.whereNull(OWNER) : rows.whereIn(OWNER, owners);
};

/** A page of records by documentId, oldest first, however many rows each has. */
export const listRecords = async (strapi: Strapi, uid: string, wanted: Wanted, page?: { readonly offset: number; readonly limit: number }): Promise<string[]> => {
  const list = rowsOf(strapi, uid, wanted).select(DOCUMENT).min({ first: `${ALIAS}.id` }).groupBy(DOCUMENT).orderBy('first');
  const rows = await runRaw(strapi, page ? list.limit(page.limit).offset(page.offset) : list);
  return rows.map(({ document_id: documentId }) => documentId as string);
};

export const countRecords = async (strapi: Strapi, uid: string, wanted: Wanted): Promise<number> => {
  const [row] = await runRaw(strapi, rowsOf(strapi, uid, wanted).countDistinct({ count: DOCUMENT }));
  return Number(row?.['count'] ?? 0);
};
