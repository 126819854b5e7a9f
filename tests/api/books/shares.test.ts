import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { statementsOf } from '../../support/statements';
import { bookOf, worldOf, type World } from '../../support/world';

type Requester = Awaited<ReturnType<Site['as']>>;

interface Shared {
  readonly documentId: string;
  readonly endsAt: string | null;
}

const MISSING = 'abcdefghijklmnopqrstuvwx';

describeOnEachDb('a record shared with a member', (db) => {
  let site: Site;
  let world: World;
  /** Carla's, and nothing of Cleo's. */
  let acme: string;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24 });
    world = await worldOf(site.strapi);
    acme = world.customers['Acme Robotics'] as string;
  });
  afterAll(() => site.close());
  afterEach(async () => {
    for (const { member: to } of await books().shares(CUSTOMER, acme)) await books().unshare(CUSTOMER, acme, to);
  });

  const books = () => roster(site.strapi, 'books');
  const member = (key: string) => world.members[key] as string;
  const as = (key: string) => site.as(`${key}@roster.test`);
  const asAdmin = (key: string) => site.asAdmin(`${key}@roster.test`);
  const path = (record: string, end = '', base = '/api/roster') => `${base}/records/${CUSTOMER}/${record}/shares${end}`;
  const share = (to: string, endsAt: Date | null = null) => books().share(CUSTOMER, acme, member(to), { endsAt });
  const codeOf = ({ status, body }: { status: number; body: { error?: { details?: { code?: string; path?: string } } } }) => [status, body.error?.details?.code, body.error?.details?.path];
  const customersOf = async (agent: Requester): Promise<string[]> => ((await agent.get('/api/customers?pagination[pageSize]=100').expect(200)).body.data as { documentId: string }[]).map(({ documentId }) => documentId).sort();
  const bookOfCleo = () => bookOf(world, 'cleo').map(({ documentId }) => documentId).sort();
  const lastFact = async (action: string) => {
    const [entry] = (await table(site.strapi, 'audit-entry').findMany({ where: { action } as never, orderBy: { id: 'desc' } as never, limit: 1 })) as { body: string }[];
    return JSON.parse(entry?.body ?? '{}') as Record<string, unknown>;
  };

  it('is seen beside the book: in lists, by its id, with what hangs on it, over GraphQL and in the panel, and is told why', async () => {
    const [cleo, panelCleo] = [await as('cleo'), await asAdmin('cleo')];
    const note = world.details['Acme Robotics']?.['note']?.[0];
    const ways: [string, () => PromiseLike<{ status: number; text: string }>][] = [
      ['rest', () => cleo.get(`/api/customers/${acme}`)],
      ['draft', () => cleo.get(`/api/customers/${acme}?status=draft`)],
      ['note', () => cleo.get(`/api/notes/${note}`)],
      ['populate', () => cleo.get('/api/regions?populate=customers')],
      ['graphql', () => cleo.post('/graphql').send({ query: `{ customer(documentId: "${acme}") { documentId notes { title } } }` })],
      ['panel', () => panelCleo.get(`/content-manager/collection-types/${CUSTOMER}/${acme}`)],
      ['list in the panel', () => panelCleo.get(`/content-manager/collection-types/${CUSTOMER}?pageSize=100`)],
    ];
    const found = () => Promise.all(ways.map(async ([name, send]) => {
      const { status, text } = await send();
      return [name, status === 200 && (text.includes(acme) || text.includes(String(note)))];
    }));
    expect(await found()).toEqual(ways.map(([name]) => [name, false]));
    await share('cleo');
    expect(await found()).toEqual(ways.map(([name]) => [name, true]));
    expect(await customersOf(cleo)).toEqual([...bookOfCleo(), acme].sort());
    const { body } = await cleo.get(`/api/roster/records/${CUSTOMER}/${acme}/why`).expect(200);
    expect(body.data).toEqual({ roles: ['csm'], feature: 'customer_360', scopes: ['book'], within: ['shared'], through: null });
  });

  it('is there to be viewed and for nothing else, whatever the roles may do with their book', async () => {
    await share('cleo');
    const cleo = await as('cleo');
    const before = await site.strapi.db.query(CUSTOMER).findMany({ where: { documentId: acme }, orderBy: { id: 'asc' } });
    const region = world['regions'] as Record<string, string>;
    const attempts: [string, () => PromiseLike<{ status: number }>][] = [
      ['update', () => cleo.put(`/api/customers/${acme}`).send({ data: { tier: 'starter' } })],
      ['update of a field of another feature', () => cleo.put(`/api/customers/${acme}`).send({ data: { custom: { seats: 1 } } })],
      ['a note', () => cleo.post('/api/notes').send({ data: { title: 'By whom it is shared with', customer: acme } })],
      ['a run', () => cleo.post('/api/playbook-runs').send({ data: { customer: acme } })],
      ['its region', () => cleo.put(`/api/regions/${region['Andes']}`).send({ data: { customers: { connect: [acme] } } })],
      ['its owner', () => cleo.put(`/api/roster/records/${CUSTOMER}/${acme}/owner`).send({ data: { owner: member('cleo') } })],
      ['sharing on', () => cleo.post(path(acme)).send({ data: { member: member('colin') } })],
    ];
    for (const [name, attempt] of attempts) expect([name, (await attempt()).status]).toEqual([name, 403]);
    expect(await site.strapi.db.query(CUSTOMER).findMany({ where: { documentId: acme }, orderBy: { id: 'asc' } })).toEqual(before);
    expect(await site.strapi.db.query('api::note.note').count({ where: { title: 'By whom it is shared with' } })).toBe(0);
    const { body } = await cleo.post('/api/roster/check').send({ data: { questions: ['view', 'update'].map((action) => ({ type: CUSTOMER, action, record: acme })) } });
    expect(body.data).toEqual([{ allowed: true, scopes: ['book'] }, { allowed: false, scopes: ['book'], code: 'OUT_OF_SCOPE' }]);
    expect((await cleo.get('/api/exports/customers').expect(200)).text).not.toContain(acme);
  });

  it('is there to be viewed and for nothing else, also where somebody wrote `shared` into the cell of an update', async () => {
    await share('cleo');
    const ana = await as('ana');
    const cells = ['view', 'update'].map((action) => ({ role: 'csm', feature: 'customer_360', action, scope: 'shared' }));
    expect(codeOf(await ana.put('/api/roster/matrix').send({ data: { cells } }))).toEqual([400, 'VALIDATION_FAILED', 'data.cells[1].scope']);
    const stored = table(site.strapi, 'permission');
    const where = { role: 'csm', feature: 'customer_360', action: 'update' };
    try {
      await stored.updateMany({ where: where as never, data: { scope: 'shared' } as never });
      await ana.put('/api/roster/matrix').send({ data: { cells: cells.slice(0, 1) } }).expect(200);
      const cleo = await as('cleo');
      expect(await customersOf(cleo)).toEqual([acme]);
      expect(codeOf(await cleo.put(`/api/customers/${acme}`).send({ data: { tier: 'starter' } }))).toEqual([403, 'PERMISSION_DENIED', undefined]);
      expect((await cleo.get('/api/roster/me')).body.data.permissions.customer_360).toEqual({ view: ['shared'] });
    } finally {
      await stored.updateMany({ where: where as never, data: { scope: 'book' } as never });
      await ana.put('/api/roster/matrix').send({ data: { cells: [{ ...cells[0], scope: 'book' }] } }).expect(200);
    }
  });

  it('is not seen by whose roles may not view such records at all', async () => {
    await share('cleo');
    const access = roster(site.strapi, 'access');
    const view = (scope: string) => access.setCells([{ role: 'csm', feature: 'customer_360', action: 'view', scope }], { kind: 'system' });
    await view('none');
    expect(codeOf(await (await as('cleo')).get(`/api/customers/${acme}`))).toEqual([403, 'PERMISSION_DENIED', undefined]);
    await view('book');
    expect(await customersOf(await as('cleo'))).toContain(acme);
  });

  it('counts before its end and not from then on, and nothing has to run for that', async () => {
    const cleo = await as('cleo');
    const sees = async () => (await cleo.get(`/api/customers/${acme}`)).status;
    const end = new Date(Date.now() + 2_000);
    await share('cleo', end);
    expect([await sees(), await books().shares(CUSTOMER, acme)]).toEqual([200, [{ member: member('cleo'), endsAt: end.toISOString() }]]);
    await new Promise((resolve) => setTimeout(resolve, end.getTime() - Date.now() + 20));
    expect([await sees(), await books().shares(CUSTOMER, acme), await customersOf(cleo)]).toEqual([404, [], bookOfCleo()]);
    const entries = table(site.strapi, 'entry');
    expect(await entries.count({ where: { record: acme, kind: 'shared' } as never })).toBe(1);
    await entries.updateMany({ where: { record: acme, kind: 'shared' } as never, data: { endsAt: new Date(Date.now() + 60_000).toISOString() } as never });
    expect(await sees()).toBe(200);
    await entries.updateMany({ where: { record: acme, kind: 'shared' } as never, data: { endsAt: new Date(Date.now() - 1).toISOString() } as never });
    expect(await sees()).toBe(404);
    await share('cleo');
  });

  it('is gone by the next request once the share is taken away, at every door, and also with who is deactivated', async () => {
    const [cleo, panelCleo, ana] = [await as('cleo'), await asAdmin('cleo'), await as('ana')];
    const seen = async () => [
      (await cleo.get(`/api/customers/${acme}`)).status,
      (await cleo.post('/graphql').send({ query: `{ customer(documentId: "${acme}") { documentId } }` })).text.includes(acme),
      (await panelCleo.get(`/content-manager/collection-types/${CUSTOMER}/${acme}`)).status,
    ];
    await ana.post(path(acme)).send({ data: { member: member('cleo') } }).expect(200);
    expect(await seen()).toEqual([200, true, 200]);
    await ana.delete(path(acme, `/${member('cleo')}`)).expect(200);
    expect(await seen()).toEqual([404, false, 404]);
    await share('cyrus');
    const cyrus = await as('cyrus');
    expect((await cyrus.get(`/api/customers/${acme}`)).status).toBe(200);
    await roster(site.strapi, 'members').deactivate(member('cyrus'));
    expect((await cyrus.get(`/api/customers/${acme}`)).status).toBe(401);
    await roster(site.strapi, 'members').reactivate(member('cyrus'));
  });

  it('goes on with what becomes of the record: published it stays, a clone starts without it, deleted it is gone', async () => {
    const ana = await as('ana');
    const { body } = await ana.post('/api/customers?status=draft').send({ data: { name: 'Shared early' } }).expect(201);
    const record = body.data.documentId as string;
    await ana.post(path(record)).send({ data: { member: member('cleo') } }).expect(200);
    await ana.put(`/api/customers/${record}`).send({ data: { tier: 'growth' } }).expect(200);
    expect((await (await as('cleo')).get(`/api/customers/${record}`)).status).toBe(200);
    const { entries } = (await site.strapi.documents(CUSTOMER as never).clone({ documentId: record, data: { name: 'A clone', slug: 'a-clone' } } as never)) as unknown as { entries: { documentId: string }[] };
    expect((await (await as('cleo')).get(`/api/customers/${entries[0]?.documentId}?status=draft`)).status).toBe(404);
    await ana.delete(`/api/customers/${record}`).expect(204);
    expect(await table(site.strapi, 'entry').count({ where: { record } as never })).toBe(0);
  });

  describe('is shared', () => {
    it('by its owner and by who manages the team, over REST, GraphQL and in the panel; each answers with whom it is shared', async () => {
      const endsAt = new Date(Date.now() + 3_600_000).toISOString();
      const [carla, panelCarla, ana] = [await as('carla'), await asAdmin('carla'), await as('ana')];
      const rest = await carla.post(path(acme)).send({ data: { member: member('cleo'), endsAt } }).expect(200);
      const cleo = { documentId: member('cleo'), name: 'Cleo Dubois', status: 'active', endsAt };
      expect(rest.body.data).toEqual([cleo]);
      const panel = await panelCarla.post(path(acme, '', '/roster')).send({ data: { member: member('vera') } }).expect(200);
      const vera = { documentId: member('vera'), name: 'Vera Novak', status: 'active', endsAt: null };
      expect(panel.body.data).toEqual([cleo, vera]);
      const mutate = async (agent: Requester, mutation: string) => (await agent.post('/graphql').send({ query: `mutation { answer: ${mutation} { documentId endsAt } }` })).body;
      const at = `type: "${CUSTOMER}", documentId: "${acme}"`;
      const named = ({ documentId, endsAt: end }: Shared) => ({ documentId, endsAt: end });
      const graphql = await mutate(ana, `rosterShare(${at}, member: "${member('cora')}", endsAt: "${endsAt}")`);
      expect(graphql.data.answer).toEqual([cleo, vera, { documentId: member('cora'), endsAt }].map(named));
      expect((await mutate(carla, `rosterUnshare(${at}, member: "${member('cora')}")`)).data.answer).toEqual([cleo, vera].map(named));
      const { body } = await carla.post('/graphql').send({ query: `{ rosterShares(${at}) { documentId name } }` });
      expect(body.data.rosterShares).toEqual([cleo, vera].map(({ documentId, name }) => ({ documentId, name })));
      expect((await panelCarla.delete(path(acme, `/${member('vera')}`, '/roster')).expect(200)).body.data).toEqual([cleo]);
      expect((await ana.get(path(acme)).expect(200)).body.data).toEqual([cleo]);
    });

    it('in the panel with somebody from a list: all who are active, without those whose record it is, and no more of them than their names', async () => {
      const named = (keys: readonly string[], found: { documentId: string }[]) => expect(found.map(({ documentId }) => documentId)).toEqual(keys.map(member));
      await roster(site.strapi, 'members').deactivate(member('cyrus'));
      const others = ['ana', 'bruno', 'carla', 'chen', 'cleo', 'colin', 'cora', 'dora', 'emil', 'vera', 'viktor'];
      for (const key of ['carla', 'ana']) {
        const { body } = await (await asAdmin(key)).get(path(acme, '/candidates', '/roster')).expect(200);
        named(others.filter((other) => other !== 'carla'), body.data);
        expect(body.data[0]).toEqual({ documentId: member('ana'), name: 'Ana Ruiz' });
      }
      await roster(site.strapi, 'members').reactivate(member('cyrus'));
      const borealis = world.customers['Borealis Foods'] as string;
      const { body } = await (await asAdmin('chen')).get(path(borealis, '/candidates', '/roster')).expect(200);
      expect([body.data.length, body.data.some(({ documentId }: { documentId: string }) => [member('chen'), member('carla')].includes(documentId))]).toEqual([10, false]);
    });

    it('and that list is for nobody who may not share: neither a co-owner, nor who only sees the record', async () => {
      const borealis = world.customers['Borealis Foods'] as string;
      const asking = async (key: string, record: string) => codeOf(await (await asAdmin(key)).get(path(record, '/candidates', '/roster')));
      expect(await asking('carla', borealis)).toEqual([403, 'PERMISSION_DENIED', undefined]);
      for (const key of ['dora', 'vera']) expect(await asking(key, acme)).toEqual([403, 'PERMISSION_DENIED', undefined]);
      expect((await (await asAdmin('cleo')).get(path(acme, '/candidates', '/roster'))).status).toBe(404);
      expect((await (await asAdmin('nina')).get(path(acme, '/candidates', '/roster'))).status).toBe(403);
      await share('cleo');
      expect(await asking('cleo', acme)).toEqual([403, 'PERMISSION_DENIED', undefined]);
    });

    it('by nobody else: not by a co-owner, not by who only sees it, and who does not see it is told that it is not there', async () => {
      const borealis = world.customers['Borealis Foods'] as string;
      const asking = async (key: string, record: string) => codeOf(await (await as(key)).post(path(record)).send({ data: { member: member('colin') } }));
      expect(await asking('carla', borealis)).toEqual([403, 'PERMISSION_DENIED', undefined]);
      for (const key of ['dora', 'vera']) expect(await asking(key, acme)).toEqual([403, 'PERMISSION_DENIED', undefined]);
      const [hidden, missing] = [await (await as('cleo')).post(path(acme)).send({ data: { member: member('colin') } }), await (await as('cleo')).post(path(MISSING)).send({ data: { member: member('colin') } })];
      expect([hidden.status, hidden.body]).toEqual([404, missing.body]);
      for (const send of [(agent: Requester) => agent.get(path(acme)), (agent: Requester) => agent.delete(path(acme, `/${member('vera')}`))]) expect((await send(await as('cleo'))).status).toBe(404);
      expect(codeOf(await (await as('nina')).get(path(acme)))).toEqual([403, 'NOT_A_MEMBER', undefined]);
      expect(await books().shares(CUSTOMER, borealis)).toEqual([]);
    });

    it.each([
      ['somebody who is not there', () => ({ member: MISSING }), 'UNKNOWN_MEMBER', 'member'],
      ['nobody', () => ({}), 'VALIDATION_FAILED', 'data.member'],
      ['an end that is over', () => ({ member: member('cleo'), endsAt: '2020-01-01T00:00:00Z' }), 'VALIDATION_FAILED', 'endsAt'],
      ['an end that is no moment', () => ({ member: member('cleo'), endsAt: '2999-01-01' }), 'VALIDATION_FAILED', 'data.endsAt'],
      ['a key too many', () => ({ member: member('cleo'), write: true }), 'VALIDATION_FAILED', 'data.write'],
    ])('never with %s', async (_what, data, code, at) => {
      expect(codeOf(await (await as('ana')).post(path(acme)).send({ data: data() }))).toEqual([400, code, at]);
      expect(await books().shares(CUSTOMER, acme)).toEqual([]);
    });

    it('never with who is not active, and never what is no record', async () => {
      await roster(site.strapi, 'members').deactivate(member('cyrus'));
      const ana = await as('ana');
      expect(codeOf(await ana.post(path(acme)).send({ data: { member: member('cyrus') } }))).toEqual([400, 'VALIDATION_FAILED', 'member']);
      await roster(site.strapi, 'members').reactivate(member('cyrus'));
      for (const type of ['api::note.note', 'api::segment.segment', 'api::nothing.nothing']) {
        expect(codeOf(await ana.get(`/api/roster/records/${type}/${acme}/shares`))).toEqual([400, 'UNKNOWN_TYPE', 'type']);
      }
    });

    it('once with each, also by twenty at once; the log says with whom and until when, and nothing of what changed nothing', async () => {
      const ana = await as('ana');
      const count = () => table(site.strapi, 'audit-entry').count({ where: { action: { $in: ['record.shared', 'record.unshared'] } } as never });
      const before = await count();
      const answers = await Promise.all(Array.from({ length: 20 }, () => ana.post(path(acme)).send({ data: { member: member('cleo') } })));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      expect([await table(site.strapi, 'entry').count({ where: { record: acme, kind: 'shared' } as never }), await count()]).toEqual([1, before + 1]);
      expect(await lastFact('record.shared')).toMatchObject({ actor: { member: member('ana') }, target: { type: CUSTOMER, id: acme }, details: { member: member('cleo'), endsAt: null } });
      const endsAt = new Date(Date.now() + 3_600_000).toISOString();
      await ana.post(path(acme)).send({ data: { member: member('cleo'), endsAt } }).expect(200);
      expect((await lastFact('record.shared'))['details']).toEqual({ member: member('cleo'), endsAt });
      await ana.delete(path(acme, `/${member('cleo')}`)).expect(200);
      await ana.delete(path(acme, `/${member('cleo')}`)).expect(200);
      expect([await lastFact('record.unshared'), await count()]).toEqual([expect.objectContaining({ details: { member: member('cleo') } }), before + 3]);
    });
  });

  it('takes no statement more than without it', async () => {
    const cleo = await as('cleo');
    const count = () => statementsOf(site.strapi, () => cleo.get('/api/customers').expect(200));
    const without = await count();
    await share('cleo');
    expect([without > 0, await count()]).toEqual([true, without]);
  });
});
