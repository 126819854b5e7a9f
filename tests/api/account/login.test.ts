import request from 'supertest';
import { openMailbox, type Mailbox } from '../../support/mailbox';
import { PASSWORD } from '../../support/people';
import { table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { shiftTime } from '../../support/time';
import { until } from '../../support/until';
import { worldOf, type World } from '../../support/world';

const NEW_PASSWORD = 'Another 1 of mine';
const DAY_MS = 24 * 3_600_000;

const DOORS = [
  ['panel', '/roster', 'cleo'],
  ['rest', '/api/roster', 'cora'],
] as const;

describeOnEachDb('how a member signs in, and where he belongs', (db) => {
  let site: Site;
  let world: World;
  let mailbox: Mailbox;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24, configOverride: { 'plugin::roster': { account: { emailUrl: 'https://acme.example.com/email', organisation: 'Acme' } } } });
    world = await worldOf(site.strapi);
    mailbox = openMailbox(site.strapi);
  });
  afterAll(() => site.close());

  const at = (door: 'panel' | 'rest', key: string) => (door === 'panel' ? site.asAdmin(`${key}@roster.test`) : site.as(`${key}@roster.test`));
  const signIn = async (identifier: string, password = PASSWORD) => (await request(site.url).post('/api/auth/local').send({ identifier, password })).status;
  const panelSignIn = async (email: string, password = PASSWORD) => (await request(site.url).post('/admin/login').send({ email, password })).status;
  const confirm = (token: string) => request(site.url).post('/api/roster/email/confirm').send({ data: { token } });
  const mailsTo = (email: string) => mailbox.mails.filter(({ to }) => to === email).length;
  const emailOf = async (key: string) => ((await table(site.strapi, 'member').findOne({ where: { documentId: world.members[key] } as never })) as unknown as { email: string }).email;
  const told = async (action: string) => JSON.stringify(await table(site.strapi, 'audit-entry').findMany({ where: { action } as never }));
  const ask = async (door: 'panel' | 'rest', base: string, key: string, data: object) => (await at(door, key)).post(`${base}/me/email`).send({ data });
  /** Asks, and waits until both mails have left. */
  const asked = async (key: string, email: string): Promise<string> => {
    const before = mailsTo(`${key}@roster.test`);
    expect((await ask('rest', '/api/roster', key, { email, password: PASSWORD })).status).toBe(202);
    await until(() => mailsTo(`${key}@roster.test`) > before);
    return mailbox.secretFor(email);
  };

  describe.each(DOORS)('at the door %s', (door, base, key) => {
    const old = `${key}@roster.test`;
    const fresh = `${key}.new@x.test`;

    it(`[A200:email-${door}] another address counts once its link is opened, at both doors, and the old one is told`, async () => {
      expect((await ask(door, base, key, { email: ` ${key}.NEW@x.test`, password: PASSWORD })).status).toBe(202);
      await until(() => mailsTo(old) === 1);
      expect([mailbox.to(fresh).text.includes('https://acme.example.com/email#'), /#/.test(mailbox.to(old).text)]).toEqual([true, false]);
      // Nothing has changed yet, and whoever only opens the link changes nothing.
      const token = mailbox.secretFor(fresh);
      expect((await request(site.url).post(`${base}/email/preview`).send({ data: { token } })).body.data).toEqual({ email: fresh });
      expect([await emailOf(key), await signIn(old), await signIn(fresh)]).toEqual([old, 200, 400]);

      expect((await request(site.url).post(`${base}/email/confirm`).send({ data: { token } })).body.data).toEqual({ email: fresh });
      expect([await emailOf(key), await signIn(fresh), await signIn(old), await panelSignIn(fresh), await panelSignIn(old)]).toEqual([fresh, 200, 400, 200, 400]);
      expect((await confirm(token)).body.error.details.code).toBe('LINK_SPENT');
      for (const action of ['member.email-change-asked', 'member.email-changed']) expect(await told(action)).not.toContain(token);
      expect(await told('member.email-changed')).toContain(world.members[key] as string);
    });

    it.each([
      ['a wrong password', { email: 'x@x.test', password: 'Wrong 1 password' }, 403, 'WRONG_PASSWORD', 'data.password'],
      ['no password', { email: 'x@x.test' }, 400, 'VALIDATION_FAILED', 'data.password'],
      ['what is no address', { email: 'x', password: PASSWORD }, 400, 'VALIDATION_FAILED', 'data.email'],
      ['the address that is there already', { email: fresh, password: PASSWORD }, 400, 'VALIDATION_FAILED', 'data.email'],
      ['a role beside it', { email: 'x@x.test', password: PASSWORD, role: 'admin' }, 400, 'VALIDATION_FAILED', 'data.role'],
    ])(`[A200:email-${door}] %s is refused, and no mail is sent`, async (_what, data, status, code, path) => {
      const before = mailbox.mails.length;
      const answer = await ask(door, base, key, data);
      expect([answer.status, answer.body.error?.details]).toEqual([status, expect.objectContaining({ code, path })]);
      expect(mailbox.mails).toHaveLength(before);
    });

    it(`[A200:password-${door}] another password takes the current one, holds at both doors, and ends other sessions of the panel`, async () => {
      const put = async (data: object) => (await at(door, key)).put(`${base}/me/password`).send({ data });
      for (const [data, code, path] of [
        [{ current: 'Wrong 1 password', password: NEW_PASSWORD }, 'WRONG_PASSWORD', 'data.current'],
        [{ current: PASSWORD, password: 'short' }, 'VALIDATION_FAILED', 'data.password'],
        [{ password: NEW_PASSWORD }, 'VALIDATION_FAILED', 'data.current'],
      ] as const) {
        expect((await put(data)).body.error?.details).toMatchObject({ code, path });
      }
      const elsewhere = (await request(site.url).post('/admin/login').send({ email: fresh, password: PASSWORD }).expect(200)).body.data.token as string;
      expect((await put({ current: PASSWORD, password: NEW_PASSWORD })).status).toBe(200);
      expect([await signIn(fresh, NEW_PASSWORD), await panelSignIn(fresh, NEW_PASSWORD), await signIn(fresh), await panelSignIn(fresh)]).toEqual([200, 200, 400, 400]);
      expect((await request(site.url).get('/roster/me').auth(elsewhere, { type: 'bearer' })).status).toBe(401);
      expect((await (await at(door, key)).get(`${base}/me`)).status).toBe(200);
      expect(await told('member.password-changed')).not.toContain(NEW_PASSWORD);
    });

    it(`[A201:${door}] [A202:roles-${door}] a member sees where he belongs, and what he has access to`, async () => {
      await (await site.as('ana@roster.test')).post(`/api/roster/records/api::customer.customer/${world.customers['Acme Robotics']}/shares`).send({ data: { member: world.members['cyrus'] } }).expect(200);
      const { body } = await (await at(door, 'cyrus')).get(`${base}/me/account`).expect(200);
      const mine = await site.strapi.db.query('plugin::roster.entry' as never).findMany({ where: { member: world.members['cyrus'], type: 'api::customer.customer' } as never }) as unknown as { kind: string }[];
      const count = (kind: string) => mine.filter((entry) => entry.kind === kind).length;
      expect(body.data).toEqual({
        organisation: { name: 'Acme', since: expect.stringMatching(/^\d{4}-/), doors: { panel: true, api: true }, roles: [{ key: 'csm', label: expect.objectContaining({ en: 'CSM' }), source: 'manual', endsAt: null }] },
        access: { restriction: 'none', territories: [{ key: 'latam', name: expect.any(String) }], books: [{ type: 'api::customer.customer', displayName: 'Customer', owned: count('owner'), coOwned: count('co-owner'), shared: 1 }] },
      });
      expect(body.data.access.books[0].owned).toBeGreaterThan(0);
      expect((await (await at(door, 'nina')).get(`${base}/me/account`)).status).toBe(403);
    });
  });

  it('[A200:taken] an address of somebody else gets no link, and whoever asks learns nothing of him', async () => {
    for (const taken of ['chen@roster.test', 'nina@roster.test', 'super@roster.test', 'CHEN@roster.test']) {
      const before = [mailsTo('carla@roster.test'), mailsTo(taken.toLowerCase())];
      const { status, body } = await ask('rest', '/api/roster', 'carla', { email: taken, password: PASSWORD });
      expect([status, body]).toEqual([202, { data: {} }]);
      await until(() => mailsTo('carla@roster.test') === (before[0] ?? 0) + 1);
      expect(mailsTo(taken.toLowerCase())).toBe(before[1]);
    }
    expect(await emailOf('carla')).toBe('carla@roster.test');
  });

  it('[A200:once] of twenty confirmations at once one succeeds', async () => {
    const token = await asked('colin', 'colin.new@x.test');
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => confirm(token)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(new Set(statuses.filter((status) => status !== 200))).toEqual(new Set([410]));
  });

  it('[A200:once] of two who were sent the same address one has it', async () => {
    const tokens = [await asked('carla', 'shared@x.test')];
    // Until one has confirmed it the address is free to ask for.
    tokens.push(await asked('chen', 'shared@x.test'));
    const answers = await Promise.all(tokens.map((token) => confirm(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { documentId } = (await table(site.strapi, 'member').findOne({ where: { email: 'shared@x.test' } as never })) as unknown as { documentId: string };
    const [key] = Object.entries(world.members).find(([, id]) => id === documentId) as [string, string];
    expect([await signIn('shared@x.test'), await signIn(`${key === 'carla' ? 'chen' : 'carla'}@roster.test`)]).toEqual([200, 200]);
  });

  it('[A200:taken] who has got the address by the host’s own doors meanwhile keeps it', async () => {
    const token = await asked('viktor', 'meanwhile@x.test');
    await request(site.url).post('/api/auth/local/register').send({ username: 'meanwhile', email: 'meanwhile@x.test', password: PASSWORD }).expect(200);
    expect((await confirm(token)).body.error.details.code).toBe('USER_EXISTS');
    expect([await signIn('meanwhile@x.test'), await table(site.strapi, 'member').count({ where: { email: 'meanwhile@x.test' } as never })]).toEqual([200, 0]);
  });

  it('[A200:password-rest] a door where he has another password keeps it', async () => {
    const user = (await site.strapi.db.query('admin::user').findOne({ where: { email: 'dora@roster.test' } })) as { id: number };
    await (await site.asAdmin('super@roster.test')).put(`/admin/users/${user.id}`).send({ password: 'In the panel 1' }).expect(200);
    await (await site.as('dora@roster.test')).put('/api/roster/me/password').send({ data: { current: PASSWORD, password: NEW_PASSWORD } }).expect(200);
    expect([await signIn('dora@roster.test', NEW_PASSWORD), await panelSignIn('dora@roster.test', 'In the panel 1'), await panelSignIn('dora@roster.test', NEW_PASSWORD)]).toEqual([200, 200, 400]);
  });

  it('[A200:void] a link ends: by a later one, by its age, and by its member’s leaving', async () => {
    const first = await asked('vera', 'vera.one@x.test');
    const second = await asked('vera', 'vera.two@x.test');
    expect((await confirm(first)).body.error.details.code).toBe('LINK_INVALID');
    shiftTime(DAY_MS + 1_000);
    try {
      expect((await confirm(second)).body.error.details.code).toBe('LINK_SPENT');
    } finally {
      shiftTime(0);
    }
    const third = await asked('vera', 'vera.three@x.test');
    await (await site.as('ana@roster.test')).put(`/api/roster/members/${world.members['vera']}/status`).send({ data: { status: 'deactivated' } }).expect(200);
    expect((await confirm(third)).body.error.details.code).toBe('LINK_SPENT');
    expect(await emailOf('vera')).toBe('vera@roster.test');
  });

  it.each(DOORS)('[A201:%s] a member leaves by saying so; his records are in limbo, and nothing answers him any more', async (door, base) => {
    const key = door === 'panel' ? 'cyrus' : 'viktor';
    const leaver = await at(door, key);
    expect((await leaver.post(`${base}/me/leave`).send({ data: {} })).body.error.details).toMatchObject({ code: 'VALIDATION_FAILED', path: 'data.leave' });
    expect((await leaver.get(`${base}/me`)).status).toBe(200);
    const entries = await table(site.strapi, 'entry').count({ where: { member: world.members[key] } as never });
    expect((await leaver.post(`${base}/me/leave`).send({ data: { leave: true } })).status).toBe(200);
    expect((await leaver.get(`${base}/me`)).status).toBe(401);
    expect(await table(site.strapi, 'entry').count({ where: { member: world.members[key] } as never })).toBe(entries);
    expect(await table(site.strapi, 'member').findOne({ where: { documentId: world.members[key] } as never })).toMatchObject({ status: 'deactivated' });
  });

  it('[A201:last-admin] the last admin does not leave, also when two go at once; a Super Admin is one as long as he is that', async () => {
    const leave = async (key: string) => (await (await site.as(`${key}@roster.test`)).post('/api/roster/me/leave').send({ data: { leave: true } })).body.error?.details.code as string | undefined;
    expect((await (await site.asAdmin('super@roster.test')).post('/roster/me/leave').send({ data: { leave: true } })).body.error.details.code).toBe('SUPER_ADMIN');
    // Whoever is a Super Admin is an admin too: without him, two are left.
    await site.strapi.db.query('admin::user').updateMany({ where: { email: 'super@roster.test' } as never, data: { isActive: false } as never });
    const answers = await Promise.all(['ana', 'bruno'].map(leave));
    expect(answers.filter((code) => code === undefined)).toHaveLength(1);
    expect(answers.filter((code) => code !== undefined)).toEqual(['LAST_ADMIN']);
  });
});
