import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { createApiToken } from '../../support/tokens';
import { worldOf, type World } from '../../support/world';

type Requester = Awaited<ReturnType<Site['as']>>;
type Answer = { status: number; body: { data?: unknown; error?: { message?: string; details?: { code?: string; path?: string } } } };

/** Every cell of a csm that reaches his book reaches this instead. */
const setScope = async ({ strapi }: Site, scope: string, more: readonly string[] = []): Promise<void> => {
  const features = ['customer_360.view', 'customer_360.update', 'health_scoring.view', 'playbooks.view', 'playbooks.execute', 'renewals.view', 'custom_fields.view', 'custom_fields.update', ...more];
  const cells = features.map((name) => name.split('.') as [string, string]).map(([feature, action]) => ({ role: 'csm', feature, action, scope }));
  await roster(strapi, 'access').setCells(cells, { kind: 'system' });
};

const codeOf = ({ status, body }: Answer) => [status, body.error?.details?.code, body.error?.details?.path];
const idsOf = (rows: readonly { documentId: string }[]): string[] => rows.map(({ documentId }) => documentId).sort();
const customersOf = async (agent: Requester, query = ''): Promise<string[]> => idsOf((await agent.get(`/api/customers?pagination[pageSize]=100${query}`).expect(200)).body.data);

const DOORS = [
  ['panel', '/roster'],
  ['rest', '/api/roster'],
] as const;

