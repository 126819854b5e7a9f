import type { Core } from '@strapi/strapi';

import { auditLog } from '../support/audit-log';
import { table } from '../support/roster';
import { describeOnEachDb, openSite, type Site } from '../support/site';

const AUTHOR = { type: 'relation', relation: 'oneToOne', target: 'admin::user', useJoinTable: false, configurable: false, writable: false, visible: false, private: true };

/** Tables of the plugin had the host's two authors once, as all types of a site do. */
const asBefore = (strapi: Core.Strapi): void => {
  for (const [uid, { attributes }] of Object.entries(strapi.contentTypes)) {
    if (uid.startsWith('plugin::roster.')) Object.assign(attributes, { createdBy: { ...AUTHOR }, updatedBy: { ...AUTHOR } });
  }
};

describeOnEachDb('a site that an earlier version has set up', (db) => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite({ db, customers: 20, onRegistered: asBefore });
  });
  afterAll(() => site.close());

  const names = (): string[] => Object.keys(site.strapi.contentTypes).filter((uid) => uid.startsWith('plugin::roster.')).map((uid) => uid.replace('plugin::roster.', ''));
  const counts = async (): Promise<Record<string, number>> => Object.fromEntries(await Promise.all(names().map(async (name) => [name, await table(site.strapi, name).count()] as const)));
  const columnsOf = async (name: string): Promise<string[]> => {
    const { tableName } = site.strapi.db.metadata.get(`plugin::roster.${name}`);
    return Object.keys(await site.strapi.db.connection(tableName).columnInfo());
  };
  const withAuthors = async (): Promise<string[]> => {
    const list: string[] = [];
    for (const name of names()) if ((await columnsOf(name)).includes('created_by_id')) list.push(name);
    return list;
  };
  const bookOfCarla = async (): Promise<string[]> => (await (await site.as('carla@roster.test')).get('/api/customers?sort=name&pagination[pageSize]=100').expect(200)).body.data.map(({ name }: { name: string }) => name);

  it('keeps every row, what the log seals, and who sees what, while its tables lose what nobody wrote', async () => {
    expect(await withAuthors()).toEqual(names());
    const [before, book] = [await counts(), await bookOfCarla()];
    expect([Object.values(before).filter((count) => count > 0).length > 8, book.length > 0]).toEqual([true, true]);
    site = await site.reopen();
    expect(await withAuthors()).toEqual([]);
    const after = await counts();
    // A start and a sign-in write rows of their own.
    expect(names().filter((name) => (after[name] ?? 0) < (before[name] ?? 0))).toEqual([]);
    expect(await bookOfCarla()).toEqual(book);
    await auditLog(site.strapi).seal();
    expect(await auditLog(site.strapi).verify()).toMatchObject({ isSound: true, waiting: 0 });
  });
});
