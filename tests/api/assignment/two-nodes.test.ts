import { openNode, type SiteNode } from '../../support/nodes';
import { CUSTOMER, table } from '../../support/roster';
import { openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

const POOL = ['carla', 'chen', 'cleo', 'colin', 'cora'];

interface Row {
  readonly record: string;
  readonly member: string;
}

describe('a rotation on two nodes of one PostgreSQL', () => {
  let site: Site;
  let node: SiteNode;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db: 'postgres', customers: 12 });
    world = await worldOf(site.strapi);
    node = await openNode(site.env);
  });
  afterAll(async () => {
    await node.stop();
    await site.close();
  });

  const ownersOf = async (records: readonly string[]) =>
    (await table(site.strapi, 'entry').findMany({ where: { type: CUSTOMER, kind: 'owner', record: { $in: [...records] } } as never })) as unknown as Row[];
  const customers = (name: string, count: number) => Array.from({ length: count }, (_, index) => ({ name: `${name} ${index}`, territory: 'north' }));

  it.each(['strict', 'least'])('[A047] shares fifty that are created at once out evenly, each to one (%s)', async (mode) => {
    const ana = await site.as('ana@roster.test');
    const pool = POOL.map((key) => world.members[key]);
    const name = `Fifty ${mode}`;
    const rule = { type: CUSTOMER, name, when: { field: 'name', operator: 'startsWith', value: name }, target: { rotation: { mode, pool } } };
    await ana.post('/api/roster/rules').send({ data: rule }).expect(200);
    const booksBefore = await Promise.all(pool.map((member) => table(site.strapi, 'entry').count({ where: { type: CUSTOMER, kind: 'owner', member } as never })));
    const [here, there] = await Promise.all([
      Promise.all(customers(`${name} here`, 25).map(async (data) => (await site.strapi.documents(CUSTOMER).create({ data } as never)).documentId)),
      node.create(CUSTOMER, customers(`${name} there`, 25)),
    ]);
    const owners = await ownersOf([...here, ...there]);
    expect([owners.length, new Set(owners.map(({ record }) => record)).size]).toEqual([50, 50]);
    const got = pool.map((member) => owners.filter((row) => row.member === member).length);
    const books = got.map((count, index) => count + (booksBefore[index] as number));
    // In turn everybody gets the same; by load, whoever has less gets more, until all have the same.
    const even = mode === 'strict' ? got : books;
    expect(Math.max(...even) - Math.min(...even)).toBeLessThanOrEqual(1);
    expect(await table(site.strapi, 'assignment').count({ where: { record: { $in: [...here, ...there] } } as never })).toBe(50);
  });
});
