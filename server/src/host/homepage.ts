import { AsyncLocalStorage } from 'node:async_hooks';
import { applyPredicate, from, metaOf } from './predicate-sql';
import type { Predicate } from '../kernel/predicate';
import { hasDrafts } from './content-types';
import type { PanelRight } from './panel-rights';
import type { Strapi } from './strapi';

interface Homepage {
  queryLastDocuments(...args: unknown[]): Promise<unknown>;
  getCountDocuments(): Promise<Counts>;
}

interface Counts {
  draft: number;
  published: number;
  modified: number;
}

interface EntityManager {
  findMany(uid: string, params: unknown): Promise<PanelRight[]>;
}

/** What the guards know, for the user of the running request. */
export interface HomepageRights {
  limited(): boolean;
  governs(uid: string): boolean;
  predicate(uid: string): Predicate;
  of(own: readonly PanelRight[]): readonly PanelRight[];
}

interface Raw {
  select(column: unknown): Raw;
  groupBy(column: string): Raw;
  as(alias: string): unknown;
}

const READ = 'plugin::content-manager.explorer.read';

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

const asking = new AsyncLocalStorage<'recent' | 'counting'>();

const readable = (rights: HomepageRights, own: readonly PanelRight[]): PanelRight[] => rights.of(own).filter(({ action }) => action === READ);

/**
 * The widgets of the panel's homepage. They ask which types a user may read by the rights that are stored
 * for his roles, which a member's are not; and they count by raw SQL, which no query guard sees. In register.
 */
export const guardHomepage = (strapi: Strapi, rights: HomepageRights): void => {
  strapi.get('services').extend('plugin::content-manager.homepage', ((service: Homepage) => ({
    ...service,
    queryLastDocuments(this: unknown, ...args: unknown[]) {
      return asking.run('recent', () => service.queryLastDocuments.apply(this, args));
    },
    async getCountDocuments(): Promise<Counts> {
      if (!rights.limited()) return service.getCountDocuments();
      const ungoverned = await asking.run('counting', () => service.getCountDocuments());
      const governed = [...new Set(readable(rights, []).flatMap(({ subject }) => (subject != null && rights.governs(subject) ? [subject] : [])))];
      const counts = await Promise.all(governed.map((uid) => countWithin(strapi, uid, rights.predicate(uid))));
      return counts.reduce(sum, ungoverned);
    },
  })) as never);
};

/**
 * The widgets' look at the stored rights, completed. The host makes the widgets' service before any plugin
 * is registered, together with the services that it uses: those cannot be extended any more, so it is the
 * query below them that answers more. At bootstrap.
 */
export const completeHomepageRights = (strapi: Strapi, rights: HomepageRights): void => {
  const manager = strapi.db.entityManager as unknown as EntityManager;
  const { findMany } = manager;
  manager.findMany = async function findManyForHomepage(this: EntityManager, uid, params) {
    const own = await findMany.call(this, uid, params);
    const why = uid === 'admin::permission' && rights.limited() ? asking.getStore() : undefined;
    if (!why) return own;
    const all = readable(rights, own);
    return why === 'recent' ? all : all.filter(({ subject }) => subject == null || !rights.governs(subject));
  };
};
