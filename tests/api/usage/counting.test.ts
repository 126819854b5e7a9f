import { CUSTOMER, roster } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { createApiToken } from '../../support/tokens';
import { startCounting, usageRows, usedBy } from '../../support/usage';
import { bookOf, worldOf, type World } from '../../support/world';

const NOTE = 'api::note.note';
const LAYOUT = 'api::dashboard-layout.dashboard-layout';

describeOnEachDb('what is used', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());
  beforeEach(() => startCounting(site.strapi));

  const member = (key: string) => world.members[key] as string;
  const used = (key: string) => usedBy(site.strapi, member(key));
  const as = (key: string) => site.as(`${key}@roster.test`);
  const own = (key: string) => bookOf(world, key)[0]?.documentId as string;
  const notOf = (key: string) => world.plan.find((customer) => !bookOf(world, key).includes(customer))?.documentId as string;
  const enforcement = () => roster(site.strapi, 'enforcement');

  describe('by reading', () => {
    it('is a list once a request, with the features of the fields that it shows', async () => {
      const carla = await as('carla');
      await carla.get('/api/customers?fields[0]=name').expect(200);
      expect(await used('carla')).toEqual({ 'customer_360.view': 1 });
      await carla.get('/api/customers').expect(200);
      expect(await used('carla')).toEqual({ 'customer_360.view': 2, 'custom_fields.view': 1 });
    });

    it('is what comes along, once however many relations and records it takes', async () => {
      await (await as('carla')).get('/api/customers?populate=*').expect(200);
      expect(await used('carla')).toEqual({ 'customer_360.view': 1, 'custom_fields.view': 1, 'segments.view': 1, 'renewals.view': 1, 'playbooks.view': 1, 'health_scoring.view': 1 });
    });

    it('is what a filter looks at', async () => {
      await (await as('carla')).get('/api/customers?fields[0]=name&filters[segment][name][$notNull]=true').expect(200);
      expect(await used('carla')).toEqual({ 'customer_360.view': 1, 'segments.view': 1 });
    });

    it('is nothing of what the role does not see', async () => {
      await roster(site.strapi, 'access').setCells([{ role: 'csm', feature: 'segments', action: 'view', scope: 'none' }], { kind: 'system' });
      await (await as('carla')).get('/api/customers?fields[0]=name&populate=segment').expect(200);
      expect(await used('carla')).toEqual({ 'customer_360.view': 1 });
      await roster(site.strapi, 'access').setCells([{ role: 'csm', feature: 'segments', action: 'view', scope: 'all' }], { kind: 'system' });
    });

    it('is the same over GraphQL and in the panel', async () => {
      const { body } = await (await as('carla')).post('/graphql').send({ query: '{ customers { documentId notes { title } } again: customers { name } }' }).expect(200);
      expect(body.errors).toBeUndefined();
      expect(await used('carla')).toMatchObject({ 'customer_360.view': 1 });
      await (await site.asAdmin('carla@roster.test')).get(`/content-manager/collection-types/${CUSTOMER}`).expect(200);
      expect(await used('carla')).toMatchObject({ 'customer_360.view': 2 });
    });
  });

  describe('by writing', () => {
    it('is each record that was written, whichever the door', async () => {
      const carla = await as('carla');
      for (const tier of ['growth', 'starter']) await carla.put(`/api/customers/${own('carla')}`).send({ data: { tier } }).expect(200);
      expect(await used('carla')).toMatchObject({ 'customer_360.update': 2 });
      await carla.post('/graphql').send({ query: `mutation { updateCustomer(documentId: "${own('carla')}", data: { tier: growth }) { documentId } }` }).expect(200);
      await (await site.asAdmin('carla@roster.test')).put(`/content-manager/collection-types/${CUSTOMER}/${own('carla')}`).send({ tier: 'starter' }).expect(200);
      expect(await used('carla')).toMatchObject({ 'customer_360.update': 4 });
    });

    it('is the cell that the write took: of the field, of the parent, of who made it', async () => {
      const carla = await as('carla');
      await carla.put(`/api/customers/${own('carla')}`).send({ data: { custom: { seats: 3 } } }).expect(200);
      const { 'custom_fields.update': fields, 'customer_360.update': customers } = await used('carla');
      expect([fields, customers]).toEqual([1, undefined]);
      await enforcement().runAs(member('carla'), () => site.strapi.documents(NOTE as never).create({ data: { title: 'x', customer: own('carla') } } as never));
      await enforcement().runAs(member('carla'), () => site.strapi.documents(LAYOUT as never).create({ data: { name: 'Mine' } } as never));
      expect(await used('carla')).toMatchObject({ 'customer_360.update': 1, 'dashboard.personalize': 1 });
    });

    it('is nothing that was refused, hidden, missing or rolled back', async () => {
      await (await as('carla')).put(`/api/customers/${notOf('carla')}`).send({ data: { tier: 'growth' } }).expect(404);
      await (await as('carla')).post('/api/customers').send({ data: { name: 'x' } }).expect(403);
      await (await as('dora')).put(`/api/customers/${own('carla')}`).send({ data: { tier: 'growth' } }).expect(403);
      await (await as('ana')).delete('/api/customers/abcdefghijklmnopqrstuvwx');
      await (await as('ana')).put(`/api/customers/${own('carla')}`).send({ data: { tier: 'none of these' } }).expect(400);
      const undone = site.strapi.db.transaction(async () => {
        await enforcement().runAs(member('carla'), () => site.strapi.documents(CUSTOMER).update({ documentId: own('carla'), data: { tier: 'growth' } } as never));
        throw new Error('Undone');
      });
      await expect(undone).rejects.toThrow('Undone');
      const writes = (await usageRows(site.strapi)).filter(({ action }) => action !== 'view');
      expect(writes).toEqual([]);
    });

    it('is there once the transaction around it has committed', async () => {
      await site.strapi.db.transaction(() => enforcement().runAs(member('carla'), () => site.strapi.documents(CUSTOMER).update({ documentId: own('carla'), data: { tier: 'growth' } } as never)));
      expect(await used('carla')).toMatchObject({ 'customer_360.update': 1 });
    });
  });

  describe('at doors', () => {
    it('is the cell of a route that asks for one', async () => {
      await (await as('dora')).get('/api/analytics/summary').expect(200);
      await (await as('carla')).get('/api/analytics/summary').expect(403);
      expect(await used('dora')).toMatchObject({ 'analytics.view': 1 });
      expect(await used('carla')).toEqual({});
    });

    it('is the team, through the API and in the panel', async () => {
      await (await as('dora')).get('/api/roster/members').expect(200);
      for (const path of ['/members', '/territories', '/matrix']) await (await site.asAdmin('dora@roster.test')).get(`/roster${path}`).expect(200);
      expect(await used('dora')).toEqual({ 'team_management.view': 4 });
      await (await as('ana')).put(`/api/roster/records/${CUSTOMER}/${own('carla')}/owner`).send({ data: { owner: member('carla') } }).expect(200);
      expect(await used('ana')).toMatchObject({ 'team_management.update': 1 });
    });

    it('is an export, by what it takes besides reading', async () => {
      await (await as('carla')).get(`/api/roster/exports/${CUSTOMER}?format=json`).expect(200);
      expect(await used('carla')).toMatchObject({ 'data_export.export': 1, 'customer_360.view': 1 });
    });

    it('is nothing that was only asked', async () => {
      const carla = await as('carla');
      const questions = [{ type: CUSTOMER, action: 'update', record: own('carla') }, { feature: 'renewals', action: 'view' }];
      await carla.get('/api/roster/me').expect(200);
      await carla.post('/api/roster/check').send({ data: { questions } }).expect(200);
      await carla.get(`/api/roster/records/${CUSTOMER}/${own('carla')}/why`).expect(200);
      await enforcement().runAs(member('carla'), () => enforcement().check(questions as never));
      expect(await used('carla')).toEqual({});
      await carla.get(`/api/roster/records/${CUSTOMER}/${own('carla')}/owner`).expect(200);
      expect(await used('carla')).toEqual({ 'customer_360.view': 1 });
    });
  });

  describe('by whom', () => {
    it('is a member, also through a token of his, or a token with a role', async () => {
      const ana = await site.asAdmin('ana@roster.test');
      const token = async (name: string, to: object) => {
        const { documentId, accessKey } = await createApiToken(site.strapi, name, 'read-only');
        await ana.put(`/roster/api-tokens/${documentId}/binding`).send({ data: to }).expect(200);
        await site.withToken(accessKey).get('/api/customers?fields[0]=name').expect(200);
        return documentId;
      };
      await token('of carla', { member: member('carla') });
      const viewer = await token('a viewer', { role: 'viewer' });
      expect(await used('carla')).toEqual({ 'customer_360.view': 1 });
      expect((await usageRows(site.strapi)).filter(({ person }) => person === viewer)).toEqual([expect.objectContaining({ personKind: 'token', feature: 'customer_360', action: 'view', count: 1, day: new Date().toISOString().slice(0, 10) })]);
    });

    it('is code of the site that acts for a member: outside of requests each time', async () => {
      await enforcement().runAs(member('carla'), async () => {
        for (let time = 0; time < 3; time += 1) await site.strapi.documents(CUSTOMER).count({});
        await enforcement().asSystem(() => site.strapi.documents(CUSTOMER).count({}));
      });
      expect(await used('carla')).toEqual({ 'customer_360.view': 3 });
    });

    it('is never the system, nobody, or somebody who is no member', async () => {
      await site.strapi.documents(CUSTOMER).count({});
      await site.strapi.documents(CUSTOMER).update({ documentId: own('carla'), data: { tier: 'growth' } } as never);
      await site.http.get('/api/customers').expect(403);
      await (await as('nina')).get('/api/customers').expect(403);
      const { accessKey } = await createApiToken(site.strapi, 'everything', 'full-access');
      await site.withToken(accessKey).get('/api/customers').expect(200);
      expect(await usageRows(site.strapi)).toEqual([]);
    });
  });
});

describeOnEachDb('what is used of types that are only observed', (db) => {
  let site: Site;
  afterAll(() => site.close());

  it('is not counted: the host has allowed it', async () => {
    site = await openSite({ db, customers: 24, configOverride: { 'plugin::roster': { mode: 'observe' } } });
    await startCounting(site.strapi);
    const world = await worldOf(site.strapi);
    await (await site.as('carla@roster.test')).get('/api/customers?populate=*');
    await roster(site.strapi, 'enforcement').runAs(world.members['carla'] as string, () => site.strapi.documents(CUSTOMER).update({ documentId: bookOf(world, 'carla')[0]?.documentId, data: { tier: 'growth' } } as never));
    await (await site.as('carla@roster.test')).get('/api/analytics/summary');
    expect(await usageRows(site.strapi)).toEqual([]);
  });
});
