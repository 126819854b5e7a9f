import type { DbName } from './databases/names';
import { CUSTOMER, roster, table } from './roster';
import type { Site } from './site';
import { bookOf, worldOf, type World } from './world';

/** By which scope the csms of a site reach their records; `restricted` ones by `all`, and by a restriction to their territories. */
export type ReachKind = 'book' | 'shared' | 'territory' | 'restricted';

/** Each kind is a run of its own: two dialects tell as much of it as three. */
const KINDS_ON: Readonly<Record<DbName, readonly ReachKind[]>> = {
  sqlite: ['book', 'shared', 'territory', 'restricted'],
  postgres: ['book', 'shared', 'territory'],
  mysql: ['book'],
};

export const reachKindsOn = (db: DbName): readonly ReachKind[] => KINDS_ON[db];

const holdersOf = (world: World, record: string): string[] =>
  Object.keys(world.members).filter((key) => bookOf(world, key).some(({ documentId }) => documentId === record));

const clearBooks = async ({ strapi }: Site, world: World): Promise<void> => {
  const books = roster(strapi, 'books');
  for (const { documentId, coOwners } of world.plan) {
    await books.setOwner(CUSTOMER, documentId, null);
    for (const key of coOwners) await books.removeCoOwner(CUSTOMER, documentId, world.members[key] as string);
  }
};

const setCells = async ({ strapi }: Site, scope: 'shared' | 'territory' | 'all'): Promise<void> => {
  const rows = (await table(strapi, 'permission').findMany({ where: { role: 'csm', scope: 'book' } as never })) as { feature: string; action: string }[];
  // Nothing is written by a share: those cells stay, and reach a book that is empty.
  const cells = rows.filter(({ action }) => scope !== 'shared' || action === 'view').map(({ feature, action }) => ({ role: 'csm', feature, action, scope }));
  await roster(strapi, 'access').setCells(cells, { kind: 'system' });
};

const shareBooks = async ({ strapi }: Site, world: World): Promise<void> => {
  for (const { documentId } of world.plan) {
    for (const key of holdersOf(world, documentId)) await roster(strapi, 'books').share(CUSTOMER, documentId, world.members[key] as string);
  }
};

/** A territory for every set of people whose books have the same records in common. */
const partBooks = async ({ strapi }: Site, world: World): Promise<void> => {
  const members = roster(strapi, 'members');
  const territories = new Map<string, string[]>();
  for (const { documentId } of world.plan) {
    const holders = holdersOf(world, documentId);
    const territory = holders.length === 0 ? null : holders.join(' and ');
    if (territory !== null) territories.set(territory, holders);
    await strapi.db.query(CUSTOMER).updateMany({ where: { documentId }, data: { territory } });
  }
  for (const key of territories.keys()) await members.defineTerritory(key, key);
  for (const [key, documentId] of Object.entries(world.members)) {
    await members.setTerritories(documentId, [...territories].filter(([, holders]) => holders.includes(key)).map(([territory]) => territory));
  }
};

/** Has everybody see what was in his book, and nothing else, by another scope: the books are empty then. */
export const reachBy = async (site: Site, kind: ReachKind): Promise<void> => {
  if (kind === 'book') return;
  const world = await worldOf(site.strapi);
  await setCells(site, kind === 'restricted' ? 'all' : kind);
  await clearBooks(site, world);
  await (kind === 'shared' ? shareBooks : partBooks)(site, world);
  if (kind !== 'restricted') return;
  const csms = (await table(site.strapi, 'grant').findMany({ where: { role: 'csm' } as never })) as { member: string }[];
  for (const { member } of csms) await roster(site.strapi, 'members').restrict(member, 'territories');
};
