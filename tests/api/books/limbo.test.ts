// The book of somebody who leaves: it stays whole and nobody's business until a person gives it away.
import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf, type World } from '../../support/world';

describeOnEachDb('the book of a member who leaves', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 60 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const as = (key: string) => site.as(`${key}@roster.test`);
  const member = (key: string) => world.members[key] as string;
  const owned = (key: string) => world.plan.filter(({ owner }) => owner === key).map(({ documentId }) => documentId).sort();
  const entriesOf = async (key: string) =>
    ((await table(site.strapi, 'entry').findMany({ where: { type: CUSTOMER, kind: 'owner', member: member(key) } as never })) as unknown as { record: string }[]).map(({ record }) => record).sort();
  const seenBy = async (key: string) =>
    ((await (await as(key)).get('/api/customers?pagination[pageSize]=100&fields=name').expect(200)).body.data as { documentId: string }[]).map(({ documentId }) => documentId).sort();
  const limbo = async () =>
    ((await (await as('ana')).get(`/api/roster/unassigned?type=${CUSTOMER}&list=limbo&pageSize=100`).expect(200)).body.data as { record: string }[]).map(({ record }) => record).sort();
  const setStatus = async (key: string, status: 'active' | 'deactivated') => (await as('ana')).put(`/api/roster/members/${member(key)}/status`).send({ data: { status } });
  const stakes = async (key: string) => {
    const { body } = await (await as('ana')).get(`/api/roster/books?type=${CUSTOMER}`).expect(200);
    return (body.data as { member: { documentId: string }; owned: number; value: number | null }[]).find((one) => one.member.documentId === member(key));
  };

  it('[A100:book] is told before he goes: how many records, and what they are worth', async () => {
    const rows = (await site.strapi.db.query(CUSTOMER as never).findMany({ where: { documentId: { $in: owned('carla') }, publishedAt: null, locale: 'en' } as never, select: ['arr'] as never })) as { arr: string | number }[];
    expect(await stakes('carla')).toMatchObject({ owned: owned('carla').length, value: rows.reduce((sum, { arr }) => sum + Number(arr), 0) });
  });

  it('[A099:book] stays as it is, is listed, and is given to nobody, whatever the rules say', async () => {
    const others = await seenBy('chen');
    const rule = { type: CUSTOMER, name: 'All to Chen', when: { all: [] }, target: { member: member('chen') } };
    const { body: made } = await (await as('ana')).post('/api/roster/rules').send({ data: rule }).expect(200);
    expect((await setStatus('carla', 'deactivated')).status).toBe(200);
    await (site.strapi.plugin('roster').service('assignment') as { reconcile(): Promise<number> }).reconcile();
    // What nobody owned is the rule's; what was hers is not.
    const unowned = world.plan.filter(({ owner }) => owner === null).map(({ documentId }) => documentId);
    expect([await entriesOf('carla'), await limbo(), await seenBy('chen')]).toEqual([owned('carla'), owned('carla'), [...others, ...unowned].sort()]);
    await (await as('ana')).delete(`/api/roster/rules/${made.data.documentId}`).expect(200);
  });

  it('[A102:book] is his again when he comes back, but for what was given away meanwhile', async () => {
    const [given] = owned('carla') as [string];
    await roster(site.strapi, 'books').setOwner(CUSTOMER, given, member('chen'));
    expect((await setStatus('carla', 'active')).status).toBe(200);
    expect([await limbo(), await entriesOf('carla')]).toEqual([[], owned('carla').slice(1)]);
    const book = bookOf(world, 'carla').map(({ documentId }) => documentId).filter((record) => record !== given).sort();
    expect(await seenBy('carla')).toEqual(book);
    const { body } = await (await as('carla')).get('/api/roster/me').expect(200);
    expect(JSON.stringify(body)).toContain('csm');
  });
});
