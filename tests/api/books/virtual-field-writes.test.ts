import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { tick } from '../../support/stock';
import { createApiToken } from '../../support/tokens';
import { worldOf, type World } from '../../support/world';

interface Answer {
  readonly status: number;
  readonly body: { data: Record<string, unknown> & { documentId: string }; error: { message: string; details: { code: string; path: string } } };
}

describeOnEachDb('owner and co-owners in the data of a write', (db) => {
  let site: Site;
  let world: World;
  let acme: string;

  beforeAll(async () => {
    site = await openSite({ db, customers: 20 });
    world = await worldOf(site.strapi);
    acme = world.customers['Acme Robotics'] as string;
  });
  afterAll(() => site.close());

  const member = (key: string) => world.members[key] as string;
  const as = (key: string) => site.as(`${key}@roster.test`);
  const create = async (key: string, data: object, query = ''): Promise<Answer> => (await as(key)).post(`/api/customers${query}`).send({ data });
  const update = async (key: string, record: string, data: object, query = ''): Promise<Answer> => (await as(key)).put(`/api/customers/${record}${query}`).send({ data });
  const ask = async (key: string, query: string, variables?: object) => (await (await as(key)).post('/graphql').send({ query, variables })).body;
  const ownership = (record: string) => roster(site.strapi, 'books').ownership(CUSTOMER, record);
  const columns = async (record: string) => new Set((await site.strapi.db.query(CUSTOMER).findMany({ where: { documentId: record } as never })).map(({ rosterOwner }: { rosterOwner: string | null }) => rosterOwner));
  const count = () => site.strapi.db.query(CUSTOMER).count();
  const log = async (record: string) =>
    ((await table(site.strapi, 'audit-entry').findMany({ where: { targetId: record, targetType: CUSTOMER } as never, orderBy: { id: 'asc' } as never })) as { action: string; actor: string; body: string }[]).map(
      ({ action, actor, body }) => ({ action, actor, details: (JSON.parse(body) as { details?: object }).details }),
    );

  it('[A225:fields] a record is created with its owners, in one write and one answer', async () => {
    const { status, body } = await create('ana', { name: 'With owners', owner: member('carla'), coOwners: [member('chen'), member('cleo')] }, '?populate[owner]=true&populate[coOwners]=true');
    expect(status).toBe(201);
    const record = body.data.documentId;
    expect(body.data['owner']).toEqual({ documentId: member('carla'), name: 'Carla Mendes', status: 'active' });
    expect((body.data['coOwners'] as { documentId: string }[]).map(({ documentId }) => documentId)).toEqual([member('chen'), member('cleo')]);
    expect(await ownership(record)).toEqual({ owner: member('carla'), coOwners: [member('chen'), member('cleo')] });
    expect(await columns(record)).toEqual(new Set([member('carla')]));
    await (await as('cleo')).get(`/api/customers/${record}`).expect(200);
    const by = { actor: member('ana') };
    expect(await log(record)).toEqual(
      expect.arrayContaining([
        { action: 'owner.changed', ...by, details: { from: null, to: member('carla') } },
        { action: 'co-owner.added', ...by, details: { member: member('chen') } },
        { action: 'co-owner.added', ...by, details: { member: member('cleo') } },
        expect.objectContaining({ action: 'record.created', ...by }),
      ]),
    );
  });

  it('[A225:fields] an update changes who is named, and leaves who is not', async () => {
    const { body } = await create('ana', { name: 'Changing hands', owner: member('carla'), coOwners: [member('chen'), member('cleo')] });
    const record = body.data.documentId;
    const step = async (data: object) => {
      expect((await update('ana', record, data)).status).toBe(200);
      return ownership(record);
    };
    expect(await step({ tier: 'growth' })).toEqual({ owner: member('carla'), coOwners: [member('chen'), member('cleo')] });
    expect(await step({ owner: member('chen') })).toEqual({ owner: member('chen'), coOwners: [member('cleo')] });
    expect(await step({ owner: member('cleo'), coOwners: [member('chen')] })).toEqual({ owner: member('cleo'), coOwners: [member('chen')] });
    expect(await step({ owner: null })).toEqual({ owner: null, coOwners: [member('chen')] });
    expect(await columns(record)).toEqual(new Set([null]));
    expect(await step({ coOwners: [] })).toEqual({ owner: null, coOwners: [] });
    const before = await log(record);
    expect(await step({ owner: null, coOwners: [] })).toEqual({ owner: null, coOwners: [] });
    expect((await log(record)).slice(before.length).map(({ action }) => action)).toEqual(['record.updated']);
  });

  it('[A225:fields] a record may be sent back as it was read, also when its owner is no longer active', async () => {
    const { body } = await create('ana', { name: 'Left behind', owner: member('cyrus') });
    await roster(site.strapi, 'members').deactivate(member('cyrus'));
    expect((await update('ana', body.data.documentId, { owner: member('cyrus'), tier: 'growth' })).status).toBe(200);
    await roster(site.strapi, 'members').reactivate(member('cyrus'));
  });

  it('[A225:fields] the same over GraphQL', async () => {
    const made = await ask('ana', 'mutation ($data: CustomerInput!) { createCustomer(data: $data) { documentId owner { name } coOwners { name } } }', {
      data: { name: 'By GraphQL', owner: member('chen'), coOwners: [member('carla')] },
    });
    expect(made.data.createCustomer).toMatchObject({ owner: { name: 'Chen Wei' }, coOwners: [{ name: 'Carla Mendes' }] });
    const id = made.data.createCustomer.documentId as string;
    const changed = await ask('ana', `mutation { updateCustomer(documentId: "${id}", data: { owner: null }) { owner { name } coOwners { name } } }`);
    expect(changed.data.updateCustomer).toEqual({ owner: null, coOwners: [{ name: 'Carla Mendes' }] });
    const refused = await ask('carla', `mutation { updateCustomer(documentId: "${id}", data: { tier: growth, owner: "${member('carla')}" }) { tier } }`);
    expect(refused.errors[0].extensions.error.details).toMatchObject({ code: 'PERMISSION_DENIED', path: 'data.owner' });
    expect(await ownership(id)).toEqual({ owner: null, coOwners: [member('carla')] });
    const wrong = await ask('ana', `mutation { updateCustomer(documentId: "${id}", data: { coOwners: ["${member('chen')}", "${member('vera')}"] }) { tier } }`);
    expect(wrong.errors[0].extensions.error.details).toMatchObject({ code: 'CANNOT_OWN', path: 'data.coOwners[1]' });
    expect(await ownership(id)).toEqual({ owner: null, coOwners: [member('carla')] });
  });

  it.each([
    ['a viewer as owner', () => ({ owner: member('vera') }), 'CANNOT_OWN', 'data.owner'],
    ['an owner who is not there', () => ({ owner: 'abcdefghijklmnopqrstuvwx' }), 'UNKNOWN_MEMBER', 'data.owner'],
    ['a co-owner who is not there', () => ({ coOwners: [member('chen'), 'abcdefghijklmnopqrstuvwx'] }), 'UNKNOWN_MEMBER', 'data.coOwners[1]'],
    ['an owner who is to help', () => ({ owner: member('chen'), coOwners: [member('cleo'), member('chen')] }), 'OWNER_IS_NO_CO_OWNER', 'data.coOwners[1]'],
    ['a number', () => ({ owner: 7 }), 'VALIDATION_FAILED', 'data.owner'],
    ['a query', () => ({ owner: { $ne: null } }), 'VALIDATION_FAILED', 'data.owner'],
    ['a relation of the host', () => ({ coOwners: { connect: ['x'] } }), 'VALIDATION_FAILED', 'data.coOwners'],
    ['a list with null', () => ({ coOwners: [null] }), 'VALIDATION_FAILED', 'data.coOwners[0]'],
  ])('[A225:fields] refuses %s with the path, and nothing of the write is done', async (_what, owners, code, path) => {
    // Refusals are told later.
    const facts = () => table(site.strapi, 'audit-entry').count({ where: { outcome: 'done' } as never });
    const [before, rows, entries] = [await ownership(acme), await count(), await facts()];
    for (const { status, body } of [await create('ana', { name: 'Never made', ...owners() }), await update('ana', acme, { name: 'Never called so', ...owners() })]) {
      expect({ status, code: body.error.details.code, path: body.error.details.path }).toEqual({ status: 400, code, path });
    }
    expect([await ownership(acme), await count(), await facts()]).toEqual([before, rows, entries]);
    expect((await (await as('ana')).get(`/api/customers/${acme}`)).body.data.name).toBe('Acme Robotics');
  });

  it('[A225:fields] whoever does not manage the team is refused, with the path, before any look-up; and nothing is written', async () => {
    const before = await ownership(acme);
    for (const [key, data, path] of [
      ['carla', { tier: 'growth', owner: member('chen') }, 'data.owner'],
      ['carla', { tier: 'growth', owner: member('carla') }, 'data.owner'],
      ['carla', { coOwners: [] }, 'data.coOwners'],
      ['carla', { owner: 7 }, 'data.owner'],
    ] as const) {
      const { status, body } = await update(key, acme, data);
      expect({ key, status, ...body.error.details }).toEqual({ key, status: 403, code: 'PERMISSION_DENIED', feature: 'team_management', action: 'update', path });
    }
    const hidden = await update('carla', world.customers['Cumulus Air'] as string, { owner: member('carla') });
    const missing = await update('carla', 'abcdefghijklmnopqrstuvwx', { owner: member('carla') });
    expect([hidden.status, hidden.body]).toEqual([missing.status, missing.body]);
    for (const key of ['dora', 'vera']) expect((await update(key, acme, { owner: null })).body.error.details).toMatchObject({ code: 'PERMISSION_DENIED', feature: 'customer_360' });
    expect(await ownership(acme)).toEqual(before);
  });

  it('[A225:fields] a record that is not there stays so: 404, and no entry', async () => {
    expect((await update('ana', 'abcdefghijklmnopqrstuvwx', { name: 'Nobody', owner: member('chen') })).status).toBe(404);
    expect(await ownership('abcdefghijklmnopqrstuvwx')).toEqual({ owner: null, coOwners: [] });
  });

  it('[A225:fields] who may manage the team and create with a limited reach names the owner, or is it', async () => {
    const cells = ['create', 'update'].map((action) => ({ role: 'csm', feature: 'customer_360', action, scope: 'book' as const }));
    const access = roster(site.strapi, 'access');
    const csm = (scope: string) => access.setCells([...cells, { role: 'csm', feature: 'team_management', action: 'update', scope: scope as never }], { kind: 'system' });
    await csm('all');
    const [carla, chen] = [member('carla'), member('chen')];
    const made = async (data: object) => ownership((await create('carla', { name: 'By a csm', ...data })).body.data.documentId);
    expect(await made({})).toEqual({ owner: carla, coOwners: [] });
    expect(await made({ owner: null })).toEqual({ owner: carla, coOwners: [] });
    expect(await made({ owner: chen })).toEqual({ owner: chen, coOwners: [] });
    expect(await made({ owner: chen, coOwners: [carla] })).toEqual({ owner: chen, coOwners: [carla] });
    expect(await made({ coOwners: [carla] })).toEqual({ owner: null, coOwners: [carla] });
    await csm('none');
  });

  it('[A225:fields] a full-access token is the system, and has no `me`', async () => {
    const agent = site.withToken((await createApiToken(site.strapi, 'machine', 'full-access')).accessKey);
    const { body } = await agent.post('/api/customers?populate=owner').send({ data: { name: 'By a machine', owner: member('chen') } }).expect(201);
    expect(body.data.owner.name).toBe('Chen Wei');
    const refused = await agent.post('/api/customers').send({ data: { name: 'By a machine', owner: member('vera') } });
    expect([refused.status, refused.body.error.details]).toEqual([400, { code: 'CANNOT_OWN', path: 'data.owner' }]);
    const me = await agent.get('/api/customers?filters[owner][documentId]=me');
    expect([me.status, me.body.error.details]).toEqual([400, { code: 'VALIDATION_FAILED', path: 'filters.owner.documentId' }]);
  });
});

describeOnEachDb('owner and co-owners in the data of a write that is only observed', (db) => {
  it('[A225:fields] need the same right, and hold all the same', async () => {
    const site = await openSite({ db, customers: 20, configOverride: { 'plugin::roster': { mode: 'observe' } } });
    await tick(site.strapi, 'authenticated', [`${CUSTOMER}.update`]);
    const { members, customers } = await worldOf(site.strapi);
    const acme = customers['Acme Robotics'] as string;
    const put = async (key: string) => (await site.as(`${key}@roster.test`)).put(`/api/customers/${acme}`).send({ data: { tier: 'growth', owner: members['chen'] } });
    const refused = await put('carla');
    expect([refused.status, refused.body.error.details.path]).toEqual([403, 'data.owner']);
    expect((await roster(site.strapi, 'books').ownership(CUSTOMER, acme)).owner).toBe(members['carla']);
    expect((await put('ana')).status).toBe(200);
    expect((await roster(site.strapi, 'books').ownership(CUSTOMER, acme)).owner).toBe(members['chen']);
    await site.close();
  });
});
