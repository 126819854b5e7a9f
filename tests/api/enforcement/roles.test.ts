import { SAMPLES } from '../../support/operations';
import { CUSTOMER, roster } from '../../support/roster';
import { FEATURES } from '../../support/matrix-cases';
import { sessionsAt } from '../../support/sessions';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf, type World } from '../../support/world';

type Requester = Awaited<ReturnType<Site['as']>>;

/** A ticket's customer can't be told by its documentId (5.54). */
const TYPES = Object.values(SAMPLES).filter(({ hasColumn }) => !hasColumn);
const PATHS = TYPES.map(({ path }) => path);

describeOnEachDb('what the roles live by', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const as = (key: string): Promise<Requester> => site.as(`${key}@roster.test`);
  const idOf = (name: string) => world.customers[name] as string;
  const bodyFor = (path: string, customer: string) => {
    const sample = TYPES.find((type) => type.path === path);
    return { data: { ...sample?.create, ...(sample?.isDetail && { customer }) } };
  };

  it.each(PATHS)('[A003] the admin creates, changes and deletes %s', async (path) => {
    const ana = await as('ana');
    const created = await ana.post(`/api/${path}`).send(bodyFor(path, idOf('Cumulus Air')));
    expect([created.status, created.body.error?.message]).toEqual([201, undefined]);
    const at = `/api/${path}/${created.body.data.documentId}`;
    await ana.get(at).expect(200);
    await ana.put(at).send({ data: {} }).expect(200);
    await ana.delete(at).expect(204);
    await ana.get(at).expect(404);
  });

  it('[A004] the director sees every customer, owned or not, sets health and playbooks, sees all figures, exports', async () => {
    const dora = await as('dora');
    expect((await dora.get('/api/customers').expect(200)).body.meta.pagination.total).toBe(24);
    await dora.get(`/api/customers/${idOf('Cumulus Air')}`).expect(200);
    for (const path of ['health-models', 'playbooks']) {
      const { body } = await dora.post(`/api/${path}`).send({ data: { name: `By the director (${path})` } }).expect(201);
      await dora.put(`/api/${path}/${body.data.documentId}`).send({ data: { name: `Changed (${path})` } }).expect(200);
    }
    expect((await dora.get('/api/dashboard/figures').expect(200)).body.data.customers).toBe(24);
    expect((await dora.get('/api/exports/customers').expect(200)).body.meta.total).toBe(24);
  });

  it('[A005:rest] the director changes no customer', async () => {
    const dora = await as('dora');
    const at = `/api/customers/${idOf('Acme Robotics')}`;
    const before = (await dora.get(at)).body;
    await dora.put(at).send({ data: { name: 'By the director' } }).expect(403);
    await dora.delete(at).expect(403);
    await dora.post('/api/customers').send({ data: { name: 'By the director' } }).expect(403);
    await dora.post('/api/notes').send({ data: { title: 'By the director', customer: idOf('Acme Robotics') } }).expect(403);
    expect((await dora.get(at)).body).toEqual(before);
  });

  it('[A006] a csm sees and edits the book, runs playbooks there, logs activity, has figures and a layout of its own', async () => {
    const carla = await as('carla');
    const book = bookOf(world, 'carla');
    const { body } = await carla.get('/api/customers?pagination[pageSize]=100').expect(200);
    expect(body.data.map(({ documentId }: { documentId: string }) => documentId).sort()).toEqual(book.map(({ documentId }) => documentId).sort());
    expect(body.meta.pagination.total).toBe(book.length);
    for (const name of ['Acme Robotics', 'Borealis Foods']) {
      await carla.put(`/api/customers/${idOf(name)}`).send({ data: { tier: 'growth' } }).expect(200);
    }
    await carla.put(`/api/customers/${idOf('Cumulus Air')}`).send({ data: { tier: 'growth' } }).expect(404);
    await carla.post('/api/playbook-runs').send(bodyFor('playbook-runs', idOf('Acme Robotics'))).expect(201);
    await carla.post('/api/playbook-runs').send(bodyFor('playbook-runs', idOf('Cumulus Air'))).expect(400);

    const note = await carla.post('/api/activities').send(bodyFor('activities', idOf('Acme Robotics'))).expect(201);
    expect(await roster(site.strapi, 'books').author('api::activity.activity', note.body.data.documentId)).toBe(world.members['carla']);

    const figures = (await carla.get('/api/dashboard/figures').expect(200)).body.data;
    expect(figures.customers).toBe(book.length);
  });

  it.each(FEATURES)('[A007] the viewer changes nothing in %s', async (feature) => {
    const vera = await as('vera');
    for (const action of ['create', 'update', 'delete', 'config', 'execute', 'personalize', 'export']) {
      const { status } = await vera.get(`/api/probe/${feature}/${action}`);
      expect([action, status]).toEqual([action, 403]);
    }
  });

  it.each(PATHS)('[A007] the viewer creates no %s', async (path) => {
    const vera = await as('vera');
    const { status, body } = await vera.post(`/api/${path}`).send(bodyFor(path, idOf('Acme Robotics')));
    expect([status, body.error.details.code]).toEqual([403, 'PERMISSION_DENIED']);
  });

  it('[A014] a run needs a customer of the book; a viewer runs nothing', async () => {
    const colin = await as('colin');
    const [own] = bookOf(world, 'colin');
    await colin.post('/api/playbook-runs').send(bodyFor('playbook-runs', own?.documentId as string)).expect(201);
    await colin.post('/api/playbook-runs').send({ data: { state: 'open' } }).expect(403);
    await (await as('vera')).post('/api/playbook-runs').send(bodyFor('playbook-runs', own?.documentId as string)).expect(403);
    // Deleting a run takes more than running it.
    const { body } = await colin.get('/api/playbook-runs');
    await colin.delete(`/api/playbook-runs/${body.data[0].documentId}`).expect(403);
  });

  it('[A015] a csm sees the renewals of the book and changes none', async () => {
    const carla = await as('carla');
    const { body } = await carla.get('/api/renewals?pagination[pageSize]=100').expect(200);
    expect(body.meta.pagination.total).toBe(bookOf(world, 'carla').length);
    const { status, body: refused } = await carla.put(`/api/renewals/${body.data[0].documentId}`).send({ data: { amount: 1 } });
    expect([status, refused.error.details.code]).toEqual([403, 'PERMISSION_DENIED']);
  });

  it("[A016] a csm saves a layout of its own, and nobody else's changes; the company's is there for all; a viewer saves none", async () => {
    const [carla, chen] = [await as('carla'), await as('chen')];
    const names = async (agent: Requester) => (await agent.get('/api/dashboard-layouts')).body.data.map(({ name }: { name: string }) => name).sort();
    expect(await names(carla)).toEqual(["Carla's board", 'Company default']);
    const { body } = await carla.post('/api/dashboard-layouts').send({ data: { name: 'Second', layout: {} } }).expect(201);
    expect(await names(chen)).toEqual(["Chen's board", 'Company default']);
    await carla.put(`/api/dashboard-layouts/${body.data.documentId}`).send({ data: { name: 'Third' } }).expect(200);
    await chen.put(`/api/dashboard-layouts/${body.data.documentId}`).send({ data: { name: 'Mine' } }).expect(404);
    const company = (world['layouts'] as Record<string, string>)['Company default'];
    const refused = await carla.put(`/api/dashboard-layouts/${company}`).send({ data: { name: 'Carla default' } });
    expect([refused.status, refused.body.error.details.code]).toEqual([403, 'OUT_OF_SCOPE']);
    await (await as('vera')).post('/api/dashboard-layouts').send({ data: { name: 'No' } }).expect(403);
    expect((await (await as('dora')).get('/api/dashboard-layouts')).body.meta.pagination.total).toBe(4);
  });

  it('[A017:cells] a csm exports what he owns, not what he helps with; a viewer nothing', async () => {
    const chen = await as('chen');
    const owned = world.plan.filter(({ owner }) => owner === 'carla').length;
    expect((await (await as('carla')).get('/api/exports/customers').expect(200)).body.meta.total).toBe(owned);
    expect(bookOf(world, 'carla').length).toBeGreaterThan(owned);
    expect((await chen.get('/api/exports/customers').expect(200)).body.meta.total).toBe(world.plan.filter(({ owner }) => owner === 'chen').length);
    await (await as('vera')).get('/api/exports/customers').expect(403);
  });

  it('[A020] a csm sets the custom values of his customers, a director does not', async () => {
    const at = `/api/customers/${idOf('Acme Robotics')}`;
    await (await as('carla')).put(at).send({ data: { custom: { seats: 12 } } }).expect(200);
    await (await as('dora')).put(at).send({ data: { custom: { seats: 13 } } }).expect(403);
    expect((await (await as('vera')).get(at)).body.data.custom).toEqual({ seats: 12 });
  });

  it('[A020] the values are a feature of their own: with that cell alone, they alone can be set', async () => {
    const access = roster(site.strapi, 'access');
    const cell = (feature: string, action: string, scope: string) => ({ role: 'csm', feature, action, scope });
    const at = `/api/customers/${idOf('Acme Robotics')}`;
    const carla = await as('carla');
    await access.setCells([cell('customer_360', 'update', 'none')], { kind: 'system' });
    await carla.put(at).send({ data: { custom: { seats: 14 } } }).expect(200);
    await carla.put(at).send({ data: { tier: 'starter' } }).expect(403);
    await carla.put(at).send({ data: { tier: 'starter', custom: { seats: 15 } } }).expect(403);
    await access.setCells([cell('customer_360', 'update', 'book'), cell('custom_fields', 'update', 'none')], { kind: 'system' });
    await carla.put(at).send({ data: { tier: 'starter' } }).expect(200);
    const { status, body } = await carla.put(at).send({ data: { custom: { seats: 16 } } });
    expect([status, body.error.details]).toEqual([403, { code: 'PERMISSION_DENIED', feature: 'custom_fields', action: 'update' }]);
    await access.setCells([cell('custom_fields', 'update', 'book')], { kind: 'system' });
    expect((await carla.get(at)).body.data.custom).toEqual({ seats: 14 });
  });

  it('[A020] without view of custom fields the values are not there: not in lists, writes, filters, sorts or search', async () => {
    const access = roster(site.strapi, 'access');
    const carla = await as('carla');
    const at = `/api/customers/${idOf('Acme Robotics')}`;
    await access.setCells([{ role: 'csm', feature: 'custom_fields', action: 'view', scope: 'none' }], { kind: 'system' });
    const { body } = await carla.get('/api/customers').expect(200);
    expect(body.data.map(({ custom }: { custom: unknown }) => custom).filter(Boolean)).toEqual([]);
    expect(body.meta.pagination.total).toBe(bookOf(world, 'carla').length);
    expect((await carla.put(at).send({ data: { tier: 'growth' } })).body.data.custom ?? null).toBeNull();
    expect((await carla.get('/api/customers?filters[custom][$notNull]=true')).body.data).toEqual([]);
    expect((await carla.get('/api/customers?filters[$not][custom][$null]=true')).body.data).toEqual([]);
    expect((await carla.get('/api/regions?filters[customers][custom][$notNull]=true')).body.data).toEqual([]);
    expect((await carla.get(`${at}?fields[0]=custom`)).body.data.custom ?? null).toBeNull();
    await access.setCells([{ role: 'csm', feature: 'custom_fields', action: 'view', scope: 'own' }], { kind: 'system' });
    const narrow = (await carla.get('/api/customers?pagination[pageSize]=100')).body.data as { documentId: string; custom: unknown }[];
    const shown = narrow.filter(({ custom }) => custom).map(({ documentId }) => documentId).sort();
    expect(shown).toEqual(world.plan.filter(({ owner }) => owner === 'carla').map(({ documentId }) => documentId).sort());
    expect(narrow).toHaveLength(bookOf(world, 'carla').length);
    await access.setCells([{ role: 'csm', feature: 'custom_fields', action: 'view', scope: 'book' }], { kind: 'system' });
  });

  it('[A023] the same csm gets 200 inside his scope and nothing outside, in list, one, update, populate, count and export', async () => {
    const chen = await as('chen');
    const inside = idOf('Borealis Foods');
    const outside = idOf('Acme Robotics');
    await chen.get(`/api/customers/${inside}`).expect(200);
    await chen.get(`/api/customers/${outside}`).expect(404);
    await chen.put(`/api/customers/${inside}`).send({ data: { tier: 'growth' } }).expect(200);
    await chen.put(`/api/customers/${outside}`).send({ data: { tier: 'growth' } }).expect(404);
    const book = bookOf(world, 'chen').map(({ documentId }) => documentId);
    const regions = (await chen.get('/api/regions?populate=customers&pagination[pageSize]=100')).body.data as { customers: { documentId: string }[] }[];
    expect(new Set(regions.flatMap(({ customers }) => customers.map(({ documentId }) => documentId)))).toEqual(new Set(book));
    expect((await chen.get('/api/custom-code/query')).body.meta.count).toBe(book.length);
  });

  it('[A218] a deactivated member, a grant that ended, and a member without a role get nothing', async () => {
    const members = roster(site.strapi, 'members');
    const cyrus = (await members.findByEmail('cyrus@roster.test'))?.documentId as string;
    const { bearer, token } = sessionsAt(() => site);
    const before = bearer(await token('cyrus'));
    await before.get('/api/customers').expect(200);
    await members.deactivate(cyrus);
    const refused = await before.get('/api/customers');
    expect([refused.status, refused.body.error.details.code]).toEqual([401, 'MEMBER_INACTIVE']);
    await members.reactivate(cyrus);
    const agent = bearer(await token('cyrus'));
    await agent.get('/api/customers').expect(200);
    const grants = site.strapi.db.query('plugin::roster.grant' as never);
    await grants.updateMany({ where: { member: cyrus } as never, data: { endsAt: new Date(Date.now() - 1000).toISOString() } as never });
    await agent.get('/api/customers').expect(403);
    await grants.updateMany({ where: { member: cyrus } as never, data: { endsAt: new Date(Date.now() + 60_000).toISOString() } as never });
    await agent.get('/api/customers').expect(200);
    await grants.deleteMany({ where: { member: cyrus } as never });
    await agent.get('/api/customers').expect(403);
    await members.setRole(cyrus, 'csm');
    await agent.get('/api/customers').expect(200);
  });

  it('[A218] a role with a scope that nothing knows reaches nothing', async () => {
    const cells = site.strapi.db.query('plugin::roster.permission' as never);
    const where = { role: 'viewer', feature: 'customer_360', action: 'view' };
    await cells.updateMany({ where: where as never, data: { scope: 'galaxy' } as never });
    await site.strapi.db.query('plugin::roster.policy' as never).updateMany({ where: {} as never, data: { revision: 1000 } as never });
    await (await as('vera')).get('/api/customers').expect(403);
    await roster(site.strapi, 'access').setCells([{ ...where, scope: 'project' }], { kind: 'system' });
    expect((await (await as('vera')).get('/api/customers').expect(200)).body.data).toEqual([]);
    await roster(site.strapi, 'access').setCells([{ ...where, scope: 'all' }], { kind: 'system' });
    expect((await (await as('vera')).get('/api/customers')).body.meta.pagination.total).toBe(24);
    expect(await site.strapi.db.query(CUSTOMER).count()).toBeGreaterThan(24);
  });
});
