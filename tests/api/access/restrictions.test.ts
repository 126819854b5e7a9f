import { createPanelUser } from '../../support/people';
import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

type Requester = Awaited<ReturnType<Site['as']>>;
type Answer = { status: number; body: { error?: { details?: { code?: string; path?: string } } } };

const codeOf = ({ status, body }: Answer) => [status, body.error?.details?.code, body.error?.details?.path];
const idsOf = (rows: readonly { documentId: string }[]): string[] => rows.map(({ documentId }) => documentId).sort();

const DOORS = [
  ['panel', '/roster'],
  ['rest', '/api/roster'],
] as const;

describeOnEachDb('a member whose `all` is restricted', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 30 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const member = (key: string) => world.members[key] as string;
  const as = (key: string) => site.as(`${key}@roster.test`);
  const asAdmin = (key: string) => site.asAdmin(`${key}@roster.test`);
  const at = (door: 'panel' | 'rest', key: string) => (door === 'panel' ? asAdmin(key) : as(key));
  const everything = () => idsOf(world.plan);
  const inTerritory = (key: string) => idsOf(world.plan.filter(({ territory }) => territory === key));
  const one = (territory: string) => inTerritory(territory)[0] as string;
  const restrict = async (key: string, restriction: unknown, by = 'ana') => (await as(by)).put(`/api/roster/members/${member(key)}/restriction`).send({ data: { restriction } });
  const members = () => roster(site.strapi, 'members');
  const customersOf = async (agent: Requester, query = ''): Promise<string[]> => idsOf((await agent.get(`/api/customers?pagination[pageSize]=100${query}`).expect(200)).body.data);
  const seenBy = async (key: string): Promise<string[][]> => {
    const [rest, panel] = [await as(key), await asAdmin(key)];
    const graphql = await rest.post('/graphql').send({ query: '{ customers(pagination: { pageSize: 100 }) { documentId } }' });
    const list = await panel.get(`/content-manager/collection-types/${CUSTOMER}?pageSize=100`).expect(200);
    return [await customersOf(rest), idsOf(graphql.body.data.customers), idsOf(list.body.results)];
  };
  const thrice = (list: string[]) => [list, list, list];

  it('to his territories sees of all records those there and what hangs on them, by the next request, at every door', async () => {
    expect(await seenBy('vera')).toEqual(thrice(everything()));
    await members().setTerritories(member('vera'), ['north']);
    expect((await restrict('vera', 'territories')).status).toBe(200);
    expect(await seenBy('vera')).toEqual(thrice(inTerritory('north')));
    const vera = await as('vera');
    expect((await vera.get(`/api/customers/${one('south')}`)).status).toBe(404);
    const notes = (await vera.get('/api/notes?populate=customer&pagination[pageSize]=100').expect(200)).body.data as { customer: { documentId: string } }[];
    expect([...new Set(idsOf(notes.map(({ customer }) => customer)))]).toEqual(inTerritory('north'));
    const regions = await vera.get('/api/regions?populate=customers');
    for (const hidden of [...inTerritory('south'), ...inTerritory('latam')]) expect(regions.text).not.toContain(hidden);
    await members().setTerritories(member('vera'), []);
    expect(await seenBy('vera')).toEqual(thrice([]));
    await members().setTerritories(member('vera'), ['north']);
  });

  it('is what he was for definitions and for what is personal', async () => {
    const [vera, viktor] = [await as('vera'), await as('viktor')];
    for (const path of ['/api/segments', '/api/health-models', '/api/playbooks', '/api/dashboard-layouts', '/api/notifications']) {
      const [restricted, free] = [await vera.get(`${path}?sort=id`).expect(200), await viktor.get(`${path}?sort=id`).expect(200)];
      expect([path, restricted.body]).toEqual([path, free.body]);
    }
  });

  it('is told how far he reaches', async () => {
    const vera = await as('vera');
    const { body } = await vera.get('/api/roster/me').expect(200);
    expect(body.data).toMatchObject({ roles: ['viewer'], restriction: 'territories', territories: ['north'], permissions: { customer_360: { view: ['all'] } } });
    const questions = [{ type: CUSTOMER, action: 'view' }, { type: 'api::note.note', action: 'view' }, { type: 'api::segment.segment', action: 'view' }, { type: CUSTOMER, action: 'view', record: one('north') }, { type: CUSTOMER, action: 'view', record: one('south') }];
    expect((await vera.post('/api/roster/check').send({ data: { questions } }).expect(200)).body.data).toEqual([
      { allowed: true, scopes: ['territory'] },
      { allowed: true, scopes: ['territory'] },
      { allowed: true, scopes: ['all'] },
      { allowed: true, scopes: ['territory'] },
      { allowed: false, scopes: [], code: 'NOT_FOUND' },
    ]);
    const why = async (type: string, record: string) => (await vera.get(`/api/roster/records/${type}/${record}/why`).expect(200)).body.data;
    expect(await why(CUSTOMER, one('north'))).toMatchObject({ scopes: ['territory'], within: ['territory'] });
    const note = Object.values(world.details).flatMap(({ note: notes = [] }) => notes);
    const [first] = idsOf((await vera.get('/api/notes').expect(200)).body.data);
    expect([note.includes(first as string), await why('api::note.note', first as string)]).toEqual([true, expect.objectContaining({ scopes: ['territory'], within: ['territory'] })]);
  });

  it('sees besides what is shared with him; restricted to that he sees nothing else, and nothing at all where nothing is shared', async () => {
    const books = roster(site.strapi, 'books');
    await books.share(CUSTOMER, one('south'), member('vera'));
    expect(await seenBy('vera')).toEqual(thrice([...inTerritory('north'), one('south')].sort()));
    await restrict('vera', 'shared');
    expect(await seenBy('vera')).toEqual(thrice([one('south')]));
    const why = await (await as('vera')).get(`/api/roster/records/${CUSTOMER}/${one('south')}/why`).expect(200);
    expect(why.body.data).toMatchObject({ scopes: ['shared'], within: ['shared'] });
    await books.unshare(CUSTOMER, one('south'), member('vera'));
    expect(await seenBy('vera')).toEqual(thrice([]));
    expect((await (await as('vera')).get('/api/notes').expect(200)).body.meta.pagination.total).toBe(0);
    await restrict('vera', 'none');
    expect(await seenBy('vera')).toEqual(thrice(everything()));
  });

  describe('who may change all records', () => {
    const cells = (scope: string) => ['create', 'update', 'delete'].map((action) => ({ role: 'director', feature: 'customer_360', action, scope }));
    beforeAll(async () => {
      await roster(site.strapi, 'access').setCells(cells('all'), { kind: 'system' });
      await members().setTerritories(member('dora'), ['north']);
    });
    afterAll(async () => {
      await roster(site.strapi, 'access').setCells(cells('none'), { kind: 'system' });
      await members().restrict(member('dora'), 'none');
    });

    it('changes and makes those in his territories; what lies elsewhere is not there', async () => {
      await restrict('dora', 'territories');
      const dora = await as('dora');
      await dora.put(`/api/customers/${one('north')}`).send({ data: { tier: 'growth' } }).expect(200);
      for (const send of [dora.put(`/api/customers/${one('south')}`).send({ data: { tier: 'growth' } }), dora.post('/api/notes').send({ data: { title: 'Elsewhere', customer: one('south') } })]) expect([400, 404]).toContain((await send).status);
      await dora.delete(`/api/customers/${one('south')}`);
      expect((await (await as('ana')).get(`/api/customers/${one('south')}`)).status).toBe(200);
      await dora.post('/api/customers').send({ data: { name: 'Of the north', territory: 'north' } }).expect(201);
      expect(codeOf(await dora.post('/api/customers').send({ data: { name: 'Of the south', territory: 'south' } }))).toEqual([403, 'OUT_OF_SCOPE', 'territory']);
      expect(codeOf(await dora.put(`/api/customers/${one('north')}`).send({ data: { territory: 'south' } }))).toEqual([403, 'OUT_OF_SCOPE', 'territory']);
      const clone = `/content-manager/collection-types/${CUSTOMER}/clone/${one('north')}`;
      expect((await (await asAdmin('dora')).post(clone).send({ name: 'A clone for the south', territory: 'south', slug: 'a-clone-for-the-south', email: 'a-clone@roster.test' })).status).toBe(403);
      expect(await site.strapi.db.query(CUSTOMER).count({ where: { name: { $in: ['Of the south', 'A clone for the south'] } } })).toBe(0);
    });

    it('restricted to what is shared with him views that, and changes and makes nothing', async () => {
      await restrict('dora', 'shared');
      await roster(site.strapi, 'books').share(CUSTOMER, one('north'), member('dora'));
      const dora = await as('dora');
      expect(await customersOf(dora)).toEqual([one('north')]);
      expect(codeOf(await dora.put(`/api/customers/${one('north')}`).send({ data: { tier: 'starter' } }))).toEqual([403, 'OUT_OF_SCOPE', undefined]);
      expect(codeOf(await dora.post('/api/customers').send({ data: { name: 'Of nowhere' } })).slice(0, 2)).toEqual([403, 'OUT_OF_SCOPE']);
      expect(await site.strapi.db.query(CUSTOMER).count({ where: { name: 'Of nowhere' } })).toBe(0);
      expect((await dora.get('/api/exports/customers').expect(200)).body.data).toEqual([]);
      const { body } = await dora.post('/api/roster/check').send({ data: { questions: [{ type: CUSTOMER, action: 'update' }, { type: CUSTOMER, action: 'view' }] } });
      expect(body.data).toEqual([{ allowed: false, scopes: [], code: 'OUT_OF_SCOPE' }, { allowed: true, scopes: ['shared'] }]);
    });
  });

  describe.each(DOORS)('is restricted at the door %s', (door, base) => {
    const put = async (by: string, key: string, restriction: unknown) => (await at(door, by)).put(`${base}/members/${member(key)}/restriction`).send({ data: { restriction } });

    it('by who manages the team; the list of members tells it, and the log from what to what', async () => {
      expect((await put('ana', 'viktor', 'shared')).status).toBe(200);
      const { body } = await (await at(door, 'ana')).get(`${base}/members?search=viktor`).expect(200);
      expect(body.data[0]).toMatchObject({ restriction: 'shared', territories: [] });
      const facts = () => table(site.strapi, 'audit-entry').findMany({ where: { action: 'member.restricted', targetId: member('viktor') } as never, orderBy: { id: 'desc' } as never }) as Promise<{ body: string }[]>;
      const before = await facts();
      expect(JSON.parse(before[0]?.body ?? '')).toMatchObject({ actor: { member: member('ana') }, details: { from: 'none', to: 'shared' } });
      expect((await put('ana', 'viktor', 'shared')).status).toBe(200);
      expect((await facts()).length).toBe(before.length);
      expect((await put('ana', 'viktor', 'none')).status).toBe(200);
      expect((await members().find(member('viktor')))?.restriction).toBeNull();
    });

    it('after it was told how many records open up or close: as many as he then sees', async () => {
      const agent = await at(door, 'ana');
      const asked = (key: string, restriction: string) => agent.get(`${base}/members/${member(key)}/restriction?restriction=${restriction}`);
      const customers = async (restriction: string) => {
        const { body } = await asked('viktor', restriction).expect(200);
        return (body.data as { type: string; now: number; then: number }[]).find(({ type }) => type === CUSTOMER);
      };
      const seen = async () => (await customersOf(await as('viktor'))).length;
      const books = roster(site.strapi, 'books');
      const shared = [one('north'), one('south')];
      for (const record of shared) await books.share(CUSTOMER, record, member('viktor'));
      const all = await seen();
      expect(all).toBeGreaterThan(20);
      expect(await customers('shared')).toMatchObject({ displayName: 'Customer', now: all, then: 2 });
      expect((await put('ana', 'viktor', 'shared')).status).toBe(200);
      expect(await seen()).toBe(2);
      expect([await customers('none'), await customers('shared')]).toMatchObject([{ now: 2, then: all }, { now: 2, then: 2 }]);
      expect((await put('ana', 'viktor', 'none')).status).toBe(200);
      for (const record of shared) await books.unshare(CUSTOMER, record, member('viktor'));
      expect(codeOf(await asked('viktor', 'nothing'))).toEqual([400, 'VALIDATION_FAILED', 'restriction']);
      expect((await agent.get(`${base}/members/nobody/restriction?restriction=none`)).status).toBe(404);
      for (const key of ['dora', 'carla', 'vera']) expect((await (await at(door, key)).get(`${base}/members/${member('viktor')}/restriction?restriction=none`)).status).toBe(403);
    });

    it('and to who is not let in nothing opens up', async () => {
      const { documentId } = await members().create({ email: `gone-${door}@roster.test`, name: 'Gone', role: 'viewer' });
      const agent = await at(door, 'ana');
      const opening = async () => (await agent.get(`${base}/members/${documentId}/restriction?restriction=shared`).expect(200)).body.data as unknown[];
      expect((await opening()).length).toBeGreaterThan(0);
      await agent.put(`${base}/members/${documentId}/status`).send({ data: { status: 'deactivated' } }).expect(200);
      expect(await opening()).toEqual([]);
    });

    it('by nobody else, nobody himself, and no admin', async () => {
      for (const key of ['dora', 'carla', 'vera']) expect(codeOf(await put(key, 'viktor', 'none'))).toEqual([403, 'PERMISSION_DENIED', undefined]);
      expect(codeOf(await put('ana', 'ana', 'shared')).slice(0, 2)).toEqual([403, 'SELF_CHANGE']);
      expect(codeOf(await put('ana', 'bruno', 'shared'))).toEqual([403, 'ROLE_LOCKED', 'data.restriction']);
      expect(codeOf(await put('ana', 'viktor', 'nothing'))).toEqual([400, 'VALIDATION_FAILED', 'data.restriction']);
      expect((await (await at(door, 'ana')).put(`${base}/members/nobody/restriction`).send({ data: { restriction: 'shared' } })).status).toBe(404);
    });
  });

  it('lifts it for nobody and gives no role that reaches further, if he manages the team', async () => {
    const manage = (scope: string) => roster(site.strapi, 'access').setCells(['view', 'update', 'create'].map((action) => ({ role: 'viewer', feature: 'team_management', action, scope })), { kind: 'system' });
    await manage('all');
    await restrict('vera', 'territories');
    await restrict('viktor', 'shared');
    const vera = await as('vera');
    const put = async (what: string, data: object) => codeOf(await vera.put(`/api/roster/members/${member('viktor')}/${what}`).send({ data })).slice(0, 2);
    expect(await put('restriction', { restriction: 'none' })).toEqual([403, 'ROLE_BEYOND_CEILING']);
    expect(await put('territories', { territories: ['south'] })).toEqual([403, 'ROLE_BEYOND_CEILING']);
    expect(codeOf(await vera.post('/api/roster/members').send({ data: { email: 'x@roster.test', name: 'X', role: 'viewer' } })).slice(0, 2)).toEqual([403, 'ROLE_BEYOND_CEILING']);
    expect((await vera.get('/api/roster/members').expect(200)).body.meta.grantable).toEqual([]);
    await restrict('vera', 'none');
    expect((await vera.put(`/api/roster/members/${member('viktor')}/restriction`).send({ data: { restriction: 'none' } })).status).toBe(200);
    await manage('none');
  });

  it('reaches everything as an admin, by his role or as a Super Admin', async () => {
    await restrict('viktor', 'shared');
    expect(await customersOf(await as('viktor'))).toEqual([]);
    await members().setRole(member('viktor'), 'admin');
    expect((await (await as('viktor')).get('/api/roster/me')).body.data.restriction).toBe('none');
    expect((await customersOf(await as('viktor'))).length).toBeGreaterThanOrEqual(30);
    await members().setRole(member('viktor'), 'viewer');
    expect(await customersOf(await as('viktor'))).toEqual([]);
    await restrict('viktor', 'none');

    const { documentId: panelUser } = await createPanelUser(site.strapi, 'hugo', 'strapi-super-admin');
    const { documentId } = await members().create({ email: 'hugo@roster.test', name: 'Hugo', role: 'viewer', panelUser });
    expect(codeOf(await (await as('ana')).put(`/api/roster/members/${documentId}/restriction`).send({ data: { restriction: 'shared' } }))).toEqual([403, 'ROLE_LOCKED', 'data.restriction']);
  });

  it('whom a value restricts that this version does not know sees what is shared with him, and nothing else', async () => {
    await table(site.strapi, 'member').updateMany({ where: { documentId: member('viktor') } as never, data: { restriction: 'moonlight' } as never });
    expect(await customersOf(await as('viktor'))).toEqual([]);
    await restrict('viktor', 'none');
    expect((await customersOf(await as('viktor'))).length).toBeGreaterThanOrEqual(30);
  });
});
