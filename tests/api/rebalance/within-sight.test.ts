import { CUSTOMER, roster } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf, type World } from '../../support/world';

/** Whoever manages the team without seeing every record plans, reads and moves within his sight. */
describeOnEachDb('rebalance by a manager who sees a part', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 60 });
    world = await worldOf(site.strapi);
    const cells = [['team_management', 'view'], ['team_management', 'update']].map(([feature, action]) => ({ role: 'csm', feature, action, scope: 'all' }));
    await (await as('ana')).put('/api/roster/matrix').send({ data: { cells } }).expect(200);
  });
  afterAll(() => site.close());

  const as = (key: string) => site.as(`${key}@roster.test`);
  const member = (key: string) => world.members[key] as string;
  const plan = async (key: string, data: object) => (await as(key)).post('/api/roster/rebalance/plans').send({ data: { type: CUSTOMER, ...data } });
  const bookIds = (key: string) => bookOf(world, key).map(({ documentId }) => documentId);

  it('plans for what he sees, and nothing else', async () => {
    const { body } = await plan('carla', { filter: { list: 'all' }, by: { member: member('cora') } });
    expect(body.meta.examined).toBe(bookIds('carla').length);
    const strangers = bookIds('cyrus').filter((id) => !bookIds('carla').includes(id));
    const refused = await plan('carla', { filter: { records: [strangers[0]] }, by: { member: member('cora') } });
    expect([refused.status, refused.body.error.details]).toEqual([404, { code: 'NOT_FOUND', path: 'data.filter.records[0]' }]);
    expect((await plan('ana', { filter: { records: [strangers[0]] }, by: { member: member('cora') } })).status).toBe(200);
  });

  it('reads of another’s plan what he sees of it, and can’t carry it out', async () => {
    const { body } = await plan('ana', { filter: { list: 'all' }, by: { member: member('cora') } });
    const { documentId } = body.data;
    const moves = await (await as('carla')).get(`/api/roster/rebalance/${documentId}/moves?pageSize=100`).expect(200);
    expect(moves.body.data.map(({ record }: { record: string }) => record).sort()).toEqual(bookIds('carla').sort());
    const refused = await (await as('carla')).post(`/api/roster/rebalance/${documentId}/start`).send({ data: { token: body.meta.token } });
    expect([refused.status, refused.body.error.details]).toEqual([403, { code: 'OUT_OF_SCOPE', path: 'job' }]);
    expect((await roster(site.strapi, 'books').ownership(CUSTOMER, bookIds('cyrus')[0] ?? '')).owner).toBe(member('cyrus'));
  });

  it('a draft of a rule shows what would move of what he sees', async () => {
    const rule = { type: CUSTOMER, name: 'All', when: { all: [] }, target: { member: member('cora') }, override: true };
    const { body } = await (await as('carla')).post('/api/roster/rules/preview').send({ data: { type: CUSTOMER, rule } }).expect(200);
    expect(body.data.examined).toBe(bookIds('carla').length);
    const all = await (await as('ana')).post('/api/roster/rules/preview').send({ data: { type: CUSTOMER, rule } }).expect(200);
    expect(all.body.data.examined).toBeGreaterThan(bookIds('carla').length);
  });

  it('the lists of what nobody looks after hold what he sees', async () => {
    const list = async (key: string) => (await (await as(key)).get(`/api/roster/unassigned?type=${CUSTOMER}&pageSize=100`).expect(200)).body;
    expect((await list('ana')).data.length).toBeGreaterThan(0);
    expect(await list('carla')).toEqual({ data: [], meta: { pagination: { page: 1, pageSize: 100, pageCount: 0, total: 0 } } });
  });
});
