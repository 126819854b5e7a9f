import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

interface Assignment {
  readonly list: { again(): Promise<void> };
}

describeOnEachDb('rotations', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());
  afterEach(async () => {
    const ana = await as('ana');
    for (const { documentId } of (await ana.get('/api/roster/rules')).body.data as { documentId: string }[]) await ana.delete(`/api/roster/rules/${documentId}`).expect(200);
    for (const key of CSMS) await ana.put(`/api/roster/members/${member(key)}/availability`).send({ data: {} }).expect(200);
  });

  const CSMS = ['carla', 'chen', 'cleo', 'colin', 'cora', 'cyrus'];
  const as = (key: string) => site.as(`${key}@roster.test`);
  const member = (key: string) => world.members[key] as string;
  const keyOf = (documentId: string | null) => Object.keys(world.members).find((key) => world.members[key] === documentId) ?? null;
  const ANY = { field: 'name', operator: 'startsWith', value: 'Turn' };
  const addRule = async (rotation: object, when: object = ANY) => {
    const { body, status } = await (await as('ana')).post('/api/roster/rules').send({ data: { type: CUSTOMER, name: 'In turn', when, target: { rotation } } });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body.data.documentId as string;
  };
  let made = 0;
  const create = async (data: object = {}) => {
    const { body } = await (await as('ana')).post('/api/customers').send({ data: { name: `Turn ${(made += 1)}`, ...data } }).expect(201);
    return body.data.documentId as string;
  };
  const ownerOf = async (record: string) => keyOf((await roster(site.strapi, 'books').ownership(CUSTOMER, record)).owner);
  const owners = async (records: readonly string[]) => {
    const list: (string | null)[] = [];
    for (const record of records) list.push(await ownerOf(record));
    return list;
  };
  const countsOf = (list: readonly (string | null)[]): Record<string, number> => Object.fromEntries([...new Set(list)].sort().map((key) => [String(key), list.filter((one) => one === key).length]));
  const createMany = async (n: number, data: object = {}) => {
    const records: string[] = [];
    for (let index = 0; index < n; index += 1) records.push(await create(data));
    return records;
  };
  const availability = async (key: string, data: object) => (await as('ana')).put(`/api/roster/members/${member(key)}/availability`).send({ data }).expect(200);
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

  it('[A047] share a territory out evenly among its own CSMs, also when ten customers come at once', async () => {
    await addRule({ mode: 'strict', pool: 'territory' });
    const one = await createMany(3, { territory: 'north' });
    const ana = await as('ana');
    const many = await Promise.all(Array.from({ length: 10 }, (_, index) => ana.post('/api/customers').send({ data: { name: `Turn at once ${index}`, territory: 'north' } })));
    const list = await owners([...one, ...many.map(({ body }) => body.data.documentId as string)]);
    const counts = Object.values(countsOf(list));
    expect([...new Set(list)].sort()).toEqual(['carla', 'chen']);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(await ownerOf(await create({ territory: 'nowhere' }))).toBeNull();
  });

  it('[A048] are for a segment alone, each with a turn of its own', async () => {
    const segments = (await site.strapi.db.query('api::segment.segment').findMany({ select: ['documentId'] })) as { documentId: string }[];
    const [a, b, c] = [...new Set(segments.map(({ documentId }) => documentId))];
    await addRule({ mode: 'strict', pool: ['carla', 'cleo', 'cora'].map(member), partition: 'segment' }, { all: [ANY, { field: 'segment', operator: 'in', value: [a, b] }] });
    expect(await owners(await createMany(2, { segment: a }))).toEqual(['carla', 'cleo']);
    expect(await owners(await createMany(2, { segment: b }))).toEqual(['carla', 'cleo']);
    expect(await owners(await createMany(1, { segment: a }))).toEqual(['cora']);
    expect(await owners(await createMany(1, { segment: c }))).toEqual([null]);
  });

  it('share out by weight: 1 and 3 are 10 and 30 of 40', async () => {
    await addRule({ mode: 'weighted', pool: ['carla', 'cleo'].map(member) });
    await availability('cleo', { weight: 3 });
    expect(countsOf(await owners(await createMany(40)))).toEqual({ carla: 10, cleo: 30 });
  });

  it('give to whoever has least, by number and by value', async () => {
    await addRule({ mode: 'least', measure: 'count', pool: ['carla', 'cleo'].map(member) });
    const owned = async (key: string) => Number(await table(site.strapi, 'entry').count({ where: { member: member(key), type: CUSTOMER, kind: 'owner' } as never }));
    await createMany(Math.abs((await owned('carla')) - (await owned('cleo'))) + 4);
    expect(Math.abs((await owned('carla')) - (await owned('cleo')))).toBeLessThanOrEqual(1);
    const [rule] = (await (await as('ana')).get('/api/roster/rules')).body.data as { documentId: string }[];
    await (await as('ana')).delete(`/api/roster/rules/${rule?.documentId}`).expect(200);
    await addRule({ mode: 'least', measure: 'value', pool: ['cora', 'cyrus'].map(member) });
    const first = await ownerOf(await create({ arr: 10_000_000 }));
    const next = await owners(await createMany(3, { arr: 1 }));
    expect(next).toEqual(Array.from({ length: 3 }, () => (first === 'cora' ? 'cyrus' : 'cora')));
  });

  it('[A053] pass over who is away, at his limit, or gone; a record for whom nobody is free waits, and is given away when somebody is', async () => {
    await addRule({ mode: 'strict', pool: ['carla', 'cleo', 'cora'].map(member) });
    await availability('carla', { awayFrom: hour(-1), awayUntil: hour(1) });
    await availability('cleo', { capacity: 0 });
    await roster(site.strapi, 'members').deactivate(member('cora'));
    const records = await createMany(3);
    expect(await owners(records)).toEqual([null, null, null]);
    const { body } = await (await as('dora')).get(`/api/roster/unassigned?type=${CUSTOMER}&list=waiting`).expect(200);
    expect(body.data.map(({ record }: { record: string }) => record)).toEqual(records);
    await availability('cleo', { capacity: 1_000 });
    await (site.strapi.plugin('roster').service('assignment') as Assignment).list.again();
    expect(await owners(records)).toEqual(['cleo', 'cleo', 'cleo']);
    expect((await (await as('dora')).get(`/api/roster/unassigned?type=${CUSTOMER}&list=waiting`)).body.data).toEqual([]);
    await roster(site.strapi, 'members').reactivate(member('cora'));
  });

  it('are not taken again by a change: who had his turn keeps the record', async () => {
    await addRule({ mode: 'strict', pool: ['carla', 'cleo'].map(member) }, { field: 'arr', operator: 'above', value: 5 });
    const record = await create({ arr: 6 });
    const owner = await ownerOf(record);
    await (await as('ana')).put(`/api/customers/${record}`).send({ data: { arr: 7 } }).expect(200);
    expect([await ownerOf(record), await ownerOf(await create({ arr: 6 }))]).toEqual([owner, owner === 'carla' ? 'cleo' : 'carla']);
  });

  it('[A056] what no rule matches stays unassigned, and is listed; limbo is listed with whose it was', async () => {
    const record = (await (await as('ana')).post('/api/customers').send({ data: { name: 'Nobody’s', arr: 3 } }).expect(201)).body.data.documentId as string;
    const list = async (name: string) => (await (await as('dora')).get(`/api/roster/unassigned?type=${CUSTOMER}&list=${name}&pageSize=100`).expect(200)).body.data as { record: string; title: string; value: number | null; owner: { name: string } | null }[];
    expect((await list('unassigned')).find((one) => one.record === record)).toMatchObject({ title: 'Nobody’s', value: 3, owner: null });
    const before = (await (await as('dora')).get(`/api/roster/books?type=${CUSTOMER}`).expect(200)).body;
    await roster(site.strapi, 'members').deactivate(member('chen'));
    const limbo = await list('limbo');
    expect(new Set(limbo.map(({ owner }) => owner?.name))).toEqual(new Set(['Chen Wei']));
    const { data, meta } = (await (await as('dora')).get(`/api/roster/books?type=${CUSTOMER}`).expect(200)).body;
    expect([meta.limbo, meta.unassigned]).toEqual([limbo.length, before.meta.unassigned]);
    expect(data.find((one: { member: { name: string } }) => one.member.name === 'Chen Wei')).toMatchObject({ mayOwn: false, owned: limbo.length, member: { status: 'deactivated' } });
    await roster(site.strapi, 'members').reactivate(member('chen'));
    await (await as('carla')).get(`/api/roster/books?type=${CUSTOMER}`).expect(403);
  });
});
