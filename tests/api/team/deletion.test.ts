// Deleting a member for good: two confirmations, a reason, and nothing left that says who it was.
import request from 'supertest';
import { auditLog, rawLog } from '../../support/audit-log';
import { runBin } from '../../support/bin';
import { dumpOf, tablesWith } from '../../support/dump';
import { bringInZyta, ZYTA, ZYTAS_WORDS, type Leaver } from '../../support/leaver';
import { openMailbox, type Mailbox } from '../../support/mailbox';
import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { createApiToken } from '../../support/tokens';
import { worldOf, type World } from '../../support/world';

const REASON = 'Request of 12 March, article 17 of the GDPR';

/** The two doors to the same deletion. */
const DOORS = [
  ['panel', '/roster'],
  ['rest', '/api/roster'],
] as const;

describeOnEachDb('deleting a member for good', (db) => {
  let site: Site;
  let world: World;
  let mailbox: Mailbox;
  let zyta: Leaver;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24, env: { JWT_MANAGEMENT: 'refresh' } });
    world = await worldOf(site.strapi);
    mailbox = openMailbox(site.strapi);
    zyta = await bringInZyta(site, world, mailbox);
  });
  afterAll(() => site.close());

  const id = (key: string) => world.members[key] as string;
  const at = (key: string, base: string) => (base === '/roster' ? site.asAdmin(`${key}@roster.test`) : site.as(`${key}@roster.test`));
  const ask = async (member: string, key = 'ana', base = '/api/roster') => (await at(key, base)).post(`${base}/members/${member}/deletion`).send({});
  const confirm = async (member: string, data: object, key = 'ana', base = '/api/roster') => (await at(key, base)).post(`${base}/members/${member}/deletion/confirm`).send({ data });
  const setStatus = async (member: string, status: string) => (await site.as('ana@roster.test')).put(`/api/roster/members/${member}/status`).send({ data: { status } }).expect(200);
  const codeOf = ({ status, body }: { status: number; body: { error?: { details?: { code?: string; path?: string } } } }) => [status, body.error?.details?.code, body.error?.details?.path];
  const row = async (member: string) => (await table(site.strapi, 'member').findOne({ where: { documentId: member } as never })) as unknown as Record<string, unknown>;
  const asked = async (member: string, key = 'ana', base = '/api/roster') => {
    const { body } = await ask(member, key, base);
    return body.data.token as string;
  };

  describe.each(DOORS)('at the door %s', (_door, base) => {
    it(`[A106:${_door}] is an admin's alone, and of the deactivated alone`, async () => {
      expect(codeOf(await ask(id('colin'), 'ana', base))).toEqual([409, 'NOT_DEACTIVATED', undefined]);
      await setStatus(id('colin'), 'deactivated');
      for (const key of ['dora', 'carla', 'vera']) {
        expect((await ask(id('colin'), key, base)).status).toBe(403);
        expect((await confirm(id('colin'), { token: 'x', email: 'colin@roster.test', reason: REASON }, key, base)).status).toBe(403);
      }
      expect(codeOf(await ask(id('ana'), 'ana', base))).toEqual([403, 'SELF_CHANGE', undefined]);
      expect(codeOf(await ask('nobodysdocumentid0000000', 'ana', base))).toEqual([404, 'NOT_FOUND', undefined]);
      expect((await ask(id('colin'), 'ana', base)).status).toBe(200);
      await setStatus(id('colin'), 'active');
    });

    it(`[A103:${_door}] takes both confirmations: one alone does nothing`, async () => {
      await setStatus(id('colin'), 'deactivated');
      const before = await row(id('colin'));
      const good = { token: await asked(id('colin'), 'ana', base), email: 'colin@roster.test', reason: REASON };
      const tries: [object, string, string][] = [
        [{ email: good.email, reason: REASON }, 'VALIDATION_FAILED', 'data.token'],
        [{ ...good, token: 'made-up' }, 'DELETION_UNCONFIRMED', 'data.token'],
        [{ token: good.token, reason: REASON }, 'VALIDATION_FAILED', 'data.email'],
        [{ ...good, email: 'chen@roster.test' }, 'DELETION_UNCONFIRMED', 'data.email'],
        [{ token: good.token, email: good.email }, 'VALIDATION_FAILED', 'data.reason'],
        [{ ...good, reason: '   GDPR   ' }, 'VALIDATION_FAILED', 'data.reason'],
        [{ ...good, reason: 'Colin Murphy asked us by letter' }, 'VALIDATION_FAILED', 'data.reason'],
        [{ ...good, token: await asked(id('colin'), 'bruno', base) }, 'DELETION_UNCONFIRMED', 'data.token'],
      ];
      for (const [data, code, path] of tries) expect([data, ...codeOf(await confirm(id('colin'), data, 'ana', base))]).toEqual([data, 400, code, path]);
      // A confirmation for somebody else.
      await setStatus(id('cora'), 'deactivated');
      expect(codeOf(await confirm(id('cora'), { ...good, email: 'cora@roster.test' }, 'ana', base))).toEqual([400, 'DELETION_UNCONFIRMED', 'data.token']);
      // And one that is too old.
      await table(site.strapi, 'one-time-token').updateMany({ where: { purpose: 'deletion' } as never, data: { expiresAt: new Date(Date.now() - 1).toISOString() } as never });
      expect(codeOf(await confirm(id('colin'), good, 'ana', base))).toEqual([400, 'DELETION_UNCONFIRMED', 'data.token']);
      expect(await row(id('colin'))).toEqual(before);
      for (const key of ['cora', 'colin']) await setStatus(id(key), 'active');
    });
  });

  it('[A106] is not for tokens that act for nobody, whatever they may', async () => {
    await setStatus(id('colin'), 'deactivated');
    const full = await createApiToken(site.strapi, 'All of it', 'full-access');
    expect(codeOf(await site.withToken(full.accessKey).post(`/api/roster/members/${id('colin')}/deletion`).send({}))).toEqual([403, 'ADMINS_ONLY', undefined]);
    await setStatus(id('colin'), 'active');
  });

  it('takes a Super Admin of the host and the last admin for nobody: they cannot be deactivated in the first place', async () => {
    await (await site.asAdmin('super@roster.test')).get('/roster/me').expect(200);
    const superAdmin = ((await table(site.strapi, 'member').findOne({ where: { email: 'super@roster.test' } as never })) as unknown as { documentId: string }).documentId;
    expect(codeOf(await ask(superAdmin))).toEqual([409, 'NOT_DEACTIVATED', undefined]);
    // Past the first check: deactivated by hand in the table.
    await table(site.strapi, 'member').updateMany({ where: { documentId: superAdmin } as never, data: { status: 'deactivated' } as never });
    expect(codeOf(await confirm(superAdmin, { token: await asked(superAdmin), email: 'super@roster.test', reason: REASON }))).toEqual([409, 'SUPER_ADMIN', undefined]);
    await table(site.strapi, 'member').updateMany({ where: { documentId: superAdmin } as never, data: { status: 'active' } as never });
  });

  describe('of somebody who has worked here', () => {
    let before: ReadonlyMap<string, string>;
    let entries: number;

    it('[A103] is told before what goes, and where it fails half way nothing is done', async () => {
      await setStatus(zyta.member, 'deactivated');
      await request(site.url).get('/api/customers').set('authorization', `Bearer ${zyta.jwt}`).expect(401);
      await auditLog(site.strapi).seal();
      const { body } = await ask(zyta.member);
      expect(body.data.summary).toMatchObject({
        member: { documentId: zyta.member, name: ZYTA.name, status: 'deactivated' },
        roles: ['csm'],
        books: [{ type: CUSTOMER, displayName: 'Customer', owned: 2, helps: 1, shared: 1, field: 'arr', movedAway: 0 }],
        pending: { invitations: 0, apiTokens: 2, rules: 1 },
      });
      // Every table as it is, before the host refuses to let the user of the panel go.
      const whole = async () => [...(await dumpOf(site.strapi))].filter(([name]) => !['sqlite_sequence', 'roster_usages'].includes(name)).sort();
      await auditLog(site.strapi).seal();
      const untouched = await whole();
      const users = site.strapi.service('admin::user') as unknown as { deleteById: unknown };
      const { deleteById } = users;
      users.deleteById = () => Promise.reject(new Error('Not today.'));
      expect((await confirm(zyta.member, { token: body.data.token, email: ZYTA.email, reason: REASON })).status).toBe(500);
      users.deleteById = deleteById;
      const left = await whole();
      expect(left.filter(([, text], at) => text !== untouched[at]?.[1]).map(([name]) => name)).toEqual([]);
    });

    it('[A103] [A104] happens once, however often it is confirmed at once', async () => {
      before = await dumpOf(site.strapi);
      expect(await auditLog(site.strapi).verify()).toMatchObject({ isSound: true, faults: [], forgotten: 0 });
      entries = (await rawLog(site.strapi)('entries').select('id')).length;
      const token = await asked(zyta.member);
      const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(zyta.member, { token, email: ` ${ZYTA.email.toUpperCase()} `, reason: REASON })));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([200, 400, 404].filter((status) => answers.some((answer) => answer.status === status)));
      const told = (await rawLog(site.strapi)('entries').where({ action: 'member.deleted' })) as unknown as { body: string }[];
      expect(told).toHaveLength(1);
      expect(JSON.parse(told[0]?.body as string)).toMatchObject({ action: 'member.deleted', actor: { kind: 'member', member: id('ana') }, target: { type: 'member', id: zyta.member }, details: { reason: REASON } });
    });

    it('[A104] leaves name, address and telephone number in no table of the database', async () => {
      const tables = tablesWith(before, ZYTAS_WORDS);
      expect(tables).toEqual(expect.arrayContaining(['admin_users', 'roster_assignments', 'roster_audit_entries', 'roster_conflicts', 'roster_import_rows', 'roster_invitations', 'roster_jobs', 'roster_mailed_links', 'roster_members', 'roster_pictures', 'roster_rules', 'up_users']));
      // What was written while it happened is looked through once more, after the answer.
      let after = await dumpOf(site.strapi);
      for (let looks = 0; looks < 50 && tablesWith(after, ZYTAS_WORDS).length > 0; looks += 1) {
        await new Promise((resolve) => void setTimeout(resolve, 200));
        after = await dumpOf(site.strapi);
      }
      expect(tablesWith(after, ZYTAS_WORDS)).toEqual([]);
      expect([after.get('roster_members')?.includes('europe/zurich'), before.get('roster_members')?.includes('europe/zurich')]).toEqual([false, true]);
    });

    it('[A104] leaves no grant, no territory, no session, no token and no way in', async () => {
      expect(await row(zyta.member)).toMatchObject({ name: 'Deleted user', email: `${zyta.member}@deleted.invalid`, status: 'deleted', timezone: null, language: null, apiUser: null, panelUser: null, restriction: null });
      const count = (name: string, where: object) => table(site.strapi, name).count({ where: where as never });
      const { member } = zyta;
      expect([await count('grant', { member }), await count('availability', { member }), await count('token-binding', { member }), await count('invitation', { member }), await count('observation', { person: member }), await count('usage', { person: member }), await count('entry', { member, kind: { $in: ['co-owner', 'shared'] } })]).toEqual([0, 0, 0, 0, 0, 0, 0]);
      expect((await site.strapi.plugin('roster').service('members').territoriesOf([member])).get(member)).toEqual([]);
      expect(await site.strapi.db.query('admin::session' as never).count({ where: { deviceId: '00000000-0000-4000-8000-00000000000a' } as never })).toBe(0);
      for (const token of [zyta.jwt, zyta.apiToken.accessKey]) expect((await site.withToken(token).get('/api/customers')).status).toBe(401);
      for (const token of [zyta.panelJwt, zyta.panelToken.accessKey]) expect((await site.withToken(token).get(`/content-manager/collection-types/${CUSTOMER}`)).status).toBe(401);
      expect((await request(site.url).post('/api/auth/local').send({ identifier: ZYTA.email, password: ZYTA.password })).status).toBe(400);
      expect((await request(site.url).post('/admin/login').send({ email: ZYTA.email, password: ZYTA.password })).status).toBe(400);
    });

    it('[A105] what the person wrote stays, by "Deleted user", under an id that stays', async () => {
      const ana = await site.asAdmin('ana@roster.test');
      const { body: note } = await ana.get(`/content-manager/collection-types/api::note.note/${zyta.panelNote}`).expect(200);
      expect(note.data.createdBy).toMatchObject({ firstname: 'Deleted', lastname: 'user' });
      expect(await roster(site.strapi, 'books').author('api::note.note', zyta.apiNote)).toBe(zyta.member);
      const nobody = (await site.strapi.db.query('admin::user').findOne({ where: { email: `${zyta.member}@deleted.invalid` } })) as { isActive: boolean; blocked: boolean; password: string | null };
      expect([nobody.isActive, nobody.blocked, nobody.password]).toEqual([false, true, null]);
      const { body: history } = await ana.get(`/roster/records/${CUSTOMER}/${zyta.book[2] as string}/history`).expect(200);
      const text = JSON.stringify(history);
      expect(text).toContain(`{"documentId":"${zyta.member}","name":"Deleted user","status":"deleted"}`);
      expect(text).toContain('Deleted user (Deleted user) is on leave');
    });

    it('[A105] the log keeps every entry, shows "Deleted user" for actor and target, and verifies', async () => {
      const root = await site.asAdmin('super@roster.test');
      const report = await auditLog(site.strapi).verify();
      expect(report).toMatchObject({ isSound: true, faults: [] });
      expect(report.forgotten).toBeGreaterThan(4);
      expect((await rawLog(site.strapi)('entries').select('id')).length).toBeGreaterThan(entries);
      const { body: mine } = await root.get(`/roster/audit?pageSize=100&actor=${zyta.member}`).expect(200);
      expect(mine.data.length).toBeGreaterThan(2);
      expect(mine.data.map(({ actor }: { actor: { member: string; name: string } }) => [actor.member, actor.name])).toEqual(mine.data.map(() => [zyta.member, 'Deleted user']));
      const { body: told } = await root.get('/roster/audit?pageSize=100&action=member.deleted').expect(200);
      expect(told.data).toMatchObject([{ target: { id: zyta.member, name: 'Deleted user' }, actor: { name: 'Ana Ruiz' } }]);
      const { body: entry } = await root.get(`/roster/audit/entries/${mine.data[0].eventId}`).expect(200);
      expect(entry.data).toMatchObject({ personal: null, isForgotten: true, isSound: true });
      const csv = (await root.get(`/roster/audit/export?format=csv&actor=${zyta.member}`).buffer(true).expect(200)).text;
      expect([csv.includes('Deleted user'), ZYTAS_WORDS.some((word) => csv.toLowerCase().includes(word))]).toEqual([true, false]);
      // What others did where she comes in keeps the place from which they did it.
      const byAna = (await rawLog(site.strapi)('entries').where({ action: 'member.deactivated', target_id: zyta.member })) as unknown as { personal: string | null }[];
      expect(byAna[0]?.personal).toContain('"ip"');
    });

    it('[A103] [A099] the book is in limbo, and is given away later', async () => {
      const ana = await site.as('ana@roster.test');
      const limbo = async () => ((await ana.get(`/api/roster/unassigned?type=${CUSTOMER}&list=limbo&pageSize=100`).expect(200)).body.data as { record: string; owner: { name: string } }[]).map(({ record, owner }) => [record, owner.name]);
      const [first, second] = [...zyta.book].slice(0, 2).sort();
      expect((await limbo()).sort()).toEqual([[first, 'Deleted user'], [second, 'Deleted user']]);
      const { body: plan } = await ana.post('/api/roster/rebalance/plans').send({ data: { type: CUSTOMER, filter: { owner: zyta.member }, by: { member: id('chen') } } }).expect(200);
      await ana.post(`/api/roster/rebalance/${plan.data.documentId}/start`).send({ data: { token: plan.meta.token } }).expect(200);
      await (site.strapi.plugin('roster').service('rebalance') as { finished(job: string): Promise<void> }).finished(plan.data.documentId);
      expect(await limbo()).toEqual([]);
    });

    it('is final: nothing of the stone changes, the list hides it, and the address is free for somebody new', async () => {
      const ana = await site.as('ana@roster.test');
      const put = (what: string, data: object) => ana.put(`/api/roster/members/${zyta.member}/${what}`).send({ data });
      for (const [what, data] of [['status', { status: 'active' }], ['role', { role: 'csm' }], ['users', { apiUser: null }], ['restriction', { restriction: 'shared' }], ['territories', { territories: [] }]] as const) {
        expect([what, ...codeOf(await put(what, data))]).toEqual([what, 409, 'CONFLICT', 'member']);
      }
      expect(codeOf(await ask(zyta.member))).toEqual([404, 'NOT_FOUND', undefined]);
      const names = async (query: string) => ((await ana.get(`/api/roster/members?pageSize=100${query}`).expect(200)).body.data as { documentId: string; isEditable: boolean }[]).filter(({ documentId }) => documentId === zyta.member).map(({ isEditable }) => isEditable);
      expect([await names(''), await names('&status=deleted')]).toEqual([[], [false]]);
      const again = await ana.post('/api/roster/invitations').send({ data: { email: ZYTA.email, role: 'viewer' } });
      expect([again.status, again.body.data.member === zyta.member]).toEqual([200, false]);
    });

    it('[A105] `roster verify` finds the log whole', async () => {
      let ended: Awaited<ReturnType<typeof runBin>> | undefined;
      site = await site.reopen({}, async () => {
        ended = await runBin(['verify'], { env: site.env });
      });
      expect([ended?.code, ended?.output]).toEqual([0, expect.stringContaining('forgotten')]);
    });
  });
});
