import { auditDaysResponse, auditEntryResponse, auditResponse, auditStateResponse, type AuditEntryInfo } from '../../../contracts/http-audit';
import { auditLog, rawLog } from '../../support/audit-log';
import { CUSTOMER, roster } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

const SUPER = 'super@roster.test';

describeOnEachDb('the audit log, read', (db) => {
  let site: Site;
  let world: World;
  /** The whole log, newest first, as it was when the tests began. */
  let all: AuditEntryInfo[];

  const get = async (path: string, query: object = {}) => (await site.asAdmin(SUPER)).get(`/roster/audit${path}`).query(query);
  const member = (key: string) => world.members[key] as string;

  /** Every page of a search, walked to the end. */
  const walk = async (query: object, pageSize = 7): Promise<AuditEntryInfo[]> => {
    const found: AuditEntryInfo[] = [];
    for (let before: string | undefined; ; ) {
      const { data, meta } = auditResponse.parse((await get('', { ...query, pageSize, ...(before && { before }) })).body);
      found.push(...data);
      if (meta.pagination.older === null) return found;
      before = meta.pagination.older;
    }
  };

  beforeAll(async () => {
    site = await openSite({ db, customers: 24 });
    world = await worldOf(site.strapi);
    for (const key of ['ana', 'carla', 'chen']) {
      const agent = await site.as(`${key}@roster.test`);
      const { body } = await agent.get('/api/customers?pagination[pageSize]=5').expect(200);
      for (const { documentId } of body.data as { documentId: string }[]) await agent.put(`/api/customers/${documentId}`).send({ data: { email: `${key}@changed.test` } });
      await agent.post('/api/roster/rules').set('User-Agent', 'a browser').send({ data: {} });
    }
    await roster(site.strapi, 'members').deactivate(member('cora'));
    const log = auditLog(site.strapi);
    for (const id of ['a', 'b', 'c']) await log.record({ action: 'member.restricted', actor: { kind: 'member', member: member('dora') }, target: { type: 'member', id } });
    await log.seal();
    all = await walk({}, 100);
  });
  afterAll(() => site.close());

  it('[A093] a search finds what the whole log holds of it: by member, action, outcome, type and target, alone and together', async () => {
    const searches: [object, (entry: AuditEntryInfo) => boolean][] = [
      [{ actor: member('carla') }, ({ actor }) => actor.member === member('carla')],
      [{ action: 'record.updated' }, ({ action }) => action === 'record.updated'],
      [{ action: 'record.updated,member.created' }, ({ action }) => ['record.updated', 'member.created'].includes(action)],
      [{ outcome: 'refused' }, ({ outcome }) => outcome === 'refused'],
      [{ targetType: CUSTOMER }, ({ target }) => target.type === CUSTOMER],
      [{ target: member('cora') }, ({ target }) => target.id === member('cora')],
      [{ actor: member('chen'), action: 'record.updated' }, ({ actor, action }) => actor.member === member('chen') && action === 'record.updated'],
      [{ actor: member('chen'), outcome: 'refused' }, ({ actor, outcome }) => actor.member === member('chen') && outcome === 'refused'],
      [{ action: 'member.restricted', target: 'b', actor: member('dora'), outcome: 'done', targetType: 'member' }, ({ target, action }) => target.id === 'b' && action === 'member.restricted'],
    ];
    for (const [query, holds] of searches) {
      const expected = all.filter(holds).map(({ eventId }) => eventId);
      expect([query, expected.length > 0]).toEqual([query, true]);
      expect([query, (await walk(query, 3)).map(({ eventId }) => eventId)]).toEqual([query, expected]);
    }
    expect(await walk({ actor: member('carla'), action: 'member.restricted' })).toEqual([]);
  });

  it('[A093] by date: days are meant whole, moments exactly', async () => {
    const times = all.map(({ occurredAt }) => occurredAt);
    const middle = times[Math.floor(times.length / 2)] as string;
    const within = (from: string | undefined, to: string | undefined) => all.filter(({ occurredAt }) => (!from || occurredAt >= from) && (!to || occurredAt < to)).map(({ eventId }) => eventId);
    const ids = async (query: object) => (await walk(query, 5)).map(({ eventId }) => eventId);
    expect(await ids({ from: middle })).toEqual(within(middle, undefined));
    expect(await ids({ to: middle })).toEqual(within(undefined, middle));
    expect(await ids({ from: middle, to: times[0] })).toEqual(within(middle, times[0]));
    const today = (times[0] as string).slice(0, 10);
    expect(await ids({ from: today, to: today })).toEqual(all.filter(({ occurredAt }) => occurredAt.startsWith(today)).map(({ eventId }) => eventId));
    expect(await ids({ to: '2020-01-01' })).toEqual([]);
  });

  it('goes back the way it came', async () => {
    const query = { outcome: 'done', pageSize: 3 };
    const first = auditResponse.parse((await get('', query)).body);
    const second = auditResponse.parse((await get('', { ...query, before: first.meta.pagination.older })).body);
    const back = auditResponse.parse((await get('', { ...query, after: second.meta.pagination.newer })).body);
    expect(back.data).toEqual(first.data);
    expect([first.meta.pagination.newer, back.meta.pagination.newer]).toEqual([null, null]);
  });

  it.each([
    ['from', 'yesterday'],
    ['to', '2026-13-01'],
    ['pageSize', '0'],
    ['unknown', '1'],
  ])('refuses %s=%s, and names it', async (name, value) => {
    const { status, body } = await get('', { [name]: value });
    expect([status, body.error.details]).toEqual([400, expect.objectContaining({ code: 'VALIDATION_FAILED', path: expect.stringContaining(name) })]);
  });

  it('counts the entries of each day, those without one too', async () => {
    const { data } = auditDaysResponse.parse((await get('/days', { action: 'record.updated' })).body);
    expect(data).toHaveLength(30);
    expect(data.reduce((sum, { entries }) => sum + entries, 0)).toBe(all.filter(({ action }) => action === 'record.updated').length);
    expect(data.at(-1)?.day).toBe(new Date().toISOString().slice(0, 10));
    const { data: one } = auditDaysResponse.parse((await get('/days', { from: '2026-01-01', to: '2026-01-03' })).body);
    expect(one).toEqual([{ day: '2026-01-01', entries: 0 }, { day: '2026-01-02', entries: 0 }, { day: '2026-01-03', entries: 0 }]);
  });

  it('the chart counts what the table lists, whatever is looked for', async () => {
    const [times, day] = [all.map(({ occurredAt }) => occurredAt), (moment: string) => moment.slice(0, 10)];
    const [oldest, middle, newest] = [times.at(-1), times[Math.floor(times.length / 2)], times[0]] as [string, string, string];
    const searches = [
      {}, { actor: member('carla') }, { action: 'record.updated,member.created' }, { outcome: 'refused' }, { targetType: CUSTOMER }, { target: member('cora') }, { target: 'b' },
      { target: member('cora'), action: 'member.deactivated' }, { target: 'nothing' }, { from: middle }, { to: middle, from: day(oldest) }, { from: middle, to: newest, action: 'record.updated' },
      { target: 'b', from: newest }, { target: member('cora'), to: middle, from: day(oldest) },
    ];
    for (const search of searches) {
      const query = { from: day(oldest), ...search };
      const listed = new Map<string, number>();
      for (const { occurredAt } of await walk(query, 100)) listed.set(day(occurredAt), (listed.get(day(occurredAt)) ?? 0) + 1);
      const { data } = auditDaysResponse.parse((await get('/days', query)).body);
      expect([query, Object.fromEntries(data.filter(({ entries }) => entries > 0).map(({ day: on, entries }) => [on, entries]))]).toEqual([query, Object.fromEntries(listed)]);
    }
  });

  it('one entry says all: from where, through which door, and what', async () => {
    const refused = all.find(({ action, outcome, actor }) => action === 'permission.denied' && outcome === 'refused' && actor.member === member('carla')) as AuditEntryInfo;
    const { data } = auditEntryResponse.parse((await get(`/entries/${refused.eventId}`)).body);
    expect(data).toMatchObject({ ...refused, door: 'api', isSound: true, personal: { ip: expect.stringMatching(/127\.0\.0\.1$/), userAgent: 'a browser' } });
    expect(data.personal).not.toHaveProperty('salt');
    expect(data.isForgotten).toBe(false);
    await rawLog(site.strapi)('entries').where({ event_id: refused.eventId }).update({ personal: null });
    expect(auditEntryResponse.parse((await get(`/entries/${refused.eventId}`)).body).data).toMatchObject({ personal: null, isForgotten: true, isSound: true });
    expect(data.details).toMatchObject({ code: 'PERMISSION_DENIED', feature: 'team_management' });
    expect((await get('/entries/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });

  it('one entry names the members in its details; one who is gone has an id alone', async () => {
    const [record, gone] = [world.plan.find(({ owner }) => owner === 'carla')?.documentId as string, 'x'.repeat(24)];
    await (await site.as('ana@roster.test')).put(`/api/roster/records/${CUSTOMER}/${record}/owner`).send({ data: { owner: member('chen') } }).expect(200);
    await auditLog(site.strapi).record({ action: 'owners.changed', actor: { kind: 'system' }, target: { type: CUSTOMER, id: 'job' }, details: { moves: [{ record, from: gone, to: member('carla') }] } });
    const told = async (action: string, target: string) => {
      const [found] = await walk({ action, target });
      return auditEntryResponse.parse((await get(`/entries/${found?.eventId}`)).body).data;
    };
    expect(await told('owner.changed', record)).toMatchObject({ details: { to: member('chen') }, people: { [member('carla')]: 'Carla Mendes', [member('chen')]: 'Chen Wei' } });
    expect((await told('owners.changed', 'job')).people).toEqual({ [member('carla')]: 'Carla Mendes' });
    expect((await told('member.deactivated', member('cora'))).people).toEqual({});
  });

  it('the state says how the log is doing; a check is an entry, and so is a review, for which it is due every week', async () => {
    const state = async () => auditStateResponse.parse((await get('/state')).body).data;
    expect(await state()).toMatchObject({ size: expect.any(Number), lastCheck: null, failedCheck: null, checking: null, review: { isDue: true, last: null } });
    const admin = await site.asAdmin(SUPER);
    await admin.post('/roster/audit/checks').expect(200);
    await (site.strapi.plugin('roster').service('audit') as { checkFinished(): Promise<void> }).checkFinished();
    expect((await state()).lastCheck).toMatchObject({ isSound: true, faults: {} });
    await rawLog(site.strapi)('entries').where({ place: 3 }).update({ action: 'member.created', outcome: 'refused' });
    await admin.post('/roster/audit/checks').expect(200);
    await (site.strapi.plugin('roster').service('audit') as { checkFinished(): Promise<void> }).checkFinished();
    expect((await state()).lastCheck).toMatchObject({ isSound: false, faults: { edited: 1 } });
    const reviewed = await admin.post('/roster/audit/reviews').expect(200);
    expect(auditStateResponse.parse(reviewed.body).data.review).toMatchObject({ isDue: false, last: expect.any(String) });
    expect((await walk({ action: 'log.reviewed' })).map(({ actor }) => actor.kind)).toEqual(['member']);
  });

  it('a check that breaks off is an entry too, and the state says so until one comes to its end', async () => {
    const state = async () => auditStateResponse.parse((await get('/state')).body).data;
    const check = async () => {
      await (await site.asAdmin(SUPER)).post('/roster/audit/checks').expect(200);
      await (site.strapi.plugin('roster').service('audit') as { checkFinished(): Promise<void> }).checkFinished();
    };
    const rename = async (from: string, to: string) => {
      await site.strapi.db.connection.schema.renameTable(from, to);
    };
    const { lastCheck } = await state();
    await rename('roster_audit_checkpoints', 'roster_audit_elsewhere');
    await check();
    await rename('roster_audit_elsewhere', 'roster_audit_checkpoints');
    expect(await state()).toMatchObject({ lastCheck, checking: null, failedCheck: { by: expect.any(String), reason: expect.stringContaining('roster_audit_checkpoints') } });
    expect(await walk({ action: 'log.check-failed' })).toMatchObject([{ actor: { kind: 'member' }, target: { type: 'log' } }]);
    await check();
    expect((await state()).failedCheck).toBeNull();
  });

  it('[A085] is for whoever has its permission alone', async () => {
    for (const path of ['', '/days', '/state', '/export', `/entries/${all[0]?.eventId}`]) {
      expect([path, (await site.http.get(`/roster/audit${path}`)).status]).toEqual([path, 401]);
      expect([path, (await (await site.asAdmin('carla@roster.test')).get(`/roster/audit${path}`)).status]).toEqual([path, 403]);
    }
    expect((await (await site.asAdmin('carla@roster.test')).post('/roster/audit/checks')).status).toBe(403);
  });

  it('[A096] no door changes or deletes an entry', async () => {
    const id = all[0]?.eventId as string;
    const admin = await site.asAdmin(SUPER);
    const ana = await site.as('ana@roster.test');
    for (const [agent, path] of [[admin, `/roster/audit/entries/${id}`], [admin, `/roster/audit/${id}`], [ana, `/api/roster/audit/${id}`], [ana, `/api/roster/audit-entries/${id}`]] as const) {
      for (const method of ['put', 'patch', 'delete', 'post'] as const) expect([method, path, [404, 405]]).toEqual([method, path, expect.arrayContaining([(await agent[method](path).send({})).status])]);
    }
  });
});
