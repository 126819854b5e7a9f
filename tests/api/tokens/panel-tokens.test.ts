import { CUSTOMER } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { createPanelToken } from '../../support/tokens';
import { bookOf, worldOf, type World } from '../../support/world';

type Requester = ReturnType<Site['withToken']>;

const READ = 'plugin::content-manager.explorer.read';
const ON_REGIONS = [{ action: READ, subject: 'api::region.region', fields: ['name', 'customers', 'favorite'] }];
const CUSTOMERS = `/content-manager/collection-types/${CUSTOMER}`;
const REGIONS = '/content-manager/collection-types/api::region.region';

describeOnEachDb('tokens of the panel', (db) => {
  let site: Site;
  let world: World;
  let ana: Requester;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24, env: { MCP: 'true' } });
    world = await worldOf(site.strapi);
    ana = await site.asAdmin('ana@roster.test');
  });
  afterAll(() => site.close());

  const bind = (documentId: string, data: object | null) => ana.put(`/roster/api-tokens/${documentId}/binding`).send({ data });
  const token = async (name: string, owner: string, isBound: boolean) => {
    const { documentId, accessKey } = await createPanelToken(site.strapi, name, `${owner}@roster.test`, ON_REGIONS);
    if (isBound) await bind(documentId, { member: world.members[owner] }).expect(200);
    return { documentId, agent: site.withToken(accessKey) };
  };

  /** One call of a tool of the MCP server. */
  const callTool = async (agent: Requester, name: string, args: object) => {
    const { text } = await agent
      .post('/mcp')
      .set('Accept', 'application/json, text/event-stream')
      .send({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } })
      .buffer(true)
      .parse((answer, done) => {
        let all = '';
        answer.on('data', (chunk) => (all += String(chunk)));
        answer.on('end', () => done(null, all));
      })
      .then(({ body }) => ({ text: String(body) }));
    return text;
  };

  it('[A214] without a binding one acts as its owner with the rights that were ticked: nothing of a governed type', async () => {
    const { agent } = await token('carla, unbound', 'carla', false);
    await agent.get(REGIONS).expect(200);
    const { status, body } = await agent.get(CUSTOMERS);
    expect([status, body.data]).toEqual([403, null]);
    // What hangs on an ungoverned record is seen with the owner's eyes.
    const { body: listed } = await agent.get(`/content-manager/relations/api::region.region/${(world['regions'] as Record<string, string>)['Alps']}/customers?pageSize=100`);
    const seen = ((listed.results ?? []) as { documentId: string }[]).map(({ documentId }) => documentId);
    expect(seen.filter((id) => !bookOf(world, 'carla').some(({ documentId }) => documentId === id))).toEqual([]);
  });

  it("[A214] bound to its owner it has his rights on governed types as well, in the Content Manager", async () => {
    const { agent } = await token('carla, bound', 'carla', true);
    const { body } = await agent.get(`${CUSTOMERS}?pageSize=100`).expect(200);
    expect(body.results.map(({ documentId }: { documentId: string }) => documentId).sort()).toEqual(bookOf(world, 'carla').map(({ documentId }) => documentId).sort());
    expect(body.pagination.total).toBe(bookOf(world, 'carla').length);
    await agent.get(`${CUSTOMERS}/${world.customers['Cumulus Air']}`).expect(404);
    await agent.put(`${CUSTOMERS}/${world.customers['Acme Robotics']}`).send({ tier: 'growth' }).expect(200);
    const refused = await agent.post(CUSTOMERS).send({ name: 'By a token' });
    expect([refused.status, refused.body.error.details.code]).toEqual([403, 'PERMISSION_DENIED']);
  });

  it('[A214] it cannot be bound to anybody else, nor to a role', async () => {
    const { documentId } = await token('carla, mistaken', 'carla', false);
    for (const to of [{ member: world.members['ana'] }, { role: 'admin' }, { role: 'csm' }]) {
      const { status, body } = await bind(documentId, to);
      expect([status, body.error.details.code]).toEqual([400, 'TOKEN_UNBINDABLE']);
    }
  });

  it('[A214][A098:tokens] it ends with its owner', async () => {
    const { agent } = await token('cora', 'cora', true);
    await agent.get(CUSTOMERS).expect(200);
    await ana.put(`/roster/members/${world.members['cora']}/status`).send({ data: { status: 'deactivated' } }).expect(200);
    for (const path of [CUSTOMERS, REGIONS]) {
      const { status, body } = await agent.get(path);
      expect([path, status, body.error.details.code]).toEqual([path, 401, 'MEMBER_INACTIVE']);
    }
    expect(await callTool(agent, 'list_region', {})).not.toContain('Alps');
  });

  it("[A214] the MCP server's tools see what the owner sees", async () => {
    const { agent } = await token('carla, agent', 'carla', true);
    const listed = await callTool(agent, 'list_customer', { pageSize: 100 });
    expect(listed).toContain(world.customers['Acme Robotics']);
    for (const { documentId } of world.plan.filter((customer) => !bookOf(world, 'carla').includes(customer))) expect(listed).not.toContain(documentId);
    expect(await callTool(agent, 'get_customer', { documentId: world.customers['Cumulus Air'] })).not.toContain('Cumulus');
    expect(await callTool(agent, 'get_customer', { documentId: world.customers['Acme Robotics'] })).toContain('Acme');

    await callTool(agent, 'update_customer', { documentId: world.customers['Cumulus Air'], data: { name: 'Taken over' } });
    expect(await site.strapi.db.query(CUSTOMER).count({ where: { name: 'Taken over' } })).toBe(0);
    await callTool(agent, 'update_customer', { documentId: world.customers['Acme Robotics'], data: { name: 'By an agent' } });
    expect(await site.strapi.db.query(CUSTOMER).count({ where: { name: 'By an agent' } })).toBeGreaterThan(0);

    const { agent: unbound } = await token('carla, agent, unbound', 'carla', false);
    expect(await callTool(unbound, 'list_customer', {})).not.toContain(world.customers['Acme Robotics']);
    expect(await callTool(unbound, 'list_region', {})).toContain('Alps');
  });
});
