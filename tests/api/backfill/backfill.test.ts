// Owners that a site knew before: taken over from a relation, an e-mail field or a CSV file, looked at, carried out, taken back.
import type { BackfillAnswer, ConflictsPage } from '../../../contracts/http-backfill';
import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

const COUNT = 120;

describeOnEachDb('backfill', (db) => {
  let site: Site;
  let world: World;
  const mails: unknown[] = [];

  beforeAll(async () => {
    site = await openSite({ db, customers: COUNT });
    world = await worldOf(site.strapi);
    (site.strapi.plugin('email') as unknown as { provider: { send(mail: unknown): Promise<void> } }).provider.send = (mail) => {
      mails.push(mail);
      return Promise.resolve();
    };
  });
  afterAll(() => site.close());

  const as = (key: string) => site.as(`${key}@roster.test`);
  const member = (key: string) => world.members[key] as string;
  const unowned = () => world.plan.filter(({ owner }) => owner === null);
  const fromField = async (field: string, rest: object = {}, key = 'ana') => (await as(key)).post('/api/roster/backfills').send({ data: { type: CUSTOMER, from: { field }, ...rest } });
  const fromFile = async (file: Buffer | string, options: object = {}, replace = false) =>
    (await as('ana'))
      .post('/api/roster/backfills')
      .field('data', JSON.stringify({ type: CUSTOMER, from: { file: options }, replace }))
      .attach('file', Buffer.from(file), 'owners.csv');
  const conflictsOf = async ({ data: { job } }: BackfillAnswer, query = ''): Promise<ConflictsPage> =>
    (await (await as('ana')).get(`/api/roster/backfills/${job}/conflicts?pageSize=100${query}`).expect(200)).body as ConflictsPage;
  const finished = (job: string) => (site.strapi.plugin('roster').service('rebalance') as { finished(job: string): Promise<void> }).finished(job);
  const start = async ({ data: { job }, meta: { token } }: BackfillAnswer) => {
    await (await as('ana')).post(`/api/roster/rebalance/${job}/start`).send({ data: { token } }).expect(200);
    await finished(job);
  };
  const undo = async (job: string) => {
    const { body } = await (await as('ana')).post(`/api/roster/rebalance/${job}/undo`).send({}).expect(200);
    await finished(body.data.documentId as string);
  };
  const ownersNow = async () => {
    const rows = (await table(site.strapi, 'entry').findMany({ where: { type: CUSTOMER, kind: { $in: ['owner', 'co-owner'] } } as never })) as unknown as { record: string; member: string; kind: string; source: string | null }[];
    return rows.map(({ record, member: who, kind, source }) => [record, who, kind, kind === 'owner' ? source : null].join(' ')).sort();
  };
  const ownerOf = async (record: string) => ((await table(site.strapi, 'entry').findOne({ where: { type: CUSTOMER, record, kind: 'owner' } as never })) as unknown as { member: string } | null)?.member ?? null;
  const setManager = async (documentId: string, accountManager: number | null) => {
    const customers = site.strapi.db.query(CUSTOMER as never);
    for (const { id } of (await customers.findMany({ where: { documentId } as never, select: ['id'] as never })) as { id: number }[]) {
      await customers.update({ where: { id } as never, data: { accountManager } as never });
    }
  };
  const userId = async (key: string) => ((await site.strapi.db.query('plugin::users-permissions.user').findOne({ where: { email: `${key}@roster.test` } })) as { id: number }).id;

  it('[A223] from an e-mail field: shows what it would do and what it cannot, carries it out, and takes it back exactly', async () => {
    const before = await ownersNow();
    const left = unowned().filter(({ managerEmail }) => managerEmail === 'left@roster.test');
    const named = unowned().filter(({ managerEmail }) => managerEmail !== 'left@roster.test');
    expect([left.length > 0, named.length > 0]).toEqual([true, true]);
    const { status, body } = await fromField('managerEmail');
    expect([status, body.data]).toEqual([200, {
      job: expect.any(String),
      examined: COUNT,
      planned: named.length,
      unchanged: 0,
      conflicts: [{ reason: 'EMPTY', count: COUNT - unowned().length }, { reason: 'UNKNOWN_PERSON', count: left.length }],
    }]);
    const unknown = await conflictsOf(body, '&reason=UNKNOWN_PERSON');
    expect(unknown.data.map(({ record, value, line }) => [record, value, line]).sort()).toEqual(left.map(({ documentId }) => [documentId, 'left@roster.test', null]).sort());
    expect(unknown.data[0]?.title).toEqual(expect.any(String));
    expect(await ownersNow()).toEqual(before);

    await start(body);
    for (const { documentId, managerEmail } of named) expect(await ownerOf(documentId)).toBe(member((managerEmail as string).split('@')[0] as string));
    const { body: history } = await (await as('ana')).get(`/api/roster/records/${CUSTOMER}/${named[0]?.documentId}/history`).expect(200);
    expect(history.data[0]).toMatchObject({ from: null, source: 'backfill', by: { kind: 'member', name: 'Ana Ruiz' } });
    expect(mails).toEqual([]);
    const { body: again } = await fromField('managerEmail');
    expect(again.data).toMatchObject({ planned: 0, unchanged: named.length });

    await undo(body.data.job);
    expect(await ownersNow()).toEqual(before);
  });

  it('[A223] from a relation to users: a csm sees what he looked after, and nobody owns who may not', async () => {
    const [first, second, third] = unowned().map(({ documentId }) => documentId) as [string, string, string];
    await setManager(first, await userId('carla'));
    await setManager(second, await userId('nina'));
    await setManager(third, await userId('vera'));
    const cannotSee = await (await as('carla')).get(`/api/customers/${first}`);
    const { status, body } = await fromField('accountManager');
    expect([status, body.data.planned, body.data.conflicts]).toEqual([200, 1, [{ reason: 'EMPTY', count: COUNT - 3 }, { reason: 'UNKNOWN_PERSON', count: 1 }, { reason: 'CANNOT_OWN', count: 1 }]]);
    const pages = [await conflictsOf(body, '&reason=UNKNOWN_PERSON'), await conflictsOf(body, '&reason=CANNOT_OWN')];
    expect(pages.map(({ data }) => data.map(({ record, value }) => [record, value]))).toEqual([[[second, 'nina@roster.test']], [[third, 'vera@roster.test']]]);
    expect((await conflictsOf(body)).meta.pagination).toEqual({ page: 1, pageSize: 100, pageCount: Math.ceil((COUNT - 1) / 100), total: COUNT - 1 });
    await start(body);
    expect([cannotSee.status, (await (await as('carla')).get(`/api/customers/${first}`)).status]).toEqual([404, 200]);
    await undo(body.data.job);
    for (const record of [first, second, third]) await setManager(record, null);
  });

  it('[A223] from a CSV file, as spreadsheets write them: by any key, in any order of columns, with lines that say what is wrong', async () => {
    const [one, two, three] = unowned() as [World['plan'][number], World['plan'][number], World['plan'][number]];
    const owned = world.plan.find(({ owner }) => owner === 'chen') as World['plan'][number];
    const lines = [
      'CSM;Notes;Customer',
      `Carla@Roster.test;"two\r\nlines";${one.slug}`,
      `chen@roster.test;;${two.slug}`,
      '',
      `cleo@roster.test;;${two.slug}`,
      `cora@roster.test;;no-such-customer`,
      `;;${three.slug}`,
      `carla@roster.test;;${owned.slug}`,
      `chen@roster.test;;${owned.slug.toUpperCase()}`,
    ];
    const { status, body } = await fromFile(`\uFEFF${lines.join('\r\n')}\r\n`, { key: 'slug', columns: { record: 'customer', owner: 'csm' } });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ examined: 7, planned: 1, unchanged: 0 });
    expect((await conflictsOf(body)).data.map(({ line, reason, record, value }) => [line, reason, record, value]).sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      [4, 'SEVERAL_PEOPLE', two.documentId, 'chen@roster.test, cleo@roster.test'],
      [6, 'SEVERAL_PEOPLE', two.documentId, 'chen@roster.test, cleo@roster.test'],
      [7, 'UNKNOWN_RECORD', null, 'no-such-customer'],
      [8, 'EMPTY', three.documentId, null],
      [9, 'OWNED', owned.documentId, 'carla@roster.test'],
      [10, 'UNKNOWN_RECORD', null, owned.slug.toUpperCase()],
    ]);
    await start(body);
    expect([await ownerOf(one.documentId), await ownerOf(owned.documentId)]).toEqual([member('carla'), member('chen')]);
    await undo(body.data.job);
    expect(await ownerOf(one.documentId)).toBe(null);
  });

  it('[A223] replaces owners only where it is asked to', async () => {
    const before = await ownersNow();
    const { documentId } = world.plan.find(({ owner, coOwners }) => owner === 'chen' && coOwners.includes('carla')) as World['plan'][number];
    const file = `record,owner\n${documentId},carla@roster.test\n`;
    expect((await fromFile(file)).body.data).toMatchObject({ planned: 0, conflicts: [{ reason: 'OWNED', count: 1 }] });
    const { body } = await fromFile(file, {}, true);
    expect(body.data).toMatchObject({ planned: 1, conflicts: [] });
    await start(body);
    expect(await ownerOf(documentId)).toBe(member('carla'));
    await undo(body.data.job);
    expect(await ownersNow()).toEqual(before);
  });

  it('a plan is stale once a record has changed hands', async () => {
    const [{ documentId }] = unowned() as [World['plan'][number]];
    const { body } = await fromFile(`record,owner\n${documentId},carla@roster.test\n`);
    await roster(site.strapi, 'books').setOwner(CUSTOMER, documentId, member('cora'));
    const answer = await (await as('ana')).post(`/api/roster/rebalance/${body.data.job}/start`).send({ data: { token: body.meta.token } });
    expect([answer.status, answer.body.error.details]).toEqual([409, expect.objectContaining({ code: 'CONFLICT', record: documentId })]);
    expect(await ownerOf(documentId)).toBe(member('cora'));
    await roster(site.strapi, 'books').setOwner(CUSTOMER, documentId, null);
  });

  it('a plan that nobody starts for a week is forgotten, with all that it left out', async () => {
    const { body: old } = await fromField('managerEmail');
    expect(await table(site.strapi, 'conflict').count({ where: { job: old.data.job } as never })).toBeGreaterThan(0);
    await table(site.strapi, 'job').updateMany({ where: { documentId: old.data.job } as never, data: { createdAt: new Date(Date.now() - 8 * 24 * 3_600_000).toISOString() } as never });
    const { body } = await fromField('managerEmail');
    expect((await (await as('ana')).get(`/api/roster/rebalance/${old.data.job}`)).status).toBe(404);
    const counts = await Promise.all((['move', 'conflict'] as const).map((name) => table(site.strapi, name).count({ where: { job: old.data.job } as never })));
    expect(counts).toEqual([0, 0]);
    expect((await (await as('ana')).get(`/api/roster/backfills/${body.data.job}`)).body).toEqual(body);
  });

  it.each<[string, string | Buffer, object, { path: string; message: RegExp; line?: number }]>([
    ['without the column of the record', 'customer,owner\na,b\n', {}, { path: 'data.from.file.columns.record', message: /no column "record".*customer, owner/ }],
    ['with a column twice', 'record,owner,Owner\na,b,c\n', {}, { path: 'data.from.file.columns.owner', message: /"owner" 2 times/ }],
    ['that is empty', '', {}, { path: 'data.from.file.columns.record', message: /It has: none/ }],
    ['with a quote that is never closed', 'record,owner\na,carla@roster.test\n"b,carla@roster.test\n', {}, { path: 'file', line: 3, message: /Line 3/ }],
    ['with more values than columns', 'record,owner\r\na,b,c\r\n', {}, { path: 'file', line: 2, message: /Line 2/ }],
    ['by a key that no record has', 'record,owner\na,b\n', { key: 'password' }, { path: 'data.from.file.key', message: /password/ }],
  ])('a file %s is refused whole, with what is wrong', async (_what, file, options, { path, message, line }) => {
    const jobs = await table(site.strapi, 'job').count();
    const { status, body } = await fromFile(file, options);
    expect([status, body.error.details]).toEqual([400, { code: 'VALIDATION_FAILED', path, ...(line !== undefined && { line }) }]);
    expect(body.error.message).toMatch(message);
    expect(await table(site.strapi, 'job').count()).toBe(jobs);
  });

  it.each<[string, object, string]>([
    ['a field that names nobody', { from: { field: 'arr' } }, 'data.from.field'],
    ['a field that is not there', { from: { field: '__proto__' } }, 'data.from.field'],
    ['the password of a user', { from: { field: 'accountManager.password' } }, 'data.from.field'],
    ['nothing', {}, 'data.from'],
    ['a file that did not come', { from: { file: {} } }, 'file'],
  ])('%s is refused', async (_what, rest, path) => {
    const { status, body } = await (await as('ana')).post('/api/roster/backfills').send({ data: { type: CUSTOMER, ...rest } });
    expect([status, body.error.details.path]).toEqual([400, path]);
  });

  it('is for whoever manages the team, and answers for backfills alone', async () => {
    expect((await fromField('managerEmail', {}, 'carla')).status).toBe(403);
    expect((await (await as('carla')).get(`/api/roster/backfills/fields?type=${CUSTOMER}`)).status).toBe(403);
    const { body: fields } = await (await as('ana')).get(`/api/roster/backfills/fields?type=${CUSTOMER}`).expect(200);
    expect(fields.data.owners).toEqual(expect.arrayContaining([{ path: 'accountManager', kind: 'user' }, { path: 'createdBy', kind: 'user' }, { path: 'managerEmail', kind: 'text' }, { path: 'segment.name', kind: 'text' }]));
    expect(fields.data.keys).toEqual(expect.arrayContaining(['documentId', 'slug', 'email', 'name']));
    const { body: plan } = await (await as('ana')).post('/api/roster/rebalance/plans').send({ data: { type: CUSTOMER, filter: { list: 'unassigned' }, by: { member: member('carla') } } }).expect(200);
    expect((await (await as('ana')).get(`/api/roster/backfills/${plan.data.documentId}`)).status).toBe(404);
    const { body } = await fromField('managerEmail');
    expect((await (await as('dora')).get(`/api/roster/backfills/${body.data.job}`)).body).toEqual(body);
    expect((await (await as('carla')).get(`/api/roster/backfills/${body.data.job}/conflicts`)).status).toBe(403);
  });
});
