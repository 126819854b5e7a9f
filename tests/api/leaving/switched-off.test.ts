import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf } from '../../support/world';

const total = async (site: Site, key: string): Promise<number | string> => {
  const { status, body } = await (await site.as(`${key}@roster.test`)).get('/api/customers?pagination[pageSize]=1');
  return body.meta?.pagination.total ?? status;
};

describeOnEachDb('a boot without the plugin', (db) => {
  let site: Site;
  afterEach(() => site.close());

  it('closes the governed types, keeps the team, the books and the log, and gives them back with the next boot', async () => {
    site = await openSite({ db, customers: 24 });
    const world = await worldOf(site.strapi);
    const books = { carla: bookOf(world, 'carla').length, chen: bookOf(world, 'chen').length };
    const kept = async () => ({
      members: await table(site.strapi, 'member').count(),
      entries: await table(site.strapi, 'entry').count(),
      // Without those of whoever signs in to look.
      audit: await table(site.strapi, 'audit-entry').count({ where: { action: { $ne: 'user.signed-in' } } as never }),
      grants: await table(site.strapi, 'grant').count(),
    });
    const territories = async () => (await table(site.strapi, 'member').findMany({ where: { email: 'carla@roster.test' } as never, populate: ['territories'] as never }))[0].territories.length;
    const before = { ...(await kept()), carla: await total(site, 'carla'), territories: await territories() };
    expect(before.carla).toBe(books.carla);

    site = await site.reopen({ env: { ROSTER: 'off' } });
    expect([await total(site, 'carla'), await total(site, 'ana')]).toEqual([403, 403]);

    site = await site.reopen({ env: { ROSTER: 'on' } });
    expect({ ...(await kept()), carla: await total(site, 'carla'), territories: await territories() }).toEqual(before);
    expect([await total(site, 'chen'), await total(site, 'ana')]).toEqual([books.chen, 24]);
    const layouts = await (await site.as('carla@roster.test')).get('/api/dashboard-layouts');
    expect(layouts.body.data.map(({ name }: { name: string }) => name).sort()).toEqual(["Carla's board", 'Company default']);
    const cumulus = world.customers['Cumulus Air'] as string;
    await roster(site.strapi, 'books').setOwner(CUSTOMER, cumulus, world.members['carla'] as string);
    expect(await total(site, 'carla')).toBe(books.carla + 1);
  });
});
