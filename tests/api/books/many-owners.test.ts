import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

describeOnEachDb('owners of many records', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const member = (key: string) => world.members[key] as string;
  const idOf = (name: string) => world.customers[name] as string;
  const as = (key: string) => site.as(`${key}@roster.test`);
  const path = `/api/roster/records/${CUSTOMER}/owners`;
  const ownerOf = async (record: string) => (await roster(site.strapi, 'books').ownership(CUSTOMER, record)).owner;
  const columnOf = async (record: string) => [...new Set((await site.strapi.db.query(CUSTOMER).findMany({ where: { documentId: record } })).map(({ rosterOwner }: { rosterOwner: string | null }) => rosterOwner))];

  it('are told as far as one sees the records', async () => {
    const records = [idOf('Acme Robotics'), idOf('Borealis Foods'), idOf('Cumulus Air')];
    const all = await (await as('ana')).post(path).send({ data: { records } }).expect(200);
    expect(all.body.data[idOf('Borealis Foods')]).toEqual({
      owner: { documentId: member('chen'), name: 'Chen Wei', status: 'active' },
      coOwners: [{ documentId: member('carla'), name: 'Carla Mendes', status: 'active' }],
    });
    expect(all.body.data[idOf('Cumulus Air')]).toEqual({ owner: null, coOwners: [] });
    const chen = await (await as('chen')).post(path).send({ data: { records } }).expect(200);
    expect(Object.keys(chen.body.data)).toEqual([idOf('Borealis Foods')]);
    await (await as('nina')).post(path).send({ data: { records } }).expect(403);
  });

  it('change together, with their rows, their history and one audit entry each', async () => {
    const records = ['Acme Robotics', 'Borealis Foods', 'Cumulus Air'].map(idOf);
    const { body } = await (await as('ana')).put(path).send({ data: { records, owner: member('carla') } }).expect(200);
    expect(body.data).toEqual({ changed: 2 });
    for (const record of records) expect([await ownerOf(record), await columnOf(record)]).toEqual([member('carla'), [member('carla')]]);
    // She helped with Borealis, and does not beside owning it.
    expect((await roster(site.strapi, 'books').ownership(CUSTOMER, idOf('Borealis Foods'))).coOwners).toEqual([]);
    const audit = await table(site.strapi, 'audit-entry').findMany({ where: { action: 'owner.changed', targetId: { $in: records } } as never });
    expect(audit.map(({ targetId }: { targetId: string }) => targetId)).toEqual(expect.arrayContaining([idOf('Borealis Foods'), idOf('Cumulus Air')]));
    const history = await (await as('ana')).get(`/api/roster/records/${CUSTOMER}/${idOf('Borealis Foods')}/history`).expect(200);
    expect(history.body.data[0]).toEqual({
      at: expect.stringMatching(/^\d{4}-/),
      seat: 'owner',
      from: { documentId: member('chen'), name: 'Chen Wei', status: 'active' },
      to: { documentId: member('carla'), name: 'Carla Mendes', status: 'active' },
      source: 'manual',
      rule: null,
      reasons: [],
      by: { kind: 'member', name: 'Ana Ruiz' },
      note: null,
    });
    await (await as('ana')).put(path).send({ data: { records: [idOf('Cumulus Air')], owner: null } }).expect(200);
    expect([await ownerOf(idOf('Cumulus Air')), await columnOf(idOf('Cumulus Air'))]).toEqual([null, [null]]);
  });

  it('change all or none: a record that is not there, or a member who may not own, undoes the others', async () => {
    const acme = idOf('Acme Robotics');
    const ana = await as('ana');
    const missing = await ana.put(path).send({ data: { records: [acme, 'abcdefghijklmnopqrstuvwx'], owner: member('cleo') } });
    expect([missing.status, missing.body.error.details]).toEqual([404, { code: 'NOT_FOUND', path: 'data.records[1]' }]);
    const viewer = await ana.put(path).send({ data: { records: [acme], owner: member('vera') } });
    expect([viewer.status, viewer.body.error.details.code]).toEqual([400, 'CANNOT_OWN']);
    expect(await ownerOf(acme)).toBe(member('carla'));
  });

  it('are changed by nobody but whoever manages the team', async () => {
    for (const key of ['dora', 'carla', 'vera']) {
      const { status, body } = await (await as(key)).put(path).send({ data: { records: [idOf('Acme Robotics')], owner: member('cleo') } });
      expect([key, status, body.error.details.code]).toEqual([key, 403, 'PERMISSION_DENIED']);
    }
  });

  it('a move that was planned for another owner is stale, and nothing of it happens', async () => {
    const [acme, cumulus] = [idOf('Acme Robotics'), idOf('Cumulus Air')];
    const moves = [{ record: cumulus, from: null, to: member('cleo') }, { record: acme, from: member('chen'), to: member('cleo') }];
    await expect(roster(site.strapi, 'books').move(CUSTOMER, moves)).rejects.toMatchObject({ code: 'CONFLICT', details: { path: '[1].record', record: acme } });
    expect(await ownerOf(cumulus)).toBeNull();
  });

  it('the history of a record is there for whoever sees the record', async () => {
    const at = (name: string) => `/api/roster/records/${CUSTOMER}/${idOf(name)}/history`;
    await (await as('carla')).get(at('Acme Robotics')).expect(200);
    await (await as('cleo')).get(at('Acme Robotics')).expect(404);
  });

  it('candidates are those who may own now, with the size of their books', async () => {
    const { body } = await (await as('ana')).get('/api/roster/candidates').expect(200);
    expect(body.data.map(({ name }: { name: string }) => name)).toEqual(['Carla Mendes', 'Chen Wei', 'Cleo Dubois', 'Colin Murphy', 'Cora Vega', 'Cyrus Prado']);
    expect(body.data[0].book).toBeGreaterThan(0);
    await (await as('dora')).get('/api/roster/candidates').expect(403);
  });
});
