import { openSite, type Site } from './../support/site';

describe("the plugin's own types", () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite({ customers: 20 });
  });
  afterAll(() => site.close());

  const own = () => Object.keys(site.strapi.contentTypes).filter((uid) => uid.startsWith('plugin::roster.'));

  it('are there, as tables', () => {
    expect(own()).toEqual(expect.arrayContaining(['plugin::roster.member', 'plugin::roster.entry', 'plugin::roster.audit-entry']));
  });

  it('are in no GraphQL schema', async () => {
    const query = '{ __schema { types { name } queryType { fields { name } } mutationType { fields { name } } } }';
    const { body } = await site.http.post('/graphql').send({ query }).expect(200);
    expect(JSON.stringify(body)).toContain('"customers_connection"');
    // What the schema has of ours are fields and shapes of answers, and no type with the fields of a table.
    const { types, queryType, mutationType } = body.data.__schema as Record<string, { name: string }[]> & Record<string, { fields: { name: string }[] }>;
    const names = (types as { name: string }[]).map(({ name }) => name).filter((name) => /roster/i.test(name));
    const abilities = names.filter((name) => /^Roster\w+Abilities$/.test(name));
    expect(abilities).toHaveLength(13);
    expect(abilities).toEqual(expect.arrayContaining(['RosterCustomerAbilities', 'RosterNoteAbilities', 'RosterSegmentAbilities']));
    expect(names.filter((name) => !abilities.includes(name)).sort()).toEqual(['RosterAnswer', 'RosterCoOwnerIdFilter', 'RosterCoOwnersFilter', 'RosterMe', 'RosterMember', 'RosterOwnerFilter', 'RosterOwnerIdFilter', 'RosterOwners', 'RosterPermission', 'RosterPerson', 'RosterQuestion', 'RosterShare', 'RosterType']);
    const fields = [...(queryType?.fields ?? []), ...(mutationType?.fields ?? [])].map(({ name }) => name).filter((name) => /roster/i.test(name));
    expect(fields.sort()).toEqual(['rosterAddCoOwner', 'rosterCheck', 'rosterMe', 'rosterOwners', 'rosterRemoveCoOwner', 'rosterSetOwner', 'rosterShare', 'rosterShares', 'rosterUnshare']);
  });

  it('have no REST route', async () => {
    const ana = await site.as('ana@roster.test');
    for (const path of own().map((uid) => site.strapi.contentTypes[uid as never] as { info: { pluralName: string } }).map(({ info }) => info.pluralName)) {
      const answers = [await ana.get(`/api/${path}`), await ana.get(`/api/roster/${path}/1`), await ana.post(`/api/roster/${path}/1`).send({ data: {} }), await ana.delete(`/api/roster/${path}/1`)];
      expect([path, ...answers.map(({ status }) => status)]).toEqual([path, 404, 404, expect.any(Number), expect.any(Number)]);
      expect([path, answers.slice(2).every(({ status }) => status === 404 || status === 405)]).toEqual([path, true]);
    }
  });

  it('are not in the Content Manager, nor in the type builder', async () => {
    const admin = await site.asAdmin('super@roster.test');
    const init = await admin.get('/content-manager/init').expect(200);
    const shown = init.body.data.contentTypes.filter(({ uid, isDisplayed }: { uid: string; isDisplayed: boolean }) => uid.startsWith('plugin::roster.') && isDisplayed);
    expect(shown).toEqual([]);
    const builder = await admin.get('/content-type-builder/content-types').expect(200);
    const visible = builder.body.data.filter(({ uid, schema }: { uid: string; schema: { visible: boolean } }) => uid.startsWith('plugin::roster.') && schema.visible);
    expect(visible).toEqual([]);
  });

  it('and the projected owner is in no answer, filter, sort or input', async () => {
    const ana = await site.as('ana@roster.test');
    const list = await ana.get('/api/customers?populate=*').expect(200);
    expect(list.text).not.toMatch(/rosterOwner|roster_owner/);
    for (const path of ['/api/customers?filters[rosterOwner]=x', '/api/customers?sort=rosterOwner', '/api/customers?fields[0]=rosterOwner']) {
      expect([path, (await ana.get(path)).status]).toEqual([path, 400]);
    }
    await ana.post('/api/customers').send({ data: { name: 'x', rosterOwner: 'y' } }).expect(400);
    const { body } = await site.http.post('/graphql').send({ query: '{ __type(name: "Customer") { fields { name } } }' });
    expect(JSON.stringify(body)).not.toMatch(/rosterOwner/i);
  });
});
