import { openMailbox, type CaughtMail } from '../../support/mailbox';
import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf, type World } from '../../support/world';

interface Rebalance {
  finished(job: string): Promise<void>;
}

describeOnEachDb('rebalance', (db) => {
  let site: Site;
  let world: World;
  let mails: CaughtMail[];

  beforeAll(async () => {
    site = await openSite({ db, customers: 120 });
    world = await worldOf(site.strapi);
    ({ mails } = openMailbox(site.strapi));
  });
  afterAll(() => site.close());

  const as = (key: string) => site.as(`${key}@roster.test`);
  const member = (key: string) => world.members[key] as string;
  const plan = async (data: object) => (await as('ana')).post('/api/roster/rebalance/plans').send({ data: { type: CUSTOMER, ...data } });
  const start = async (job: string, token: string) => (await as('ana')).post(`/api/roster/rebalance/${job}/start`).send({ data: { token } });
  const finished = (job: string) => (site.strapi.plugin('roster').service('rebalance') as Rebalance).finished(job);
  const jobOf = async (job: string) => (await (await as('ana')).get(`/api/roster/rebalance/${job}`).expect(200)).body.data as { status: string; done: number; total: number; isUndoable: boolean; error: unknown };
  const booksNow = async () => {
    const rows = (await table(site.strapi, 'entry').findMany({ where: { type: CUSTOMER, kind: { $in: ['owner', 'co-owner'] } } as never })) as unknown as { record: string; member: string; kind: string; source: string | null; rule: string | null }[];
    return rows.map(({ record, member: who, kind, source, rule }) => [record, who, kind, kind === 'owner' ? source : null, rule].join(' ')).sort();
  };
  const carryOut = async (data: object) => {
    const planned = await plan(data);
    if (planned.status !== 200) throw new Error(JSON.stringify(planned.body));
    const { documentId } = planned.body.data;
    const started = await start(documentId, planned.body.meta.token);
    if (started.status !== 200) throw new Error(JSON.stringify(started.body));
    await finished(documentId);
    return documentId as string;
  };
  const ownedBy = async (key: string) => ((await table(site.strapi, 'entry').findMany({ where: { member: member(key), type: CUSTOMER, kind: 'owner' } as never })) as unknown as { record: string }[]).map(({ record }) => record);

  it('[A050] by rules: every customer of a leaver gets a new active owner, with the rule; the plan is the result, and one undo restores exactly', async () => {
    await roster(site.strapi, 'members').deactivate(member('carla'));
    const { body: made } = await (await as('ana')).post('/api/roster/rules').send({ data: { type: CUSTOMER, name: 'North', when: { field: 'name', operator: 'notEmpty' }, target: { rotation: { mode: 'strict', pool: ['chen', 'cleo', 'cora'].map(member) } } } }).expect(200);
    const [before, book] = [await booksNow(), await ownedBy('carla')];
    expect(book.length).toBeGreaterThan(10);
    const planned = await plan({ filter: { owner: member('carla') }, by: { rules: true }, note: 'Be kind to them.' });
    expect([planned.status, planned.body.data.total, planned.body.data.status, planned.body.meta.examined]).toEqual([200, book.length, 'planned', book.length]);
    expect(await booksNow()).toEqual(before);
    const { body: page } = await (await as('dora')).get(`/api/roster/rebalance/${planned.body.data.documentId}/moves?pageSize=100`).expect(200);
    expect(page.data[0]).toEqual({
      record: expect.any(String),
      title: expect.any(String),
      from: { documentId: member('carla'), name: 'Carla Mendes', status: 'deactivated' },
      to: expect.objectContaining({ status: 'active' }),
      rule: { documentId: made.data.documentId, name: 'North' },
      reasons: [expect.objectContaining({ field: 'name', operator: 'notEmpty' })],
    });
    const job = planned.body.data.documentId as string;
    mails.length = 0;
    expect((await start(job, planned.body.meta.token)).status).toBe(200);
    await finished(job);
    expect(await jobOf(job)).toMatchObject({ status: 'done', done: book.length, isUndoable: true });
    expect(await ownedBy('carla')).toEqual([]);
    const owners = new Map(((await table(site.strapi, 'entry').findMany({ where: { type: CUSTOMER, kind: 'owner', record: { $in: book } } as never })) as unknown as { record: string; member: string }[]).map((entry) => [entry.record, entry.member]));
    for (const { record, to } of page.data) expect([record, owners.get(record)]).toEqual([record, to.documentId]);
    expect(mails.map(({ to }) => to).sort()).toEqual(['chen@roster.test', 'cleo@roster.test', 'cora@roster.test']);
    expect(mails[0]?.text).toContain('Be kind to them.');
    const history = await (await as('ana')).get(`/api/roster/records/${CUSTOMER}/${book[0]}/history`).expect(200);
    expect(history.body.data[0]).toMatchObject({ from: { name: 'Carla Mendes' }, source: 'rotation', rule: { name: 'North' }, note: 'Be kind to them.', by: { kind: 'member', name: 'Ana Ruiz' } });
    const audit = await table(site.strapi, 'audit-entry').findMany({ where: { action: 'owners.changed', targetId: job } as never });
    expect(audit).toHaveLength(1);

    const undo = await (await as('ana')).post(`/api/roster/rebalance/${job}/undo`).send({}).expect(200);
    await finished(undo.body.data.documentId);
    expect([await jobOf(undo.body.data.documentId), await jobOf(job)]).toMatchObject([{ status: 'done' }, { status: 'undone', isUndoable: false }]);
    expect(await booksNow()).toEqual(before);
    expect((await (await as('ana')).post(`/api/roster/rebalance/${job}/undo`).send({})).status).toBe(409);
    await (await as('ana')).delete(`/api/roster/rules/${made.data.documentId}`).expect(200);
    await roster(site.strapi, 'members').reactivate(member('carla'));
  });

  it('[A051] manually: the chosen subset moves, and nothing else', async () => {
    const [first, second, third] = await ownedBy('chen');
    const before = await booksNow();
    await carryOut({ filter: { records: [first, second] }, by: { member: member('cyrus') } });
    const after = await booksNow();
    const changed = after.filter((line) => !before.includes(line));
    expect(changed.sort()).toEqual([`${first} ${member('cyrus')} owner rebalance `, `${second} ${member('cyrus')} owner rebalance `].sort());
    expect(await ownedBy('chen')).toContain(third);
  });

  it('evenly among several: whoever has less gets more', async () => {
    await carryOut({ filter: { owner: member('cleo') }, by: { members: ['colin', 'cyrus', 'cora'].map(member) } });
    const sizes = await Promise.all(['colin', 'cyrus', 'cora'].map(async (key) => (await ownedBy(key)).length));
    expect([await ownedBy('cleo'), Math.max(...sizes) - Math.min(...sizes) <= 1]).toEqual([[], true]);
  });

  it('a plan is stale once a record has changed, or changed hands: nothing of it happens', async () => {
    const [record, other] = await ownedBy('chen') as [string, string];
    const planned = await plan({ filter: { owner: member('chen') }, by: { member: member('cora') } });
    await (await as('ana')).put(`/api/customers/${record}`).send({ data: { tier: 'starter' } }).expect(200);
    const before = await booksNow();
    const refused = await start(planned.body.data.documentId, planned.body.meta.token);
    expect([refused.status, refused.body.error.details]).toEqual([409, { code: 'CONFLICT', path: 'data.token', record }]);
    const again = await plan({ filter: { owner: member('chen') }, by: { member: member('cora') } });
    await (await as('ana')).put(`/api/roster/records/${CUSTOMER}/${other}/owner`).send({ data: { owner: member('colin') } }).expect(200);
    expect((await start(again.body.data.documentId, again.body.meta.token)).body.error.details).toEqual({ code: 'CONFLICT', path: 'data.token', record: other });
    expect((await booksNow()).length).toBe(before.length);
    expect((await start(planned.body.data.documentId, 'another plan')).body.error.details).toEqual({ code: 'CONFLICT', path: 'data.token' });
  });

  it('a started plan is not started again, and a finished one is not cancelled', async () => {
    const planned = await plan({ filter: { list: 'unassigned' }, by: { member: member('cora') } });
    const { documentId } = planned.body.data;
    const both = await Promise.all([start(documentId, planned.body.meta.token), start(documentId, planned.body.meta.token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await finished(documentId);
    expect((await (await as('ana')).post(`/api/roster/rebalance/${documentId}/cancel`).send({})).status).toBe(409);
    const list = await (await as('dora')).get('/api/roster/rebalance').expect(200);
    expect(list.body.data[0]).toMatchObject({ documentId, status: 'done', createdBy: { documentId: member('ana'), name: 'Ana Ruiz', status: 'active' } });
  });

  it('is planned and carried out by whoever manages the team, and looked at by whoever views it', async () => {
    const body = { data: { type: CUSTOMER, filter: { list: 'all' }, by: { member: member('cora') } } };
    for (const key of ['dora', 'carla', 'vera', 'nina']) expect([key, (await (await as(key)).post('/api/roster/rebalance/plans').send(body)).status]).toEqual([key, 403]);
    expect((await (await as('carla')).get('/api/roster/rebalance')).status).toBe(403);
  });

  it.each([
    ['a member who may not own', { filter: { list: 'all' }, by: { member: 'vera' } }, 400, 'CANNOT_OWN', 'data.by.member'],
    ['a record that is not there', { filter: { records: ['abcdefghijklmnopqrstuvwx'] }, by: { member: 'cora' } }, 404, 'NOT_FOUND', 'data.filter.records[0]'],
    ['a type without owners', { type: 'api::note.note', filter: { list: 'all' }, by: { member: 'cora' } }, 400, 'UNKNOWN_TYPE', 'data.type'],
    ['no filter', { by: { member: 'cora' } }, 400, 'VALIDATION_FAILED', 'data.filter'],
  ])('with %s is refused with its place', async (_what, wrong, status, code, path) => {
    const data = JSON.parse(JSON.stringify(wrong).replace(/"(vera|cora)"/g, (_all, key: string) => `"${member(key)}"`)) as object;
    const answer = await plan(data);
    expect([answer.status, answer.body.error.details.code, answer.body.error.details.path]).toEqual([status, code, path]);
  });

  it('a plan of an earlier version, a row for each move, is shown, carried out and taken back', async () => {
    const before = await booksNow();
    const planned = await plan({ filter: { owner: member('colin') }, by: { member: member('cyrus') } });
    const job = planned.body.data.documentId as string;
    const [{ list }] = (await table(site.strapi, 'move').findMany({ where: { job } as never })) as unknown as [{ list: string }];
    const moves = JSON.parse(list) as { record: string; from: string; to: string; fromSource: string | null; fromRule: string | null; helped: boolean; source: string }[];
    expect(moves.length).toBeGreaterThan(2);
    await table(site.strapi, 'move').deleteMany({ where: { job } as never });
    for (const [position, { record, from, to, fromSource, fromRule, helped, source }] of moves.entries()) {
      await table(site.strapi, 'move').create({ data: { documentId: `earlier-version-move-${position}`.slice(0, 32), job, position, record, fromMember: from, toMember: to, fromSource, fromRule, helped, source } as never });
    }
    const { body: page } = await (await as('ana')).get(`/api/roster/rebalance/${job}/moves?pageSize=2&page=2`).expect(200);
    expect(page.data.map(({ record }: { record: string }) => record)).toEqual(moves.slice(2, 4).map(({ record }) => record));
    expect((await start(job, planned.body.meta.token)).status).toBe(200);
    await finished(job);
    expect([await jobOf(job), await ownedBy('colin')]).toMatchObject([{ status: 'done', done: moves.length }, []]);
    const undo = await (await as('ana')).post(`/api/roster/rebalance/${job}/undo`).send({}).expect(200);
    await finished(undo.body.data.documentId);
    expect(await booksNow()).toEqual(before);
  });

  it('a job whose batch fails says so, keeps the batches that were done, and can be taken back', async () => {
    const size = bookOf(world, 'cora').length;
    expect(size).toBeGreaterThan(0);
    const planned = await plan({ filter: { owner: member('cora') }, by: { member: member('colin') } });
    const { documentId } = planned.body.data;
    const stop = site.strapi.db.lifecycles.subscribe({
      models: ['plugin::roster.entry'],
      beforeUpdateMany: () => {
        throw new Error('The disk is full.');
      },
    } as never) as unknown as () => void;
    const before = await booksNow();
    await start(documentId, planned.body.meta.token);
    await finished(documentId);
    stop();
    expect([await jobOf(documentId), await booksNow()]).toMatchObject([{ status: 'failed', done: 0, isUndoable: false, error: { code: 'FAILED' } }, before]);
  });
});