describeOnEachDb('territories', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 30 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const member = (key: string) => world.members[key] as string;
  const as = (key: string) => site.as(`${key}@roster.test`);
  const at = (door: 'panel' | 'rest', key: string) => (door === 'panel' ? site.asAdmin(`${key}@roster.test`) : as(key));
  const inTerritory = (...keys: string[]) => idsOf(world.plan.filter(({ territory }) => keys.includes(territory)));
  const one = (territory: string, nth = 0) => inTerritory(territory)[nth] as string;
  const setTerritories = async (key: string, territories: readonly unknown[], by = 'ana') => (await as(by)).put(`/api/roster/members/${member(key)}/territories`).send({ data: { territories } });
  const lastFact = async (action: string) => {
    const [entry] = (await table(site.strapi, 'audit-entry').findMany({ where: { action } as never, orderBy: { id: 'desc' } as never, limit: 1 })) as { body: string }[];
    return JSON.parse(entry?.body ?? '{}') as Record<string, unknown>;
  };

  describe.each(DOORS)('at the door %s', (door, base) => {
    const key = `Îles (${door})`;
    const path = `${base}/territories/${encodeURIComponent(key)}`;

    it('are listed by name, added, renamed and deleted, each with its entry in the log', async () => {
      const ana = await at(door, 'ana');
      const list = async () => (await ana.get(`${base}/territories`).expect(200)).body.data;
      const seeded = [{ key: 'latam', name: 'Latin America', members: 2 }, { key: 'north', name: 'North', members: 2 }, { key: 'south', name: 'South', members: 2 }];
      expect(await list()).toEqual(seeded);
      const added = await ana.post(`${base}/territories`).send({ data: { key, name: 'Isles' } }).expect(200);
      expect(added.body.data).toEqual({ key, name: 'Isles', members: 0 });
      expect(await lastFact('territory.created')).toMatchObject({ actor: { member: member('ana') }, target: { type: 'territory', id: key }, details: { name: 'Isles' } });
      expect((await ana.put(path).send({ data: { name: 'All isles' } }).expect(200)).body.data).toEqual({ key, name: 'All isles', members: 0 });
      expect((await lastFact('territory.renamed'))['details']).toEqual({ from: 'Isles', to: 'All isles' });
      expect(await list()).toEqual([{ key, name: 'All isles', members: 0 }, ...seeded]);
      await ana.delete(path).expect(200);
      expect((await lastFact('territory.deleted'))['target']).toEqual({ type: 'territory', id: key });
      expect(await list()).toEqual(seeded);
    });

    it('that are there already, are not there, or that members have are told, and nothing changes', async () => {
      const ana = await at(door, 'ana');
      const rows = () => table(site.strapi, 'territory').findMany({ orderBy: { id: 'asc' } as never });
      const before = await rows();
      expect(codeOf(await ana.post(`${base}/territories`).send({ data: { key: 'north', name: 'Again' } }))).toEqual([409, 'CONFLICT', 'key']);
      expect(codeOf(await ana.post(`${base}/territories`).send({ data: { key: ' ', name: 'Nowhere' } }))).toEqual([400, 'VALIDATION_FAILED', 'data.key']);
      expect(codeOf(await ana.put(path).send({ data: { name: 'Gone' } }))).toEqual([404, 'NOT_FOUND', undefined]);
      expect(codeOf(await ana.put(`${base}/territories/north`).send({ data: { key: 'nord', name: 'Nord' } }))).toEqual([400, 'VALIDATION_FAILED', 'data.key']);
      const { status, body } = (await ana.delete(`${base}/territories/north`)) as Answer;
      expect([status, body.error?.details, body.error?.message]).toEqual([409, { code: 'CONFLICT', members: 2 }, '2 members have this territory.']);
      expect(await rows()).toEqual(before);
    });

    it('are read by who may view the team, and changed by who manages it', async () => {
      const dora = await at(door, 'dora');
      expect((await dora.get(`${base}/territories`).expect(200)).body.data).toHaveLength(3);
      for (const [who, agent] of [['dora', dora], ['carla', await at(door, 'carla')]] as const) {
        const calls = [agent.post(`${base}/territories`).send({ data: { key: 'moon', name: 'Moon' } }), agent.put(`${base}/territories/north`).send({ data: { name: 'N' } }), agent.delete(`${base}/territories/north`), agent.put(`${base}/members/${member('cleo')}/territories`).send({ data: { territories: [] } })];
        for (const call of calls) expect([who, ...codeOf(await call).slice(0, 2)]).toEqual([who, 403, 'PERMISSION_DENIED']);
      }
      expect((await (await at(door, 'carla')).get(`${base}/territories`)).status).toBe(403);
    });
  });

  it('added twenty times at once there is one', async () => {
    const ana = await as('ana');
    const answers = await Promise.all(Array.from({ length: 20 }, () => ana.post('/api/roster/territories').send({ data: { key: 'moon', name: 'Moon' } })));
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual([]);
    await ana.delete('/api/roster/territories/moon').expect(200);
  });

  describe('a member', () => {
    it('is given all that he has from now on; the list of members tells it, and the log from what to what', async () => {
      expect((await setTerritories('cora', ['south', 'latam', 'south'])).status).toBe(200);
      const ana = await as('ana');
      const { body } = await ana.get('/api/roster/members?search=cora').expect(200);
      expect(body.data[0]).toMatchObject({ territories: ['latam', 'south'], restriction: 'none' });
      expect(await lastFact('member.territories-changed')).toMatchObject({ target: { type: 'member', id: member('cora') }, details: { from: ['latam'], to: ['latam', 'south'] } });
      expect((await (await as('cora')).get('/api/roster/me')).body.data.territories).toEqual(['latam', 'south']);
      const graphql = await (await as('cora')).post('/graphql').send({ query: '{ rosterMe { territories restriction } }' });
      expect(graphql.body.data.rosterMe).toEqual({ territories: ['latam', 'south'], restriction: 'none' });
      await setTerritories('cora', ['latam']);
    });

    it('is given nothing where one of them is not there', async () => {
      expect(codeOf(await setTerritories('cora', ['south', 'atlantis']))).toEqual([400, 'VALIDATION_FAILED', 'territories[1]']);
      expect(codeOf(await setTerritories('cora', [7]))).toEqual([400, 'VALIDATION_FAILED', 'data.territories[0]']);
      const { status } = await (await as('ana')).put('/api/roster/members/nobody/territories').send({ data: { territories: [] } });
      expect([status, (await roster(site.strapi, 'members').find(member('cora')))?.documentId]).toEqual([404, member('cora')]);
      expect((await (await as('cora')).get('/api/roster/me')).body.data.territories).toEqual(['latam']);
    });
  });

  describe('as a scope', () => {
    beforeAll(() => setScope(site, 'territory'));
    afterAll(() => setScope(site, 'book'));

    it('reach the records that lie there, whoever owns them, and what hangs on these; reads and writes alike', async () => {
      const carla = await as('carla');
      expect(await customersOf(carla)).toEqual(inTerritory('north'));
      expect(await customersOf(carla, '&status=draft')).toEqual(inTerritory('north'));
      const notes = (await carla.get('/api/notes?pagination[pageSize]=100&populate=customer').expect(200)).body.data as { customer: { documentId: string } }[];
      expect([...new Set(idsOf(notes.map(({ customer }) => customer)))]).toEqual(inTerritory('north'));
      const regions = await carla.get('/api/regions?populate=customers').expect(200);
      for (const hidden of inTerritory('south', 'latam')) expect(regions.text).not.toContain(hidden);
      await carla.put(`/api/customers/${one('north')}`).send({ data: { tier: 'growth' } }).expect(200);
      await carla.post('/api/notes').send({ data: { title: 'From the north', customer: one('north', 1) } }).expect(201);
      expect((await carla.put(`/api/customers/${one('south')}`).send({ data: { tier: 'growth' } })).status).toBe(404);
      expect((await carla.post('/api/notes').send({ data: { title: 'From the north', customer: one('south') } })).status).toBe(400);
      const panel = await (await site.asAdmin('carla@roster.test')).get(`/content-manager/collection-types/${CUSTOMER}?pageSize=100`).expect(200);
      expect(idsOf(panel.body.results)).toEqual(inTerritory('north'));
      const { body } = await carla.get(`/api/roster/records/${CUSTOMER}/${one('north')}/why`).expect(200);
      expect(body.data).toEqual({ roles: ['csm'], feature: 'customer_360', scopes: ['territory'], within: ['territory'], through: null });
      expect((await carla.get('/api/roster/me')).body.data.permissions.customer_360).toEqual({ view: ['territory'], update: ['territory'] });
    });

    it('reach nothing for who has none', async () => {
      await setTerritories('cora', []);
      const cora = await as('cora');
      expect([await customersOf(cora), (await cora.get('/api/notes').expect(200)).body.meta.pagination.total]).toEqual([[], 0]);
      await setTerritories('cora', ['latam']);
    });

    it('come and go by the next request, with the member and with the record', async () => {
      const cleo = await as('cleo');
      const graphql = async () => idsOf((await cleo.post('/graphql').send({ query: '{ customers(pagination: { pageSize: 100 }) { documentId } }' })).body.data.customers);
      await setTerritories('cleo', ['south', 'latam']);
      expect([await customersOf(cleo), await graphql()]).toEqual([inTerritory('south', 'latam'), inTerritory('south', 'latam')]);
      await setTerritories('cleo', ['latam']);
      expect([await customersOf(cleo), await graphql()]).toEqual([inTerritory('latam'), inTerritory('latam')]);
      await setTerritories('cleo', ['south']);
      const moving = one('south');
      await (await as('ana')).put(`/api/customers/${moving}`).send({ data: { territory: 'north' } }).expect(200);
      expect([(await cleo.get(`/api/customers/${moving}`)).status, (await (await as('carla')).get(`/api/customers/${moving}`)).status]).toEqual([404, 200]);
      await (await as('ana')).put(`/api/customers/${moving}`).send({ data: { territory: 'south' } }).expect(200);
    });

    it('hold for each row: a draft that was moved is another territory’s, and who sees one of both writes neither', async () => {
      const record = one('north', 2);
      await (await as('ana')).put(`/api/customers/${record}?status=draft`).send({ data: { territory: 'south', name: 'On the move' } }).expect(200);
      const [carla, cleo] = [await as('carla'), await as('cleo')];
      const statuses = async (agent: Requester) => [(await agent.get(`/api/customers/${record}`)).status, (await agent.get(`/api/customers/${record}?status=draft`)).status];
      expect([await statuses(carla), await statuses(cleo)]).toEqual([[200, 404], [404, 200]]);
      expect((await carla.get(`/api/customers/${record}`)).text).not.toContain('On the move');
      for (const agent of [carla, cleo]) expect((await agent.put(`/api/customers/${record}`).send({ data: { tier: 'starter' } })).status).toBe(404);
      const publish = `/content-manager/collection-types/${CUSTOMER}/${record}/actions/publish`;
      expect((await (await site.asAdmin('cleo@roster.test')).post(publish).send({})).status).toBe(404);
      await (await as('ana')).put(`/api/customers/${record}`).send({ data: { territory: 'north', name: 'At rest' } }).expect(200);
      expect([await statuses(carla), await statuses(cleo)]).toEqual([[200, 200], [404, 404]]);
    });

    it('are where one makes records and where one leaves them: nobody puts one elsewhere', async () => {
      await setScope(site, 'territory', ['customer_360.create']);
      const carla = await as('carla');
      const made = await carla.post('/api/customers').send({ data: { name: 'Made in the north', territory: 'north' } }).expect(201);
      expect((await carla.get(`/api/customers/${made.body.data.documentId}`)).status).toBe(200);
      const elsewhere = [{ territory: 'south' }, { territory: null }, {}];
      for (const data of elsewhere) expect(codeOf(await carla.post('/api/customers').send({ data: { name: 'Made elsewhere', ...data } }))).toEqual([403, 'OUT_OF_SCOPE', 'territory']);
      const mutation = 'mutation { createCustomer(data: { name: "Made elsewhere", territory: "south" }) { documentId } }';
      expect((await carla.post('/graphql').send({ query: mutation })).text).toContain('OUT_OF_SCOPE');
      expect((await (await site.asAdmin('carla@roster.test')).post(`/content-manager/collection-types/${CUSTOMER}`).send({ name: 'Made elsewhere', territory: 'south' })).status).toBe(403);
      expect(await site.strapi.db.query(CUSTOMER).count({ where: { name: 'Made elsewhere' } })).toBe(0);
      const record = one('north');
      for (const path of [`/api/customers/${record}`, `/api/customers/${record}?status=draft`]) {
        for (const territory of ['south', null]) expect(codeOf(await carla.put(path).send({ data: { territory } }))).toEqual([403, 'OUT_OF_SCOPE', 'territory']);
      }
      const rows = (await site.strapi.db.query(CUSTOMER).findMany({ where: { documentId: record } })) as { territory: string }[];
      expect(new Set(rows.map(({ territory }) => territory))).toEqual(new Set(['north']));
      await roster(site.strapi, 'access').setCells([{ role: 'csm', feature: 'customer_360', action: 'create', scope: 'none' }], { kind: 'system' });
    });

    it('are nobody’s to a token that acts with a role', async () => {
      const { documentId, accessKey } = await createApiToken(site.strapi, 'territorial', ['api::customer.customer.find']);
      await (await site.asAdmin('ana@roster.test')).put(`/roster/api-tokens/${documentId}/binding`).send({ data: { role: 'csm' } }).expect(200);
      expect((await site.withToken(accessKey).get('/api/customers').expect(200)).body.data).toEqual([]);
    });
  });

  it('nobody gives one that he has not himself, where his own reach ends at territories', async () => {
    await setScope(site, 'territory');
    const manage = (scope: string) => roster(site.strapi, 'access').setCells(['view', 'update'].map((action) => ({ role: 'csm', feature: 'team_management', action, scope })), { kind: 'system' });
    await manage('all');
    expect((await setTerritories('chen', [], 'carla')).status).toBe(200);
    expect((await setTerritories('chen', ['north'], 'carla')).status).toBe(200);
    expect(codeOf(await setTerritories('chen', ['north', 'south'], 'carla'))).toEqual([403, 'ROLE_BEYOND_CEILING', 'data.territories[1]']);
    expect(codeOf(await setTerritories('carla', ['north', 'south'], 'carla'))).toEqual([403, 'ROLE_BEYOND_CEILING', 'data.territories[1]']);
    expect(codeOf(await setTerritories('vera', ['north'], 'carla')).slice(0, 2)).toEqual([403, 'ROLE_BEYOND_CEILING']);
    await manage('none');
    await setScope(site, 'book');
  });
});

