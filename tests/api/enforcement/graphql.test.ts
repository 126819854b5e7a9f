import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf, type World } from '../../support/world';

describeOnEachDb('the same scopes over GraphQL', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const ask = async (key: string, query: string) => (await (await site.as(`${key}@roster.test`)).post('/graphql').send({ query })).body;
  const ids = (rows: readonly { documentId: string }[]) => rows.map(({ documentId }) => documentId).sort();
  const bookIds = (key: string) => ids(bookOf(world, key));

  it('[A023:graphql] a list, its total and what hangs on it stay within the book', async () => {
    const { data, errors } = await ask(
      'chen',
      `{ customers(pagination: { pageSize: 100 }) { documentId notes { title } parent { documentId } children { documentId } }
         customers_connection { pageInfo { total } }
         regions(pagination: { pageSize: 100 }) { customers(pagination: { pageSize: 100 }) { documentId } favorite { documentId } } }`,
    );
    expect(errors).toBeUndefined();
    expect(ids(data.customers)).toEqual(bookIds('chen'));
    expect(data.customers_connection.pageInfo.total).toBe(bookIds('chen').length);
    const reached = [
      ...data.regions.flatMap(({ customers, favorite }: { customers: { documentId: string }[]; favorite: { documentId: string } | null }) => [...customers, favorite]),
      ...data.customers.flatMap(({ parent, children }: { parent: { documentId: string } | null; children: { documentId: string }[] }) => [parent, ...children]),
    ].filter(Boolean);
    expect(ids(reached).filter((id) => !bookIds('chen').includes(id))).toEqual([]);
    expect(data.customers.every(({ notes }: { notes: unknown[] }) => notes.length > 0)).toBe(true);
  });

  it('[A023:graphql] one record is there inside the scope and not there outside', async () => {
    const one = (key: string, name: string) => ask(key, `{ customer(documentId: "${world.customers[name]}") { documentId name } }`);
    expect((await one('chen', 'Borealis Foods')).data.customer.name).toContain('Borealis');
    expect((await one('chen', 'Acme Robotics')).data.customer).toBeNull();
    const missing = await ask('chen', '{ customer(documentId: "abcdefghijklmnopqrstuvwx") { documentId name } }');
    expect(await one('chen', 'Acme Robotics')).toEqual(missing);
  });

  it('[A023:graphql] a mutation reaches as far as the cell, and answers what its caller may see', async () => {
    const update = (key: string, name: string, fields = 'documentId tier parent { documentId }') =>
      ask(key, `mutation { updateCustomer(documentId: "${world.customers[name]}", data: { tier: growth }) { ${fields} } }`);
    expect((await update('chen', 'Borealis Foods')).data.updateCustomer.tier).toBe('growth');
    const hidden = await update('chen', 'Acme Robotics');
    expect(hidden.data?.updateCustomer ?? null).toBeNull();
    const carla = await update('carla', 'Acme Robotics');
    expect(carla.data.updateCustomer.parent).toEqual({ documentId: world.customers['Borealis Foods'] });
    const refused = await update('dora', 'Acme Robotics');
    expect([refused.data?.updateCustomer ?? null, refused.errors[0].extensions.code]).toEqual([null, 'FORBIDDEN']);
  });

  it('[A023:graphql] strangers and the public get nothing', async () => {
    for (const body of [await ask('nina', '{ customers { documentId } }'), (await site.http.post('/graphql').send({ query: '{ customers { documentId } }' })).body]) {
      expect(body.data?.customers ?? []).toEqual([]);
      expect(body.errors.length).toBeGreaterThan(0);
    }
  });

  it('[A023:graphql] a refusal has its code and its cell', async () => {
    const refusal = async (key: string, query: string) => {
      const { errors } = await ask(key, query);
      return [errors[0].extensions.code, errors[0].extensions.error.details];
    };
    expect(await refusal('dora', 'mutation { createCustomer(data: { name: "No" }) { name } }')).toEqual(['FORBIDDEN', { code: 'PERMISSION_DENIED', feature: 'customer_360', action: 'create' }]);
    expect(await refusal('nina', '{ renewals { amount } }')).toEqual(['FORBIDDEN', { code: 'NOT_A_MEMBER', feature: 'renewals', action: 'view' }]);
    expect((await refusal('dora', 'mutation { rosterSetOwner(type: "api::customer.customer", documentId: "x") { owner { name } } }'))[1]).toMatchObject({ code: 'PERMISSION_DENIED', feature: 'team_management', action: 'update' });
    expect((await refusal('carla', '{ rosterCheck(questions: [{ feature: "weather", action: "view" }]) { allowed } }'))[1]).toEqual({ code: 'UNKNOWN_FEATURE', path: 'data.questions[0].feature' });
  });

  it('[A225:client] owners are typed fields, read by who sees the record and changed by who manages the team', async () => {
    const { customers, members } = world;
    const record = `type: "api::customer.customer", documentId: "${customers['Acme Robotics']}"`;
    const { data } = await ask('carla', `{ rosterOwners(${record}) { owner { documentId name status } coOwners { name } } }`);
    expect(data.rosterOwners.owner).toEqual({ documentId: members['carla'], name: 'Carla Mendes', status: 'active' });
    const changed = await ask('ana', `mutation { rosterAddCoOwner(${record}, coOwner: "${members['cleo']}") { owner { name } coOwners { name } } }`);
    expect(changed.data.rosterAddCoOwner.coOwners.map(({ name }: { name: string }) => name)).toContain('Cleo Dubois');
    expect((await ask('cleo', `{ customer(documentId: "${customers['Acme Robotics']}") { documentId } }`)).data.customer).not.toBeNull();
    const removed = await ask('ana', `mutation { rosterRemoveCoOwner(${record}, coOwner: "${members['cleo']}") { coOwners { name } } }`);
    expect(removed.data.rosterRemoveCoOwner.coOwners.map(({ name }: { name: string }) => name)).not.toContain('Cleo Dubois');
    const given = await ask('ana', `mutation { rosterSetOwner(${record}, owner: "${members['cleo']}") { owner { name } } }`);
    expect(given.data.rosterSetOwner.owner.name).toBe('Cleo Dubois');
    await ask('ana', `mutation { rosterSetOwner(${record}, owner: "${members['carla']}") { owner { name } } }`);
  });
});
