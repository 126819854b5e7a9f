import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

interface Candidate {
  readonly documentId: string;
  readonly name: string;
  readonly email: string;
  readonly book: number;
}

const RECORDS = `/roster/records/${CUSTOMER}`;
const EDITOR = `/content-manager/collection-types/${CUSTOMER}`;

describeOnEachDb('the owner of a record, changed in the panel', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 20 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const member = (key: string) => world.members[key] as string;
  const idOf = (name: string) => world.customers[name] as string;
  const panel = (key: string) => site.asAdmin(`${key}@roster.test`);
  const candidates = async () => (await (await panel('ana')).get('/roster/candidates').expect(200)).body.data as Candidate[];
  /** What people did, newest first; the seed is the system's. */
  const auditOf = async (record: string) => {
    const rows = (await table(site.strapi, 'audit-entry').findMany({ where: { targetId: record, action: 'owner.changed', actorKind: 'member' } as never, orderBy: { id: 'desc' } as never })) as { actor: string; body: string }[];
    return rows.map(({ actor, body }) => ({ actor, details: (JSON.parse(body) as { details: unknown }).details }));
  };

  it('[A042:panel] the picker has the active CSMs, each with address and book, and nobody else', async () => {
    const cyrus = await roster(site.strapi, 'members').findByEmail('cyrus@roster.test');
    await roster(site.strapi, 'members').deactivate(cyrus?.documentId as string);
    const found = await candidates();
    expect(found.map(({ name }) => name)).toEqual(['Carla Mendes', 'Chen Wei', 'Cleo Dubois', 'Colin Murphy', 'Cora Vega']);
    const book = world.plan.filter(({ owner, coOwners }) => owner === 'carla' || coOwners.includes('carla')).length;
    expect(found[0]).toEqual({ documentId: member('carla'), name: 'Carla Mendes', email: 'carla@roster.test', book });
    for (const owner of [cyrus?.documentId, member('dora'), member('vera')]) {
      const { status, body } = await (await panel('ana')).put(`${RECORDS}/${idOf('Acme Robotics')}/owner`).send({ data: { owner } });
      expect([status, body.error.details]).toEqual([400, { code: 'CANNOT_OWN', path: 'owner' }]);
    }
  });

  it('[A042:panel] saving moves the record from book to book, and writes its history and the audit log', async () => {
    const acme = idOf('Acme Robotics');
    await (await panel('carla')).get(`${EDITOR}/${acme}`).expect(200);
    const { body } = await (await panel('ana')).put(`${RECORDS}/${acme}/owner`).send({ data: { owner: member('cleo') } }).expect(200);
    expect(body.data.owner.name).toBe('Cleo Dubois');
    await (await panel('carla')).get(`${EDITOR}/${acme}`).expect(404);
    await (await panel('cleo')).get(`${EDITOR}/${acme}`).expect(200);

    const history = await (await panel('cleo')).get(`${RECORDS}/${acme}/history`).expect(200);
    expect(history.body.data[0]).toMatchObject({ seat: 'owner', from: { name: 'Carla Mendes' }, to: { name: 'Cleo Dubois' }, source: 'manual', by: { kind: 'member', name: 'Ana Ruiz' } });
    expect((await auditOf(acme))[0]).toEqual({ actor: member('ana'), details: { from: member('carla'), to: member('cleo') } });
  });

  it('[A042:panel] a selection changes hands at once, each record with its history and its audit entry, or not at all', async () => {
    const records = ['Borealis Foods', 'Cumulus Air'].map(idOf);
    const ana = await panel('ana');
    const lost = await ana.put(`${RECORDS}/owners`).send({ data: { records: [...records, 'abcdefghijklmnopqrstuvwx'], owner: member('cora') } });
    expect([lost.status, lost.body.error.details.path]).toEqual([404, 'data.records[2]']);
    for (const record of records) expect(await auditOf(record)).toEqual([]);
    await ana.put(`${RECORDS}/owners`).send({ data: { records, owner: member('cora') } }).expect(200);
    for (const record of records) {
      const history = await ana.get(`${RECORDS}/${record}/history`).expect(200);
      expect([history.body.data[0].to.name, history.body.data[0].by.name, (await auditOf(record)).length]).toEqual(['Cora Vega', 'Ana Ruiz', 1]);
    }
  });

  it.each(['dora', 'cora', 'vera', 'nina'])('[A042:panel] %s changes none, and is not told who could own', async (key) => {
    const agent = await panel(key);
    const borealis = idOf('Borealis Foods');
    const answers = await Promise.all([
      agent.get('/roster/candidates'),
      agent.put(`${RECORDS}/${borealis}/owner`).send({ data: { owner: member('carla') } }),
      agent.put(`${RECORDS}/owners`).send({ data: { records: [borealis], owner: member('carla') } }),
      agent.post(`${RECORDS}/${borealis}/co-owners`).send({ data: { coOwner: member('carla') } }),
      agent.delete(`${RECORDS}/${borealis}/co-owners/${member('carla')}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect((await roster(site.strapi, 'books').ownership(CUSTOMER, borealis)).owner).toBe(member('cora'));
  });
});
