import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

const SEGMENT = 'api::segment.segment';

interface Assigned {
  evaluations(): number;
}

describeOnEachDb('assignment rules', (db) => {
  let site: Site;
  let world: World;
  let segments: Record<string, string>;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24 });
    world = await worldOf(site.strapi);
    const made = await site.strapi.documents(SEGMENT).create({ data: { name: 'Enterprise LATAM' } as never });
    segments = { latam: made.documentId };
  });
  afterAll(() => site.close());
  afterEach(async () => {
    const ana = await as('ana');
    for (const { documentId } of (await ana.get('/api/roster/rules')).body.data as { documentId: string }[]) await ana.delete(`/api/roster/rules/${documentId}`).expect(200);
  });

  const as = (key: string) => site.as(`${key}@roster.test`);
  const member = (key: string) => world.members[key] as string;
  const evaluations = () => (site.strapi.plugin('roster').service('assignment') as Assigned).evaluations();
  const ownership = (record: string) => roster(site.strapi, 'books').ownership(CUSTOMER, record);
  const ownerOf = async (record: string) => (await ownership(record)).owner;
  const entryOf = async (record: string) => (await table(site.strapi, 'entry').findOne({ where: { record, kind: 'owner' } as never })) as unknown as { source: string; rule: string | null } | null;
  const addRule = async (rule: object) => {
    const { body, status } = await (await as('ana')).post('/api/roster/rules').send({ data: { type: CUSTOMER, name: 'Rule', ...rule } });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body.data as { documentId: string; problem: string | null };
  };
  const above = (value: number) => ({ field: 'arr', operator: 'above', value });
  /** "All customers with segment Enterprise LATAM and ARR > $50k → owner = Maria": here she is called Cora. */
  const THE_SENTENCE = () => ({
    name: 'Enterprise LATAM above 50k',
    when: { all: [{ field: 'segment.name', operator: 'equals', value: 'Enterprise LATAM' }, above(50_000)] },
    target: { member: member('cora') },
  });
  let count = 0;
  const name = () => `Assigned ${(count += 1)}`;
  const create = async (data: object) => {
    const { body, status } = await (await as('ana')).post('/api/customers').send({ data: { name: name(), ...data } });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.data.documentId as string;
  };

  it('[A044] segment Enterprise LATAM and ARR above 50k goes to Maria: 50,001 does, 50,000 does not', async () => {
    await addRule(THE_SENTENCE());
    const above50 = await create({ arr: 50_001, segment: segments['latam'] });
    const not = await create({ arr: 50_000, segment: segments['latam'] });
    const other = await create({ arr: 90_000 });
    expect([await ownerOf(above50), await ownerOf(not), await ownerOf(other)]).toEqual([member('cora'), null, null]);
    const rows = await site.strapi.db.query(CUSTOMER).findMany({ where: { documentId: above50 } });
    expect(new Set(rows.map(({ rosterOwner }: { rosterOwner: string }) => rosterOwner))).toEqual(new Set([member('cora')]));
    expect((await (await as('cora')).get(`/api/customers/${above50}`)).status).toBe(200);
    const { body } = await (await as('ana')).get(`/api/roster/records/${CUSTOMER}/${above50}/history`).expect(200);
    expect(body.data).toEqual([
      expect.objectContaining({
        from: null,
        to: expect.objectContaining({ name: 'Cora Vega' }),
        source: 'rule',
        rule: expect.objectContaining({ name: 'Enterprise LATAM above 50k' }),
        reasons: [
          { field: 'segment.name', operator: 'equals', expected: 'Enterprise LATAM', actual: 'Enterprise LATAM' },
          { field: 'arr', operator: 'above', expected: 50_000, actual: 50_001 },
        ],
        by: { kind: 'system', name: null },
      }),
    ]);
  });

  it('[A045] are asked for a record that is created through the panel, GraphQL and the document service, in its transaction', async () => {
    await addRule({ when: above(70_000), target: { member: member('cyrus') } });
    const ana = await as('ana');
    const graphql = await ana.post('/graphql').send({ query: `mutation { createCustomer(data: { name: "${name()}", arr: 80000 }) { documentId } }` }).expect(200);
    const panel = await (await site.asAdmin('ana@roster.test')).post(`/content-manager/collection-types/${CUSTOMER}`).send({ name: name(), arr: 80_000 }).expect(201);
    const code = await site.strapi.documents(CUSTOMER).create({ data: { name: name(), arr: 80_000 } as never });
    for (const record of [graphql.body.data.createCustomer.documentId, panel.body.data.documentId, code.documentId]) expect([record, await ownerOf(record)]).toEqual([record, member('cyrus')]);
    let made = '';
    await expect(
      site.strapi.db.transaction(async () => {
        made = (await site.strapi.documents(CUSTOMER).create({ data: { name: name(), arr: 80_000 } as never })).documentId;
        throw new Error('undo');
      }),
    ).rejects.toThrow('undo');
    expect(await entryOf(made)).toBeNull();
  });

  it('look at what is stored, not at what a hook of the site makes of the answer', async () => {
    await addRule({ name: 'Large', when: above(50_000), target: { member: member('cora') } });
    const stop = site.strapi.db.lifecycles.subscribe({
      models: [CUSTOMER],
      afterCreate: ({ result }: { result: { arr: number } }) => {
        result.arr = 1;
      },
    } as never) as unknown as () => void;
    const record = await create({ arr: 60_000 });
    stop();
    expect(await ownerOf(record)).toBe(member('cora'));
  });

  it('[A046] are asked again when a field that a rule reads changes, and for no other change', async () => {
    const record = await create({ arr: 40_000, segment: segments['latam'] });
    await addRule(THE_SENTENCE());
    const ana = await as('ana');
    const before = evaluations();
    await ana.put(`/api/customers/${record}`).send({ data: { name: name(), tier: 'growth' } }).expect(200);
    await ana.put(`/api/customers/${record}`).send({ data: { arr: 40_000 } }).expect(200);
    await (await site.asAdmin('ana@roster.test')).post(`/content-manager/collection-types/${CUSTOMER}/${record}/actions/publish`).send({}).expect(200);
    expect([evaluations() - before, await ownerOf(record)]).toEqual([0, null]);
    await ana.put(`/api/customers/${record}`).send({ data: { arr: 60_000 } }).expect(200);
    expect([evaluations() - before, await ownerOf(record)]).toEqual([1, member('cora')]);
  });

  it('[A054] the first that matches decides, and their order can be changed', async () => {
    const first = await addRule({ name: 'First', when: above(10), target: { member: member('cora') } });
    const second = await addRule({ name: 'Second', when: above(20), target: { member: member('cyrus') } });
    expect(await ownerOf(await create({ arr: 30 }))).toBe(member('cora'));
    const ana = await as('ana');
    const { body } = await ana.put('/api/roster/rules/order').send({ data: { type: CUSTOMER, rules: [second.documentId, first.documentId] } }).expect(200);
    expect(body.data.map((rule: { name: string; position: number }) => [rule.name, rule.position])).toEqual([['Second', 1], ['First', 2]]);
    expect(await ownerOf(await create({ arr: 30 }))).toBe(member('cyrus'));
    const stale = await ana.put('/api/roster/rules/order').send({ data: { type: CUSTOMER, rules: [first.documentId] } });
    expect([stale.status, stale.body.error.details]).toEqual([409, { code: 'CONFLICT', path: 'data.rules' }]);
  });

  it('[A054] a rule without conditions is for whatever the others leave', async () => {
    await addRule({ when: above(50_000), target: { member: member('cora') } });
    await addRule({ when: { all: [] }, target: { member: member('chen') } });
    const [large, small] = [await create({ arr: 60_000 }), await create({})];
    expect([await ownerOf(large), await ownerOf(small)]).toEqual([member('cora'), member('chen')]);
  });

  it('[A055] an owner who was chosen by hand stays, unless the rule overrides', async () => {
    const record = await create({ arr: 5 });
    const ana = await as('ana');
    await ana.put(`/api/roster/records/${CUSTOMER}/${record}/owner`).send({ data: { owner: member('chen') } }).expect(200);
    const sticky = await addRule({ when: above(100), target: { member: member('cora') } });
    await ana.put(`/api/customers/${record}`).send({ data: { arr: 200 } }).expect(200);
    expect(await ownerOf(record)).toBe(member('chen'));
    await ana.put(`/api/roster/rules/${sticky.documentId}`).send({ data: { type: CUSTOMER, name: 'Now it does', when: above(100), target: { member: member('cora') }, override: true } }).expect(200);
    await ana.put(`/api/customers/${record}`).send({ data: { arr: 300 } }).expect(200);
    expect([await ownerOf(record), (await entryOf(record))?.source]).toEqual([member('cora'), 'rule']);
  });

  it('a rule moves a record that a rule has placed, and one in limbo waits for a person', async () => {
    await addRule({ when: { field: 'tier', operator: 'equals', value: 'starter' }, target: { member: member('colin') } });
    await addRule({ when: { field: 'tier', operator: 'equals', value: 'growth' }, target: { member: member('cyrus') } });
    const record = await create({ tier: 'starter' });
    const ana = await as('ana');
    await ana.put(`/api/customers/${record}`).send({ data: { tier: 'growth' } }).expect(200);
    expect(await ownerOf(record)).toBe(member('cyrus'));
    await roster(site.strapi, 'members').deactivate(member('cyrus'));
    await ana.put(`/api/customers/${record}`).send({ data: { tier: 'starter' } }).expect(200);
    expect(await ownerOf(record)).toBe(member('cyrus'));
    await roster(site.strapi, 'members').reactivate(member('cyrus'));
  });

  it('[A053] whose target may not own any more is skipped and flagged, and the next one is asked', async () => {
    const broken = await addRule({ name: 'Gone', when: above(1), target: { member: member('colin') } });
    await addRule({ name: 'Next', when: above(1), target: { member: member('cleo') } });
    await roster(site.strapi, 'members').deactivate(member('colin'));
    expect(await ownerOf(await create({ arr: 2 }))).toBe(member('cleo'));
    const { body } = await (await as('ana')).get(`/api/roster/rules?type=${CUSTOMER}`).expect(200);
    expect(body.data.map((rule: { documentId: string; problem: string | null }) => [rule.documentId === broken.documentId, rule.problem])).toEqual([[true, 'TARGET_CANNOT_OWN'], [false, null]]);
    await roster(site.strapi, 'members').reactivate(member('colin'));
  });

  it('co-owners come with a rule, and who creates within his own reach owns before rules are asked', async () => {
    await addRule({ when: above(1), target: { member: member('cora'), coOwners: [member('cyrus'), member('cora')] } });
    const record = await create({ arr: 2 });
    expect(await ownership(record)).toEqual({ owner: member('cora'), coOwners: [member('cyrus')] });
    await (await as('ana')).put('/api/roster/matrix').send({ data: { cells: [{ role: 'csm', feature: 'customer_360', action: 'create', scope: 'book' }] } }).expect(200);
    const { body } = await (await as('carla')).post('/api/customers').send({ data: { name: name(), arr: 9 } }).expect(201);
    expect([await ownerOf(body.data.documentId), (await entryOf(body.data.documentId))?.source]).toEqual([member('carla'), 'creation']);
    await (await as('ana')).put('/api/roster/matrix').send({ data: { cells: [{ role: 'csm', feature: 'customer_360', action: 'create', scope: 'none' }] } }).expect(200);
  });

  it('count from their start on, and before their end', async () => {
    const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    await addRule({ name: 'Not yet', when: above(1), target: { member: member('cora') }, startsAt: hour(1) });
    await addRule({ name: 'No more', when: above(1), target: { member: member('cora') }, endsAt: hour(-1) });
    await addRule({ name: 'Off', when: above(1), target: { member: member('cora') }, isActive: false });
    await addRule({ name: 'Now', when: above(1), target: { member: member('cleo') }, startsAt: hour(-1), endsAt: hour(1) });
    expect(await ownerOf(await create({ arr: 2 }))).toBe(member('cleo'));
  });

  it('[A043] are added, changed and deleted, with an audit entry each', async () => {
    const { documentId } = await addRule({ name: 'Mine', when: above(1), target: { member: member('cora') } });
    const ana = await as('ana');
    await ana.put(`/api/roster/rules/${documentId}`).send({ data: { type: CUSTOMER, name: 'Yours', when: above(2), target: { member: member('cyrus') }, isActive: false } }).expect(200);
    const { body } = await ana.get(`/api/roster/rules?type=${CUSTOMER}`).expect(200);
    expect(body.data).toEqual([
      expect.objectContaining({ documentId, name: 'Yours', position: 1, isActive: false, when: above(2), target: { member: expect.objectContaining({ name: 'Cyrus Prado' }), rotation: null, coOwners: [] }, problem: null }),
    ]);
    await ana.delete(`/api/roster/rules/${documentId}`).expect(200);
    await ana.delete(`/api/roster/rules/${documentId}`).expect(404);
    const audit = await table(site.strapi, 'audit-entry').findMany({ where: { targetId: documentId } as never, orderBy: 'id' });
    expect(audit.map(({ action }: { action: string }) => action)).toEqual(['rule.created', 'rule.changed', 'rule.deleted']);
  });

  it('are read by whoever views the team, and changed by whoever manages it', async () => {
    await (await as('dora')).get('/api/roster/rules').expect(200);
    for (const key of ['carla', 'vera', 'nina']) await (await as(key)).get('/api/roster/rules').expect(403);
    const rule = { type: CUSTOMER, name: 'x', when: above(1), target: { member: member('cora') } };
    for (const key of ['dora', 'carla', 'vera']) {
      expect([key, (await (await as(key)).post('/api/roster/rules').send({ data: rule })).status]).toEqual([key, 403]);
      expect([key, (await (await as(key)).post('/api/roster/rules/preview').send({ data: { type: CUSTOMER } })).status]).toEqual([key, 403]);
    }
  });

  it.each([
    ['an unknown field', { when: { field: 'arrr', operator: 'above', value: 1 } }, 'VALIDATION_FAILED', 'data.when.field'],
    ['a value of another kind', { when: { all: [{ field: 'arr', operator: 'above', value: 'much' }] } }, 'VALIDATION_FAILED', 'data.when.all[0].value'],
    ['a regular expression', { when: { any: [{ field: 'name', operator: 'regex', value: '(a+)+$' }] } }, 'VALIDATION_FAILED', 'data.when.any[0].operator'],
    ['a key of a prototype', { when: { field: '__proto__', operator: 'notEmpty' } }, 'VALIDATION_FAILED', 'data.when.field'],
    ['ten thousand conditions', { when: { any: Array.from({ length: 10_000 }, () => ({ field: 'arr', operator: 'above', value: 1 })) } }, 'VALIDATION_FAILED', 'data.when.any'],
    ['nobody to give it to', { target: {} }, 'VALIDATION_FAILED', 'data.target'],
    ['a target who may not own', { target: { member: 'vera' } }, 'CANNOT_OWN', 'data.target.member'],
    ['a target who is not there', { target: { coOwners: ['nobody'] } }, 'UNKNOWN_MEMBER', 'data.target.coOwners[0]'],
    ['a type without owners', { type: 'api::note.note' }, 'UNKNOWN_TYPE', 'data.type'],
    ['an end before its start', { startsAt: '2030-01-02T00:00:00Z', endsAt: '2030-01-01T00:00:00Z' }, 'VALIDATION_FAILED', 'data.endsAt'],
    ['a part that is no field', { target: { rotation: { mode: 'strict', pool: 'everyone', partition: 'nonsense' } } }, 'VALIDATION_FAILED', 'data.target.rotation.partition'],
  ])('with %s is refused with its place', async (_what, wrong, code, path) => {
    const withNames = JSON.parse(JSON.stringify(wrong).replaceAll('"vera"', `"${member('vera')}"`)) as object;
    const data = { type: CUSTOMER, name: 'Wrong', when: above(1), target: { member: member('cora') }, ...withNames };
    const { status, body } = await (await as('ana')).post('/api/roster/rules').send({ data });
    expect([status, body.error.details.code, body.error.details.path]).toEqual([400, code, path]);
    expect((await (await as('ana')).get('/api/roster/rules')).body.data).toEqual([]);
  });

  it('[A045] are asked for records that come many at once below the document service, and by a start for those that came past it', async () => {
    await addRule({ when: { field: 'name', operator: 'startsWith', value: 'Import' }, target: { member: member('cora') } });
    const row = (name: string) => ({ name, documentId: `${name.toLowerCase().replace(/\W/g, '')}xxxxxxxxxxxxxxxxxxxxxxxx`.slice(0, 24), locale: 'en' });
    await site.strapi.db.query(CUSTOMER).createMany({ data: [row('Import one'), row('Import two')] as never });
    expect([await ownerOf(row('Import one').documentId), await ownerOf(row('Import two').documentId)]).toEqual([member('cora'), member('cora')]);
    const past = row('Import past');
    await site.strapi.db.connection('customers').insert({ name: past.name, document_id: past.documentId, locale: 'en' });
    expect(await ownerOf(past.documentId)).toBeNull();
    const service = site.strapi.plugin('roster').service('assignment') as unknown as { reconcile(): Promise<number> };
    expect([await service.reconcile(), await ownerOf(past.documentId), await service.reconcile()]).toEqual([1, member('cora'), 0]);
  });

  it('[A045] are asked for each of many that are created at once', async () => {
    await addRule({ when: above(60_000), target: { member: member('cyrus') } });
    const records = await Promise.all(Array.from({ length: 30 }, () => create({ arr: 70_000 })));
    for (const record of records) expect([record, await ownerOf(record)]).toEqual([record, member('cyrus')]);
  });

  it('a draft shows what would move before it is saved: how many, from whom to whom and why', async () => {
    const record = await create({ arr: 123_456 });
    const rule = { type: CUSTOMER, name: 'Draft', when: { field: 'arr', operator: 'between', value: [123_455, 123_457] }, target: { member: member('cora') } };
    const { body } = await (await as('ana')).post('/api/roster/rules/preview').send({ data: { type: CUSTOMER, rule } }).expect(200);
    expect(body.data).toMatchObject({
      moving: 1,
      waiting: 0,
      flows: [{ from: null, to: { name: 'Cora Vega' }, count: 1 }],
      moves: [{ record, title: expect.stringMatching(/^Assigned/), from: null, to: { name: 'Cora Vega' }, rule: { documentId: 'draft', name: 'Draft' }, reasons: [{ field: 'arr', actual: 123_456 }] }],
    });
    expect(body.data.examined).toBeGreaterThan(24);
    expect(await ownerOf(record)).toBeNull();
  });
});