describe('a territory that is a relation', () => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ customers: 30, configOverride: { 'plugin::roster': { bindings: { [CUSTOMER]: { territory: 'region' }, 'api::article.article': { feature: 'customer_360', kind: 'record' } } } } });
    world = await worldOf(site.strapi);
    await setScope(site, 'territory');
  });
  afterAll(() => site.close());

  it('is told by the documentId of what it points at, where that has no key', async () => {
    const regions = world['regions'] as Record<string, string>;
    const andes = regions['Andes'] as string;
    const members = roster(site.strapi, 'members');
    await members.defineTerritory(andes, 'Andes');
    await members.setTerritories(world.members['carla'] as string, [andes]);
    const carla = await site.as('carla@roster.test');
    const there = idsOf((await (await site.as('ana@roster.test')).get(`/api/customers?filters[region][documentId]=${andes}&pagination[pageSize]=100`)).body.data);
    expect([there.length > 0, await customersOf(carla)]).toEqual([true, there]);
    await carla.put(`/api/customers/${there[0]}`).send({ data: { tier: 'growth' } }).expect(200);
    expect(codeOf(await carla.put(`/api/customers/${there[0]}`).send({ data: { region: regions['Alps'] } }))).toEqual([403, 'OUT_OF_SCOPE', 'region']);
    for (const [region, customers] of [['Alps', { connect: [there[0]] }], ['Andes', { disconnect: [there[0]] }], ['Andes', []]] as const) {
      expect(codeOf(await carla.put(`/api/regions/${regions[region]}`).send({ data: { customers } })).slice(0, 2)).toEqual([403, 'OUT_OF_SCOPE']);
    }
    expect(await customersOf(carla)).toEqual(there);
    const why = await carla.get(`/api/roster/records/${CUSTOMER}/${there[0]}/why`).expect(200);
    expect(why.body.data.within).toEqual(['territory']);
  });

  it('reaches nothing of a type whose binding names none', async () => {
    const carla = await site.as('carla@roster.test');
    await site.strapi.db.query('api::article.article').create({ data: { title: 'Anywhere' } });
    expect((await carla.get('/api/articles').expect(200)).body.data).toEqual([]);
    expect((await (await site.as('ana@roster.test')).get('/api/articles').expect(200)).body.data.length).toBeGreaterThan(0);
  });
});
