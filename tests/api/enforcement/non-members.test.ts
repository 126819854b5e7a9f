import { CUSTOMER } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { tick, tickPanel } from '../../support/stock';
import { bookOf, worldOf } from '../../support/world';

const CUSTOMERS = `/content-manager/collection-types/${CUSTOMER}`;
const TICKS = ['find', 'findOne', 'update'].map((action) => `${CUSTOMER}.${action}`);

describeOnEachDb('whoever is no member', (db) => {
  let site: Site;
  afterEach(() => site.close());

  const open = async (nonMembers?: string) => {
    const base = { feature: 'customer_360', kind: 'record', owns: true, territory: 'territory', value: 'arr' };
    const configOverride = nonMembers ? { 'plugin::roster': { bindings: { [CUSTOMER]: { ...base, nonMembers } } } } : {};
    site = await openSite({ db, customers: 20, configOverride });
    await tick(site.strapi, 'authenticated', TICKS);
    await tick(site.strapi, 'public', [`${CUSTOMER}.find`]);
    await tickPanel(site.strapi);
    return worldOf(site.strapi);
  };

  const totals = async (key: string) => {
    const [app, panel] = [await site.as(`${key}@roster.test`), await site.asAdmin(`${key}@roster.test`)];
    const [{ body }, { body: listed }] = [await app.get('/api/customers'), await panel.get(CUSTOMERS)];
    return [body.meta?.pagination.total ?? body.error.details.code, listed.pagination?.total ?? listed.error.details.code];
  };

  it('gets nothing of a governed type, whatever the host allows', async () => {
    await open();
    expect(await totals('nina')).toEqual(['NOT_A_MEMBER', 'NOT_A_MEMBER']);
    const { status, body } = await site.http.get('/api/customers');
    expect([status, body.data]).toEqual([403, null]);
    expect((await site.http.post('/graphql').send({ query: '{ customers { name } }' })).body.data?.customers ?? null).toBeNull();
  });

  it("gets what the host allows where the binding says `nonMembers: 'strapi'`, and a member what his roles allow", async () => {
    const world = await open('strapi');
    expect(await totals('nina')).toEqual([20, 20]);
    expect((await site.http.get('/api/customers').expect(200)).body.meta.pagination.total).toBe(20);
    await (await site.as('nina@roster.test')).put(`/api/customers/${world.customers['Cumulus Air']}`).send({ data: { tier: 'growth' } }).expect(200);
    expect(await totals('carla')).toEqual([bookOf(world, 'carla').length, bookOf(world, 'carla').length]);
    const acme = world.customers['Acme Robotics'];
    await (await site.as('vera@roster.test')).put(`/api/customers/${acme}`).send({ data: { tier: 'growth' } }).expect(403);
    // The type alone is left to the host; what hangs on it is bound as before.
    expect((await (await site.as('nina@roster.test')).get('/api/notes')).body.error.details.code).toBe('NOT_A_MEMBER');
  });
});
