import { CUSTOMER, roster } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf, type World } from '../../support/world';

describeOnEachDb("the site's own code", (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const enforcement = () => roster(site.strapi, 'enforcement');
  const count = () => site.strapi.documents(CUSTOMER).count({ status: 'published' });
  const carla = () => world.members['carla'] as string;

  it('is the system outside of requests: boot, cron, queues', async () => {
    expect(await count()).toBe(24);
    expect(enforcement().can('customer_360', 'delete').allowed).toBe(true);
  });

  it('runs as a member when told to, and as the system inside of that when told to', async () => {
    const seen = await enforcement().runAs(carla(), async () => ({
      own: await count(),
      all: await enforcement().asSystem(count),
      again: await count(),
    }));
    const own = bookOf(world, 'carla').length;
    expect(seen).toEqual({ own, all: 24, again: own });
  });

  it('is told why: a decision has its trace', async () => {
    const decision = await enforcement().runAs(carla(), async () => enforcement().can('customer_360', 'delete'));
    expect({ allowed: decision.allowed, code: decision.code }).toEqual({ allowed: false, code: 'PERMISSION_DENIED' });
    expect(decision.trace()).toEqual([
      { step: 'actor', kind: 'member' },
      { step: 'roles', deciding: ['csm'] },
      { step: 'cell', feature: 'customer_360', action: 'delete', scopes: [] },
    ]);
  });

  it('cannot run as somebody who is not there or not active', async () => {
    await expect(enforcement().runAs('abcdefghijklmnopqrstuvwx', count)).rejects.toMatchObject({ code: 'UNKNOWN_MEMBER' });
    const cyrus = world.members['cyrus'] as string;
    await roster(site.strapi, 'members').deactivate(cyrus);
    await expect(enforcement().runAs(cyrus, count)).rejects.toMatchObject({ code: 'UNKNOWN_MEMBER' });
  });

  it('below the document service: writes what the member may, refuses the rest, and never touches links', async () => {
    const query = site.strapi.db.query(CUSTOMER);
    const [acme, cumulus] = [world.customers['Acme Robotics'], world.customers['Cumulus Air']];
    const rows = await query.count({ where: { documentId: acme } as never });
    await enforcement().runAs(carla(), async () => {
      const both = { documentId: { $in: [acme, cumulus] } } as never;
      expect((await query.updateMany({ where: both, data: { tier: 'growth' } as never })).count).toBe(rows);
      await query.update({ where: { documentId: acme } as never, data: { tier: 'starter' } as never });
      await expect(query.delete({ where: { documentId: acme } as never })).rejects.toMatchObject({ details: { code: 'OUT_OF_SCOPE' } });
      await expect(query.create({ data: { name: 'Smuggled' } as never })).rejects.toMatchObject({ details: { code: 'USE_DOCUMENTS' } });
      await expect(query.update({ where: { documentId: acme } as never, data: { parent: 1 } as never })).rejects.toMatchObject({ details: { code: 'USE_DOCUMENTS' } });
      expect(await query.deleteMany({ where: { documentId: acme } as never })).toEqual({ count: 0 });
    });
    await roster(site.strapi, 'access').setCells([{ role: 'csm', feature: 'customer_360', action: 'create', scope: 'book' }], { kind: 'system' });
    await enforcement().runAs(carla(), async () => {
      await expect(query.create({ data: { name: 'Smuggled' } as never })).rejects.toMatchObject({ details: { code: 'USE_DOCUMENTS' } });
    });
    expect(await site.strapi.db.query(CUSTOMER).count({ where: { documentId: cumulus, tier: 'growth' } })).toBe(0);
    expect(await site.strapi.db.query(CUSTOMER).count({ where: { documentId: acme } })).toBeGreaterThan(0);
  });
});
