import { createApiUser, createPanelUser } from '../../support/people';
import { roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf, type World } from '../../support/world';

type Requester = Awaited<ReturnType<Site['as']>>;

interface Listed {
  readonly documentId: string;
  readonly email: string;
  readonly status: string;
  readonly roles: readonly string[];
  readonly book: number;
  readonly doors: { readonly panel: boolean; readonly api: boolean };
  readonly isEditable: boolean;
  readonly isSuperAdmin: boolean;
}

/** The two doors to the same team. */
const DOORS = [
  ['panel', '/roster'],
  ['rest', '/api/roster'],
] as const;

describeOnEachDb('the team', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24 });
    world = await worldOf(site.strapi);
    // The Super Admin becomes a member by his first request.
    await (await site.asAdmin('super@roster.test')).get('/roster/me').expect(200);
  });
  afterAll(() => site.close());

  const at = (door: 'panel' | 'rest', key: string): Promise<Requester> => (door === 'panel' ? site.asAdmin(`${key}@roster.test`) : site.as(`${key}@roster.test`));
  const idOf = (key: string) => world.members[key] as string;
  const list = async (agent: Requester, base: string, query = '') => (await agent.get(`${base}/members?pageSize=100${query}`).expect(200)).body as { data: Listed[]; meta: { pagination: object; grantable: string[] } };
  const people = (data: readonly Listed[]) => data.map(({ email }) => email.split('@')[0]);
  const rowOf = async (key: string) => (await list(await site.asAdmin('ana@roster.test'), '/roster')).data.find(({ email }) => email === `${key}@roster.test`) as Listed;
  const memberRows = async () => JSON.stringify([await table(site.strapi, 'member').findMany({ orderBy: { id: 'asc' } as never }), await table(site.strapi, 'grant').findMany({ orderBy: { id: 'asc' } as never })]);

  describe.each(DOORS)('at the door %s', (door, base) => {
    it(`[A181:${door}] all members with role, status, doors and size of the book, by name, in pages`, async () => {
      const ana = await at(door, 'ana');
      const { data, meta } = await list(ana, base);
      expect(people(data)).toEqual(['ana', 'bruno', 'carla', 'chen', 'cleo', 'colin', 'cora', 'cyrus', 'dora', 'emil', 'super', 'vera', 'viktor']);
      expect(meta.pagination).toEqual({ page: 1, pageSize: 100, pageCount: 1, total: 13 });
      const carla = data.find(({ email }) => email === 'carla@roster.test');
      expect(carla).toMatchObject({ status: 'active', roles: ['csm'], book: bookOf(world, 'carla').length, doors: { panel: true, api: true }, isEditable: true });
      expect(data.find(({ email }) => email === 'super@roster.test')).toMatchObject({ roles: ['admin'], isSuperAdmin: true, isEditable: false, doors: { panel: true, api: false } });

      const { body } = await ana.get(`${base}/members?pageSize=5&page=2`).expect(200);
      expect([people(body.data), body.meta.pagination]).toEqual([['colin', 'cora', 'cyrus', 'dora', 'emil'], { page: 2, pageSize: 5, pageCount: 3, total: 13 }]);
    });

    it(`[A181:${door}] is searched by name and address, and filtered by role and status`, async () => {
      const ana = await at(door, 'ana');
      expect(people((await list(ana, base, '&search=MENDES')).data)).toEqual(['carla']);
      expect(people((await list(ana, base, '&search=cora@')).data)).toEqual(['cora']);
      expect(people((await list(ana, base, '&role=viewer')).data)).toEqual(['vera', 'viktor']);
      expect(people((await list(ana, base, '&role=csm&search=c&status=deactivated')).data)).toEqual([]);
      expect(people((await list(ana, base, '&search=%25')).data)).toEqual([]);
      const { body } = await ana.get(`${base}/members?status=asleep`).expect(400);
      expect(body.error.details).toMatchObject({ code: 'VALIDATION_FAILED', path: 'status' });
    });

    it(`[A018:${door}] a director reads the team and changes nothing; a csm and a viewer do not read it`, async () => {
      const dora = await at(door, 'dora');
      const { data, meta } = await list(dora, base);
      expect([data.length, data.some(({ isEditable }) => isEditable), meta.grantable]).toEqual([13, false, []]);
      for (const key of ['carla', 'vera']) {
        const { status, body } = await (await at(door, key)).get(`${base}/members`);
        expect([key, status, body.data, body.error.details.code]).toEqual([key, 403, null, 'PERMISSION_DENIED']);
      }
    });

    it(`[A185:${door}] who is no admin adds nobody, gives no role, lets nobody in or out, and links nobody`, async () => {
      const before = await memberRows();
      for (const key of ['dora', 'carla', 'vera']) {
        const agent = await at(door, key);
        const calls = [
          agent.post(`${base}/members`).send({ data: { email: 'x@roster.test', name: 'X', role: 'viewer' } }),
          agent.put(`${base}/members/${idOf('cleo')}/role`).send({ data: { role: 'viewer' } }),
          agent.put(`${base}/members/${idOf('cleo')}/status`).send({ data: { status: 'deactivated' } }),
          agent.put(`${base}/members/${idOf('cleo')}/users`).send({ data: { apiUser: null } }),
        ];
        for (const call of calls) {
          const { status, body } = await call;
          expect([key, status, body.error.details.code]).toEqual([key, 403, 'PERMISSION_DENIED']);
        }
      }
      expect(await memberRows()).toBe(before);
    });

    it(`[A182:${door}] an admin gives another role: it holds from the next request on, and the log says who gave what`, async () => {
      const ana = await at(door, 'ana');
      const cora = await site.as('cora@roster.test');
      const total = async () => (await cora.get('/api/customers').expect(200)).body.meta.pagination.total;
      expect(await total()).toBe(bookOf(world, 'cora').length);
      await ana.put(`${base}/members/${idOf('cora')}/role`).send({ data: { role: 'viewer' } }).expect(200);
      expect(await total()).toBe(24);
      expect((await rowOf('cora')).roles).toEqual(['viewer']);
      const [entry] = (await table(site.strapi, 'audit-entry').findMany({ where: { action: 'member.role-changed' } as never, orderBy: { id: 'desc' } as never })) as { body: string }[];
      expect(JSON.parse(entry?.body ?? '')).toMatchObject({ actor: { member: idOf('ana') }, target: { type: 'member', id: idOf('cora') }, details: { from: ['csm'], to: 'viewer' } });
      await ana.put(`${base}/members/${idOf('cora')}/role`).send({ data: { role: 'csm' } }).expect(200);
    });

    it(`[A182:${door}] mistakes are named, and change nothing`, async () => {
      const ana = await at(door, 'ana');
      const before = await memberRows();
      const put = async (path: string, data: unknown) => {
        const { status, body } = await ana.put(`${base}/members/${path}`).send({ data });
        return [status, body.error?.details?.code, body.error?.details?.path];
      };
      expect(await put(`${idOf('cora')}/role`, { role: 'emperor' })).toEqual([400, 'UNKNOWN_ROLE', 'data.role']);
      expect(await put(`${idOf('cora')}/role`, { roles: ['csm'] })).toEqual([400, 'VALIDATION_FAILED', expect.stringContaining('role')]);
      expect(await put('nobody/role', { role: 'csm' })).toEqual([404, 'NOT_FOUND', undefined]);
      expect(await put(`${idOf('cora')}/status`, { status: 'asleep' })).toEqual([400, 'VALIDATION_FAILED', 'data.status']);
      expect((await put(`${idOf('ana')}/role`, { role: 'viewer' })).slice(0, 2)).toEqual([403, 'SELF_CHANGE']);
      expect((await put(`${idOf('ana')}/status`, { status: 'deactivated' })).slice(0, 2)).toEqual([403, 'SELF_CHANGE']);
      const superAdmin = (await rowOf('super')).documentId;
      expect((await put(`${superAdmin}/role`, { role: 'viewer' })).slice(0, 2)).toEqual([409, 'SUPER_ADMIN']);
      expect((await put(`${superAdmin}/status`, { status: 'deactivated' })).slice(0, 2)).toEqual([409, 'SUPER_ADMIN']);
      expect(await memberRows()).toBe(before);
    });
  });

  it('[A213] a person is added with users of the host that are nobody else’s, and is the same member at both doors', async () => {
    const ana = await site.asAdmin('ana@roster.test');
    const { documentId: apiUser } = await createApiUser(site.strapi, 'greta');
    const { documentId: panelUser } = await createPanelUser(site.strapi, 'greta');
    const free = async (door: string) => ((await ana.get(`/roster/users?door=${door}&search=greta`).expect(200)).body.data as { documentId: string }[]).map(({ documentId }) => documentId);
    expect([await free('api'), await free('panel')]).toEqual([[apiUser], [panelUser]]);
    const { body } = await ana.post('/roster/members').send({ data: { email: 'Greta@Roster.test', name: 'Greta', role: 'csm', apiUser, panelUser } }).expect(200);
    expect([await free('api'), await free('panel')]).toEqual([[], []]);
    const { setOwner } = roster(site.strapi, 'books');
    await setOwner('api::customer.customer', world.customers['Cumulus Air'] as string, body.data.documentId);
    const [greta, panelGreta] = [await site.as('greta@roster.test'), await site.asAdmin('greta@roster.test')];
    const me = async (agent: Requester, base: string) => (await agent.get(`${base}/me`).expect(200)).body.data;
    expect(await me(greta, '/api/roster')).toEqual(await me(panelGreta, '/roster'));
    const names = (rows: { documentId: string }[]) => rows.map(({ documentId }) => documentId);
    expect(names((await greta.get('/api/customers').expect(200)).body.data)).toEqual([world.customers['Cumulus Air']]);
    expect(names((await panelGreta.get('/content-manager/collection-types/api::customer.customer').expect(200)).body.results)).toEqual([world.customers['Cumulus Air']]);

    for (const [values, path] of [
      [{ email: 'greta@roster.test' }, 'email'],
      [{ apiUser }, 'apiUser'],
      [{ panelUser }, 'panelUser'],
    ] as const) {
      const { status, body: refused } = await ana.post('/roster/members').send({ data: Object.assign({ email: 'other@roster.test', name: 'Other', role: 'csm' }, values) });
      expect([status, refused.error.details.code, refused.error.details.path]).toEqual([409, 'MEMBER_EXISTS', path]);
    }
    await ana.put(`/roster/members/${body.data.documentId}/users`).send({ data: { apiUser: null } }).expect(200);
    expect((await greta.get('/api/customers')).body.error.details.code).toBe('NOT_A_MEMBER');
    await panelGreta.get('/content-manager/collection-types/api::customer.customer').expect(200);
  });

  it('nobody gives more than he has: a delegated manager', async () => {
    const access = roster(site.strapi, 'access');
    const cells = (scope: string) => ['view', 'create', 'update'].map((action) => ({ role: 'csm', feature: 'team_management', action, scope }));
    await access.setCells(cells('all'), { kind: 'system' });
    const colin = await site.asAdmin('colin@roster.test');
    const { data, meta } = await list(colin, '/roster');
    // A viewer sees everything; a csm, even one who manages the team, his book.
    expect(meta.grantable).toEqual(['csm']);
    expect(people(data.filter(({ isEditable }) => isEditable))).toEqual(['carla', 'chen', 'cleo', 'cora', 'cyrus', 'greta']);
    const code = async (call: PromiseLike<{ status: number; body: { error?: { details: { code: string } } } }>) => {
      const { status, body } = await call;
      return [status, body.error?.details.code];
    };
    const role = (key: string, to: string) => code(colin.put(`/roster/members/${idOf(key)}/role`).send({ data: { role: to } }));
    expect(await role('cleo', 'admin')).toEqual([403, 'ROLE_BEYOND_CEILING']);
    expect(await role('cleo', 'viewer')).toEqual([403, 'ROLE_BEYOND_CEILING']);
    expect(await role('vera', 'csm')).toEqual([403, 'ROLE_BEYOND_CEILING']);
    expect(await role('ana', 'csm')).toEqual([403, 'ROLE_BEYOND_CEILING']);
    expect(await role('colin', 'csm')).toEqual([403, 'SELF_CHANGE']);
    expect(await code(colin.put(`/roster/members/${idOf('dora')}/status`).send({ data: { status: 'deactivated' } }))).toEqual([403, 'ROLE_BEYOND_CEILING']);
    expect(await code(colin.post('/roster/members').send({ data: { email: 'y@roster.test', name: 'Y', role: 'director' } }))).toEqual([403, 'ROLE_BEYOND_CEILING']);
    // Nor by way of a user who is more: a Super Admin would be an admin under another's name.
    const { documentId: panelUser } = await createPanelUser(site.strapi, 'saul', 'strapi-super-admin');
    expect(await code(colin.post('/roster/members').send({ data: { email: 'z@roster.test', name: 'Z', role: 'csm', panelUser } }))).toEqual([403, 'ROLE_BEYOND_CEILING']);
    expect(await code(colin.put(`/roster/members/${idOf('cleo')}/users`).send({ data: { panelUser } }))).toEqual([403, 'ROLE_BEYOND_CEILING']);
    await colin.post('/roster/members').send({ data: { email: 'y@roster.test', name: 'Y', role: 'csm' } }).expect(200);
    await access.setCells(cells('none'), { kind: 'system' });
    await colin.get('/roster/members').expect(403);
  });

  it('a Super Admin who has the address of a member is an admin in the panel, and the member stays what he was elsewhere', async () => {
    await createPanelUser(site.strapi, 'hugo', 'strapi-super-admin');
    const { documentId: apiUser } = await createApiUser(site.strapi, 'stranger');
    const members = roster(site.strapi, 'members');
    await members.create({ email: 'hugo@roster.test', name: 'Hugo', role: 'csm', apiUser });
    expect((await (await site.asAdmin('hugo@roster.test')).get('/roster/me').expect(200)).body.data.roles).toEqual(['admin']);
    expect((await (await site.as('stranger@roster.test')).get('/api/roster/me').expect(200)).body.data.roles).toEqual(['csm']);
  });

  it('the last active admin stays, also when two demote each other at once', async () => {
    const members = roster(site.strapi, 'members');
    // A Super Admin is an admin, whether he has come yet or not.
    for (const { id } of await site.strapi.db.query('admin::user').findMany({ where: { roles: { code: 'strapi-super-admin' } } })) await site.strapi.db.query('admin::user').update({ where: { id }, data: { roles: [] } });
    for (const { documentId, member } of (await table(site.strapi, 'grant').findMany({ where: { role: 'admin' } as never })) as { documentId: string; member: string }[]) {
      if (![idOf('ana'), idOf('bruno')].includes(member)) await table(site.strapi, 'grant').delete({ where: { documentId } as never });
    }
    const outcomes = await Promise.allSettled([members.setRole(idOf('ana'), 'viewer'), members.deactivate(idOf('bruno'))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason.code).toBe('LAST_ADMIN');
    const admins = (await table(site.strapi, 'grant').findMany({ where: { role: 'admin' } as never })) as { member: string }[];
    const active = await table(site.strapi, 'member').count({ where: { documentId: { $in: admins.map(({ member }) => member) }, status: 'active' } as never });
    expect(active).toBe(1);
  });
});
