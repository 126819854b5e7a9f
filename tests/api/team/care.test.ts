import { roster, table, CUSTOMER } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf, type World } from '../../support/world';

const DOORS = [['panel', '/roster'], ['rest', '/api/roster']] as const;

describeOnEachDb('a team is kept in order', (db) => {
  let site: Site;
  let world: World;

  const idOf = (key: string) => world.members[key] as string;
  const at = (door: 'panel' | 'rest', key: string) => (door === 'panel' ? site.asAdmin(`${key}@roster.test`) : site.as(`${key}@roster.test`));
  const memberRow = (key: string) => table(site.strapi, 'member').findOne({ where: { documentId: idOf(key) } as never }) as unknown as Promise<{ status: string }>;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24, configOverride: { 'plugin::roster': { team: { adminsWarnAbove: 2 } } } });
    world = await worldOf(site.strapi);
    await site.strapi.db.query('admin::user').update({ where: { email: 'super@roster.test' }, data: { isActive: false } });
  });
  afterAll(() => site.close());

  describe.each(DOORS)('at the door %s', (door, base) => {
    it(`[A107:${door}] [A204:${door}] one admin is told of, and more than the site wants; whoever cannot get in is none`, async () => {
      const hygiene = async () => (await (await at(door, 'ana')).get(`${base}/hygiene`).expect(200)).body.data as { notices: string[]; admins: { active: number; warnAbove: number; list: { name: string; hasDoor: boolean }[] } };
      const members = roster(site.strapi, 'members');
      expect(await hygiene()).toMatchObject({ notices: [], admins: { active: 2, warnAbove: 2 } });
      await members.setRole(idOf('emil'), 'admin');
      expect(await hygiene()).toMatchObject({ notices: ['MANY_ADMINS'], admins: { active: 3 } });
      await members.setRole(idOf('emil'), 'director');
      const { id } = (await site.strapi.db.query('plugin::users-permissions.user').findOne({ where: { email: 'bruno@roster.test' } })) as { id: number };
      const panel = (await site.strapi.db.query('admin::user').findOne({ where: { email: 'bruno@roster.test' } })) as { id: number };
      await site.strapi.db.query('plugin::users-permissions.user').update({ where: { id }, data: { blocked: true } });
      await site.strapi.db.query('admin::user').update({ where: { id: panel.id }, data: { isActive: false } });
      const single = await hygiene();
      expect(single).toMatchObject({ notices: ['SINGLE_ADMIN'], admins: { active: 1 } });
      expect(single.admins.list.find(({ hasDoor }) => !hasDoor)?.name).toBe('Bruno Keller');
      await site.strapi.db.query('plugin::users-permissions.user').update({ where: { id }, data: { blocked: false } });
      await site.strapi.db.query('admin::user').update({ where: { id: panel.id }, data: { isActive: true } });
      await (await at(door, 'nina')).get(`${base}/hygiene`).expect(403);
    });

    it(`[A207:${door}] what a member has besides his role is listed, and taken away by kinds, as far as one may touch him`, async () => {
      const books = roster(site.strapi, 'books');
      const [foreign] = world.plan.filter(({ owner, coOwners }) => owner === 'chen' && !coOwners.includes('carla'));
      const record = foreign?.documentId as string;
      await books.share(CUSTOMER, record, idOf('carla'));
      const [other] = world.plan.filter(({ owner, coOwners }) => owner === 'cora' && !coOwners.includes('carla'));
      await books.addCoOwner(CUSTOMER, other?.documentId as string, idOf('carla'));
      await roster(site.strapi, 'members').setTerritories(idOf('carla'), ['north']);
      const ana = await at(door, 'ana');
      const access = async () => (await ana.get(`${base}/members/${idOf('carla')}/access`).expect(200)).body.data as { shares: number; coOwned: number; owned: number; territories: string[]; grants: unknown[]; memberships: unknown[] };
      const owned = bookOf(world, 'carla').filter(({ owner }) => owner === 'carla').length;
      const before = await access();
      expect(before).toMatchObject({ shares: 1, owned, territories: ['north'], grants: [], memberships: [] });
      expect(before.coOwned).toBeGreaterThan(0);

      const remove = (agent: Awaited<ReturnType<Site['as']>>, key: string, kinds: unknown) => agent.post(`${base}/members/${idOf(key)}/access/removals`).send({ data: { kinds } });
      for (const [attacker, key, status] of [['vera', 'carla', 403], ['nina', 'carla', 403], ['ana', 'ana', 403]] as const) expect([attacker, (await remove(await at(door, attacker), key, ['shares'])).status]).toEqual([attacker, status]);
      for (const kinds of [[], ['everything'], 'shares']) expect((await remove(ana, 'carla', kinds)).status).toBe(400);
      expect((await ana.get(`${base}/members/nobody/access`)).status).toBe(404);
      expect(await access()).toEqual(before);

      expect((await remove(ana, 'carla', ['shares', 'coOwned', 'territories']).expect(200)).body.data).toEqual({ shares: 1, coOwned: before.coOwned, territories: 1 });
      expect(await access()).toEqual({ ...before, shares: 0, coOwned: 0, territories: [] });
    });

    it(`several are changed at once at ${door}, each by itself: who is refused keeps nobody from it`, async () => {
      const ana = await at(door, 'ana');
      const change = async (members: string[], wanted: object) => ((await ana.post(`${base}/members/changes`).send({ data: { members, change: wanted } }).expect(200)).body.data as { documentId: string; refused: { code: string } | null }[]).map(({ refused }) => refused?.code ?? null);
      expect(await change([idOf('vera'), idOf('ana'), 'nobody', idOf('viktor'), idOf('vera')], { status: 'deactivated' })).toEqual([null, 'SELF_CHANGE', 'NOT_FOUND', null]);
      expect([(await memberRow('vera')).status, (await memberRow('ana')).status]).toEqual(['deactivated', 'active']);
      expect(await change([idOf('vera'), idOf('viktor')], { status: 'active' })).toEqual([null, null]);
      expect(await change([idOf('vera'), idOf('viktor')], { role: 'csm' })).toEqual([null, null]);
      expect(await change([idOf('vera'), idOf('viktor')], { role: 'viewer' })).toEqual([null, null]);
      for (const data of [{ members: [], change: { status: 'active' } }, { members: [idOf('vera')], change: {} }, { members: [idOf('vera')], change: { role: 'viewer', status: 'active' } }]) expect((await ana.post(`${base}/members/changes`).send({ data })).status).toBe(400);
      expect((await (await at(door, 'carla')).post(`${base}/members/changes`).send({ data: { members: [idOf('viktor')], change: { role: 'viewer' } } })).status).toBe(403);
    });
  });
});
