import { CUSTOMER, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { createApiToken } from '../../support/tokens';
import { bookOf, worldOf, type World } from '../../support/world';

type Requester = ReturnType<Site['withToken']>;

const ALL = ['find', 'findOne', 'create', 'update', 'delete'].map((name) => `${CUSTOMER}.${name}`);
const TICKS = [...ALL, 'api::region.region.find', 'plugin::roster.me.find', 'plugin::roster.owners.update'];

describeOnEachDb('API tokens of the content API', (db) => {
  let site: Site;
  let world: World;
  let ana: Requester;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24 });
    world = await worldOf(site.strapi);
    ana = await site.asAdmin('ana@roster.test');
  });
  afterAll(() => site.close());

  const idOf = (name: string) => world.customers[name] as string;
  const bind = (documentId: string, data: object | null, as = ana) => as.put(`/roster/api-tokens/${documentId}/binding`).send({ data });
  const token = async (name: string, rights: Parameters<typeof createApiToken>[2], to?: object) => {
    const { documentId, accessKey } = await createApiToken(site.strapi, name, rights);
    if (to) await bind(documentId, to).expect(200);
    return { documentId, agent: site.withToken(accessKey) };
  };
  const count = async (agent: Requester) => (await agent.get('/api/customers').expect(200)).body.meta.pagination.total;

  it('[A214] a full-access token is the system, and cannot be bound to anything less', async () => {
    const { documentId, agent } = await token('everything', 'full-access');
    expect(await count(agent)).toBe(24);
    await agent.put(`/api/customers/${idOf('Cumulus Air')}`).send({ data: { tier: 'growth' } }).expect(200);
    const { status, body } = await bind(documentId, { role: 'viewer' });
    expect([status, body.error.details.code]).toEqual([400, 'TOKEN_UNBINDABLE']);
  });

  it('[A214] a token that is bound to nobody gets nothing of a governed type, whatever is ticked for it; all else as ticked', async () => {
    const { agent } = await token('ticked', TICKS);
    for (const call of [agent.get('/api/customers'), agent.get(`/api/customers/${idOf('Acme Robotics')}`), agent.post('/api/customers').send({ data: { name: 'By a token' } })]) {
      const { status, body } = await call;
      expect([status, body.error.details.code]).toEqual([403, 'NOT_A_MEMBER']);
    }
    await agent.get('/api/regions').expect(200);
    await agent.get('/api/tags').expect(403);
    expect((await agent.get('/api/regions?populate=customers')).body.data.every(({ customers }: { customers?: unknown[] }) => !customers?.length)).toBe(true);
  });

  it("[A214] a bound token has its member's scope, and no more than was ticked for it", async () => {
    const carla = { member: world.members['carla'] };
    const { agent } = await token('carla, all', TICKS, carla);
    expect(await count(agent)).toBe(bookOf(world, 'carla').length);
    await agent.put(`/api/customers/${idOf('Acme Robotics')}`).send({ data: { tier: 'growth' } }).expect(200);
    await agent.put(`/api/customers/${idOf('Cumulus Air')}`).send({ data: { tier: 'growth' } }).expect(404);
    const refused = await agent.post('/api/customers').send({ data: { name: 'By a token' } });
    expect([refused.status, refused.body.error.details.code]).toEqual([403, 'PERMISSION_DENIED']);
    expect((await agent.get('/api/roster/me').expect(200)).body.data.member.email).toBe('carla@roster.test');
    await agent.get('/api/notes').expect(403);

    const { agent: reader } = await token('carla, reading', 'read-only', carla);
    expect(await count(reader)).toBe(bookOf(world, 'carla').length);
    await reader.get('/api/notes').expect(200);
    await reader.put(`/api/customers/${idOf('Acme Robotics')}`).send({ data: { tier: 'growth' } }).expect(403);
  });

  it('[A214] the same over GraphQL', async () => {
    const { agent } = await token('carla, GraphQL', TICKS, { member: world.members['carla'] });
    const ask = async (query: string) => (await agent.post('/graphql').send({ query })).body;
    const { data } = await ask('{ customers_connection(pagination: { pageSize: 100 }) { nodes { documentId } pageInfo { total } } }');
    expect([data.customers_connection.nodes.length, data.customers_connection.pageInfo.total]).toEqual([bookOf(world, 'carla').length, bookOf(world, 'carla').length]);
    expect((await ask(`{ customer(documentId: "${idOf('Cumulus Air')}") { name } }`)).data.customer).toBeNull();
    expect((await ask('{ notes { title } }')).errors[0].extensions.code).toBe('FORBIDDEN');
    const { agent: unbound } = await token('nobody, GraphQL', TICKS);
    expect((await unbound.post('/graphql').send({ query: '{ customers { name } }' })).body.errors[0].extensions.error.details.code).toBe('NOT_A_MEMBER');
  });

  it('[A214] a token with a role and no member sees what all in the role see, and no book', async () => {
    const { agent: viewer } = await token('a viewer', TICKS, { role: 'viewer' });
    expect(await count(viewer)).toBe(24);
    await viewer.put(`/api/customers/${idOf('Acme Robotics')}`).send({ data: { tier: 'growth' } }).expect(403);
    expect((await viewer.get('/api/roster/me').expect(200)).body.data).toMatchObject({ member: null, roles: ['viewer'] });
    const { agent: csm } = await token('a csm', TICKS, { role: 'csm' });
    expect(await count(csm)).toBe(0);
  });

  it('[A214] what it does is audited as done by the token, for the member', async () => {
    const { documentId, agent } = await token('ana, owners', TICKS, { member: world.members['ana'] });
    await agent.put(`/api/roster/records/${CUSTOMER}/${idOf('Cumulus Air')}/owner`).send({ data: { owner: world.members['cleo'] } }).expect(200);
    const actor = { kind: 'member', member: world.members['ana'], token: documentId };
    const facts = async (action: string) =>
      ((await table(site.strapi, 'audit-entry').findMany({ where: { action } as never, orderBy: { id: 'desc' } as never })) as { body: string }[]).map(({ body }) => JSON.parse(body));
    expect((await facts('owner.changed'))[0].actor).toEqual(actor);

    const { documentId: doras, agent: dora } = await token('dora, writing', TICKS, { member: world.members['dora'] });
    await dora.delete(`/api/customers/${idOf('Acme Robotics')}`).expect(403);
    await ana.get('/roster/audit').expect(200);
    expect((await facts('permission.denied'))[0]).toMatchObject({ actor: { kind: 'member', member: world.members['dora'], token: doras }, outcome: 'refused' });
  });

  it("[A214][A098:tokens] a deactivated member's token is refused by the next request, also what is not governed, and works again with him", async () => {
    const { agent } = await token('colin', TICKS, { member: world.members['colin'] });
    expect(await count(agent)).toBe(bookOf(world, 'colin').length);
    await ana.put(`/roster/members/${world.members['colin']}/status`).send({ data: { status: 'deactivated' } }).expect(200);
    for (const path of ['/api/customers', '/api/regions', '/api/roster/me']) {
      const { status, body } = await agent.get(path);
      expect([path, status, body.error.details.code]).toEqual([path, 401, 'MEMBER_INACTIVE']);
    }
    await ana.put(`/roster/members/${world.members['colin']}/status`).send({ data: { status: 'active' } }).expect(200);
    expect(await count(agent)).toBe(bookOf(world, 'colin').length);
  });

  it('[A214] a binding is changed, taken away, and gone with its token', async () => {
    const { documentId, agent } = await token('changing', TICKS, { member: world.members['carla'] });
    await bind(documentId, { role: 'viewer' }).expect(200);
    expect(await count(agent)).toBe(24);
    await bind(documentId, null).expect(200);
    await agent.get('/api/customers').expect(403);
    await bind(documentId, { role: 'viewer' }).expect(200);
    const { id } = (await site.strapi.db.query('admin::api-token').findOne({ where: { documentId } })) as { id: number };
    await (await site.asAdmin('super@roster.test')).delete(`/admin/api-tokens/${id}`).expect(200);
    expect(await table(site.strapi, 'token-binding').count({ where: { token: documentId } as never })).toBe(0);
    expect((await bind(documentId, { role: 'viewer' })).status).toBe(404);
  });

  it('[A214] the list says for whom each acts, and never a key', async () => {
    const { accessKey, documentId } = await createApiToken(site.strapi, 'listed', TICKS);
    await bind(documentId, { member: world.members['carla'] }).expect(200);
    const { text, body } = await ana.get('/roster/api-tokens').expect(200);
    expect(body.data.find((entry: { documentId: string }) => entry.documentId === documentId)).toMatchObject({
      name: 'listed',
      kind: 'content-api',
      type: 'custom',
      binding: { member: { documentId: world.members['carla'], name: 'Carla Mendes', status: 'active' }, role: null },
    });
    expect(text).not.toContain(accessKey);
    expect(text.toLowerCase()).not.toContain('accesskey');
  });

  it('[A214] nobody binds one beyond his own reach; unknown members, roles and shapes are named', async () => {
    const { documentId } = await token('for mistakes', TICKS);
    const codes = async (data: unknown) => {
      const { status, body } = await bind(documentId, data as object);
      return [status, body.error.details.code, body.error.details.path];
    };
    expect(await codes({ member: 'nobody' })).toEqual([400, 'UNKNOWN_MEMBER', 'data.member']);
    expect(await codes({ role: 'emperor' })).toEqual([400, 'UNKNOWN_ROLE', 'data.role']);
    expect((await codes({ role: 'csm', member: world.members['carla'] })).slice(0, 2)).toEqual([400, 'VALIDATION_FAILED']);
    await bind(documentId, { role: 'viewer' }, await site.asAdmin('dora@roster.test')).expect(403);
    expect(await table(site.strapi, 'token-binding').count({ where: { token: documentId } as never })).toBe(0);
  });
});
