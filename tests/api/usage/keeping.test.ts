import { usageResponse } from '../../../contracts/http-usage';
import { createUsageRepository } from '../../../server/src/features/usage/usage.repository';
import type { Count } from '../../../server/src/features/usage/domain/use';
import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { startCounting, usageCounters, usageRows, usedBy } from '../../support/usage';
import { worldOf, type World } from '../../support/world';

const TODAY = () => new Date().toISOString().slice(0, 10);

describeOnEachDb('the counts of what is used', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24, configOverride: { 'plugin::roster': { usage: { keepDays: 30 } } } });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());
  beforeEach(() => startCounting(site.strapi));

  const member = (key: string) => world.members[key] as string;
  const read = (key: string) => roster(site.strapi, 'enforcement').runAs(member(key), () => site.strapi.documents(CUSTOMER).count({}));
  const many = (people: number, day = TODAY()): Count[] =>
    Array.from({ length: people }, (_, index) => ({ personKind: 'member' as const, person: `member${index}`, feature: 'customer_360', action: 'view', day, count: 1 }));

  it('add up over several writes, in one row for each person, cell and day', async () => {
    for (let time = 0; time < 3; time += 1) {
      await read('carla');
      await usageCounters(site.strapi).flush();
    }
    const rows = await usageRows(site.strapi);
    expect(rows.map(({ person, day, count }) => [person, day, count])).toEqual([[member('carla'), TODAY(), 3]]);
  });

  it('add up where several nodes write at once', async () => {
    const nodes = Array.from({ length: 4 }, () => createUsageRepository(site.strapi));
    for (let round = 0; round < 3; round += 1) await Promise.all(nodes.map((node) => node.add(many(150))));
    const rows = await usageRows(site.strapi);
    expect([rows.length, new Set(rows.map(({ count }) => count))]).toEqual([150, new Set([12])]);
  });

  it('take few statements, and no id for a row that is there', async () => {
    const repository = createUsageRepository(site.strapi);
    await repository.add(many(200));
    const lastId = async () => Math.max(...((await table(site.strapi, 'usage').findMany({ select: ['id'] } as never)) as unknown as { id: number }[]).map(({ id }) => id));
    const before = await lastId();
    let statements = 0;
    const note = () => void (statements += 1);
    site.strapi.db.connection.on('query', note);
    await repository.add(many(200));
    site.strapi.db.connection.removeListener('query', note);
    expect(statements).toBeLessThanOrEqual(5);
    await repository.add(many(1, '2026-01-01'));
    expect(await lastId()).toBe(before + 1);
  });

  it('wait in memory while the database does not take them', async () => {
    // Each look at `schema` begins anew.
    const rename = (from: string, to: string) => site.strapi.db.connection.schema.renameTable(from, to);
    await read('carla');
    await rename('roster_usages', 'roster_elsewhere');
    try {
      await usageCounters(site.strapi).flush();
      await read('carla');
      await usageCounters(site.strapi).flush();
    } finally {
      await rename('roster_elsewhere', 'roster_usages');
    }
    await read('carla');
    expect(await usedBy(site.strapi, member('carla'))).toEqual({ 'customer_360.view': 3 });
  });

  it('are written when the site stops', async () => {
    await read('carla');
    site = await site.reopen({ configOverride: { 'plugin::roster': { usage: { keepDays: 30 } } } });
    expect(await usedBy(site.strapi, member('carla'))).toMatchObject({ 'customer_360.view': 1 });
  });

  it('[A104] are forgotten with whom they are of, those that waited in memory meanwhile too', async () => {
    const members = site.strapi.plugin('roster').service('members') as unknown as { deactivate(id: string): Promise<void>; erase(id: string, erasure: object): Promise<void> };
    await read('cyrus');
    await read('carla');
    await members.deactivate(member('cyrus'));
    await members.erase(member('cyrus'), { reason: 'A request under the GDPR', by: { kind: 'system' }, confirm: () => Promise.resolve() });
    expect([await usedBy(site.strapi, member('cyrus')), await usedBy(site.strapi, member('carla'))]).toEqual([{}, { 'customer_360.view': 1 }]);
  });

  it('are kept for as long as the configuration says', async () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
    const repository = createUsageRepository(site.strapi);
    for (const days of [400, 31, 30, 1]) await repository.add(many(2, daysAgo(days)));
    await usageCounters(site.strapi).removeOld();
    expect([...new Set((await usageRows(site.strapi)).map(({ day }) => day))].sort()).toEqual([daysAgo(30), daysAgo(1)]);
  });

  describe('over HTTP', () => {
    const get = async (query: object = {}, who = 'super') => (await site.asAdmin(`${who}@roster.test`)).get('/roster/usage').query(query);

    it('are listed newest first, page by page, the latest included', async () => {
      const repository = createUsageRepository(site.strapi);
      await repository.add(many(5, '2026-11-01'));
      await read('carla');
      const { data } = usageResponse.parse((await get()).body);
      expect(data).toHaveLength(6);
      expect(data[0]).toEqual({ member: member('carla'), token: null, feature: 'customer_360', action: 'view', day: TODAY(), count: 1 });
      const walked = [];
      for (let before: string | null | undefined; before !== null; ) {
        const page = usageResponse.parse((await get({ pageSize: 4, ...(before && { before }) })).body);
        walked.push(...page.data);
        before = page.meta.pagination.older;
      }
      expect(walked).toEqual(data);
      expect(usageResponse.parse((await get({ before: '9999999999' })).body).data).toEqual(data);
    });

    it('are found by member, feature and day', async () => {
      const repository = createUsageRepository(site.strapi);
      const of = (more: Partial<Count>): Count => ({ ...(many(1)[0] as Count), ...more });
      await repository.add([of({ person: 'a', day: '2026-11-01' }), of({ person: 'a', day: '2026-11-02', feature: 'renewals' }), of({ person: 'a', day: '2026-11-03', personKind: 'token' }), of({ person: 'b', day: '2026-11-02' })]);
      const found = async (query: object) => usageResponse.parse((await get(query)).body).data.map(({ member: by, token, feature, day }) => [by ?? token, feature, day.slice(8)].join(' ')).sort();
      expect(await found({ member: 'a' })).toEqual(['a customer_360 01', 'a renewals 02']);
      expect(await found({ feature: 'renewals' })).toEqual(['a renewals 02']);
      expect(await found({ from: '2026-11-02', to: '2026-11-02' })).toEqual(['a renewals 02', 'b customer_360 02']);
      expect(await found({ member: 'a', from: '2026-11-02' })).toEqual(['a renewals 02']);
    });

    it.each([['from', 'yesterday'], ['before', '0'], ['pageSize', '5000'], ['unknown', '1']])('refuse %s=%s, and name it', async (name, value) => {
      const { status, body } = await get({ [name]: value });
      expect([status, body.error.details]).toEqual([400, expect.objectContaining({ code: 'VALIDATION_FAILED', path: expect.stringContaining(name) })]);
    });

    it('are for whoever may read the audit log alone', async () => {
      expect((await site.http.get('/roster/usage')).status).toBe(401);
      for (const who of ['carla', 'dora', 'vera']) expect([who, (await get({}, who)).status]).toEqual([who, 403]);
      expect([(await get({}, 'ana')).status, (await (await site.as('ana@roster.test')).get('/api/roster/usage')).status]).toEqual([200, 404]);
    });
  });
});
