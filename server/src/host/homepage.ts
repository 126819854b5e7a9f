import { AsyncLocalStorage } from 'node:async_hooks';
import { applyPredicate, from, metaOf } from './predicate-sql';
import type { Predicate } from '../kernel/predicate';
import { hasDrafts } from './content-types';
import type { Strapi } from './strapi';

interface Homepage {
  getCountDocuments(): Promise<Counts>;
}

interface Counts {
  draft: number;
  published: number;
  modified: number;
}

/** What the guards know, for the user of the running request. */
export interface HomepageRights {
  limited(): boolean;
  /** The governed types that he may read. */
  readable(): readonly string[];
  predicate(uid: string): Predicate;
}

interface Raw {
  select(column: unknown): Raw;
  groupBy(column: string): Raw;
  as(alias: string): unknown;
}

/** The host's own three buckets: never published, the same in both, changed since. */
const BUCKET = `CASE
  WHEN MAX(CASE WHEN published_at IS NOT NULL THEN 1 ELSE 0 END) = 0 THEN 'draft'
  WHEN MAX(CASE WHEN published_at IS NULL THEN updated_at END) = MAX(CASE WHEN published_at IS NOT NULL THEN updated_at END) THEN 'published'
  ELSE 'modified' END AS bucket`;

/** Counts the documents of a type that satisfy a predicate, as the host's widget counts all of them. */
const countWithin = async (strapi: Strapi, uid: string, predicate: Predicate): Promise<Counts> => {
  const bucket = hasDrafts(strapi, uid) ? BUCKET : "'published' AS bucket";
  const rows = from(strapi, `${metaOf(strapi, uid).tableName} as rh`).select('document_id');
  applyPredicate(strapi, rows, predicate, { uid, alias: 'rh' });
  const { connection } = strapi.db;
  const classified = (rows as unknown as Raw).select(connection.raw(bucket)).groupBy('document_id');
  const found = (await connection.select('bucket').count({ count: '*' }).from(classified.as('classified') as never).groupBy('bucket')) as unknown as { bucket: keyof Counts; count: number | string }[];
  const of = (name: keyof Counts) => Number(found.find((row) => row.bucket === name)?.count ?? 0);
  return { draft: of('draft'), published: of('published'), modified: of('modified') };
};

const sum = (a: Counts, b: Counts): Counts => ({ draft: a.draft + b.draft, published: a.published + b.published, modified: a.modified + b.modified });

const counting = new AsyncLocalStorage<true>();

/** Whether the host's own counting runs, which must leave governed types to ours. */
export const isCountingUngoverned = (): boolean => counting.getStore() === true;

/** The number of documents on the panel's homepage, which the host counts by raw SQL, past every query guard. In register. */
export const guardHomepage = (strapi: Strapi, rights: HomepageRights): void => {
  strapi.get('services').extend('plugin::content-manager.homepage', ((service: Homepage) => ({
    ...service,
    async getCountDocuments(): Promise<Counts> {
      if (!rights.limited()) return service.getCountDocuments();
      const ungoverned = await counting.run(true, () => service.getCountDocuments());
      const counts = await Promise.all(rights.readable().map((uid) => countWithin(strapi, uid, rights.predicate(uid))));
      return counts.reduce(sum, ungoverned);
    },
  })) as never);
};
