import request from 'supertest';
import { openMailbox, type Mailbox } from '../../support/mailbox';
import { PASSWORD } from '../../support/people';
import { table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { shiftTime } from '../../support/time';
import { until } from '../../support/until';
import { worldOf, type World } from '../../support/world';

const MINUTE_MS = 60_000;

const DOORS = [
  ['panel', '/roster', 'cleo'],
  ['api', '/api/roster', 'cora'],
] as const;

type Agent = ReturnType<typeof request.agent>;

describeOnEachDb('signing in by a mailed link', (db) => {
  let site: Site;
  let world: World;
  let mailbox: Mailbox;

  beforeAll(async () => {
    site = await openSite({ db, customers: 6, configOverride: { 'plugin::roster': { waysIn: { signInUrl: 'https://acme.example.com/sign-in' } } } });
    world = await worldOf(site.strapi);
    mailbox = openMailbox(site.strapi);
  });
  afterAll(() => site.close());

  const set = async (links: object) => (await site.asAdmin('ana@roster.test')).put('/roster/ways-in/links').send({ data: links });
  const mailsTo = (email: string) => mailbox.mails.filter(({ to }) => to === email).length;
  /** A browser that keeps its cookies. */
  const browser = (): Agent => request.agent(site.url);
  const ask = (agent: Agent, base: string, email: string) => agent.post(`${base}/ways-in/links`).set('User-Agent', 'Firefox on Linux').send({ data: { email } });
  const use = (agent: Agent, base: string, token: string, more: object = {}) => agent.post(`${base}/ways-in/links/use`).send({ data: { token, ...more } });
  const preview = (agent: Agent, base: string, token: string) => agent.post(`${base}/ways-in/links/preview`).send({ data: { token } });
  const asked = async (agent: Agent, base: string, email: string, written = email): Promise<string> => {
    const before = mailsTo(email);
    await ask(agent, base, written).expect(202);
    await until(() => mailsTo(email) > before);
    return mailbox.secretFor(email);
  };
  const signedIn = async () => (await table(site.strapi, 'audit-entry').findMany({ where: { action: 'user.signed-in' } as never, orderBy: { id: 'asc' } as never })) as unknown as { actor: string; targetType: string; body: string }[];

  it('[A189:off] it is off at first, at each door by its own switch, and an admin alone turns it', async () => {
    for (const [, base] of DOORS) {
      expect((await request(site.url).get(`${base}/ways-in/open`)).body.data).toEqual({ join: false, link: false });
      for (const path of ['links', 'links/preview', 'links/use']) {
        const { status, body } = await request(site.url).post(`${base}/ways-in/${path}`).send({ data: path === 'links' ? { email: 'cora@roster.test' } : { token: 'x'.repeat(43) } });
        expect([path, status, body.error.details.code]).toEqual([path, 403, 'WAY_CLOSED']);
      }
    }
    for (const who of ['dora', 'carla', 'vera', 'nina']) expect((await (await site.asAdmin(`${who}@roster.test`)).put('/roster/ways-in/links').send({ data: { panel: true, api: true } })).status).toBe(403);
    await set({ panel: false, api: true }).then(({ status }) => expect(status).toBe(200));
    expect((await ask(browser(), '/roster', 'cleo@roster.test')).body.error.details.code).toBe('WAY_CLOSED');
    await set({ panel: true, api: true }).then(({ status }) => expect(status).toBe(200));
    expect(mailbox.mails).toEqual([]);
  });

  describe.each(DOORS)('at the door %s', (door, base, key) => {
    const email = `${key}@roster.test`;
    const target = door === 'panel' ? 'panelUser' : 'apiUser';

    it(`[A189:${door}] a member asks for a link, and the browser that asked is signed in by it, once, in a session of its own`, async () => {
      const agent = browser();
      const token = await asked(agent, base, email, email.toUpperCase());
      const mail = mailbox.to(email);
      expect(mail.text).toContain(door === 'panel' ? '/auth/roster/sign-in#' : 'https://acme.example.com/sign-in#');
      expect(mail.text).toContain('Firefox on Linux');
      // Whoever only opens it takes nothing away.
      for (const method of ['get', 'head'] as const) expect((await agent[method](`${base}/ways-in/links/use?token=${token}`)).status).toBeGreaterThanOrEqual(400);
      for (let times = 0; times < 2; times += 1) expect((await preview(agent, base, token).expect(200)).body.data).toMatchObject({ email, name: expect.any(String), isSameBrowser: true, device: 'Firefox on Linux' });

      const before = (await signedIn()).length;
      const answer = await use(agent, base, token).expect(200);
      expect([answer.headers['cache-control'], answer.headers['referrer-policy']]).toEqual(['no-store', 'no-referrer']);
      const { jwt } = answer.body.data as { jwt: string };
      expect((await request(site.url).get(`${base}/me`).auth(jwt, { type: 'bearer' }).expect(200)).body.data.member).toMatchObject({ email });
      const sessions = (await request(site.url).get(`${base}/me/sessions`).auth(jwt, { type: 'bearer' }).expect(200)).body.data as { isCurrent: boolean }[];
      expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
      expect((await signedIn()).slice(before)).toEqual([expect.objectContaining({ actor: world.members[key], targetType: target })]);
      const again = await use(agent, base, token);
      expect([again.status, again.body.error.details.code]).toEqual([410, 'LINK_SPENT']);
      const kept = JSON.stringify([await table(site.strapi, 'one-time-token').findMany(), await table(site.strapi, 'mailed-link').findMany(), await table(site.strapi, 'audit-entry').findMany()]);
      expect(kept).not.toContain(token);
    });

    it(`[A189:${door}] another browser is told which device asked, and goes on by saying so`, async () => {
      const token = await asked(browser(), base, email);
      const other = browser();
      expect((await preview(other, base, token)).body.data).toMatchObject({ isSameBrowser: false, device: 'Firefox on Linux' });
      const refused = await use(other, base, token);
      expect([refused.status, refused.body.error.details.code]).toEqual([409, 'LINK_ELSEWHERE']);
      const guessed = await other.post(`${base}/ways-in/links/use`).set('Cookie', 'roster_browser=guess').send({ data: { token } });
      expect(guessed.body.error.details.code).toBe('LINK_ELSEWHERE');
      await use(other, base, token, { isConfirmed: true }).expect(200);
    });

    it(`[A189:${door}] of twenty who use a link at once one is signed in`, async () => {
      const token = await asked(browser(), base, email);
      const statuses = (await Promise.all(Array.from({ length: 20 }, () => use(browser(), base, token, { isConfirmed: true })))).map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect(new Set(statuses.filter((status) => status !== 200))).toEqual(new Set([410]));
    });

    it(`[A189:${door}] a link ends after ten minutes, and by a later one`, async () => {
      const agent = browser();
      const first = await asked(agent, base, email);
      const second = await asked(agent, base, email);
      expect((await use(agent, base, first)).body.error.details.code).toBe('LINK_INVALID');
      shiftTime(10 * MINUTE_MS + 1_000);
      try {
        expect((await use(agent, base, second)).body.error.details.code).toBe('LINK_SPENT');
      } finally {
        shiftTime(0);
      }
      await use(agent, base, second).expect(200);
    });

    it(`[A189:${door}] a link of one door opens no other, and a link for something else opens nothing`, async () => {
      const agent = browser();
      const other = door === 'panel' ? '/api/roster' : '/roster';
      const token = await asked(agent, base, email);
      expect((await use(agent, other, token, { isConfirmed: true })).body.error.details.code).toBe('LINK_SPENT');
      await (await site.as('ana@roster.test')).post('/api/roster/invitations').send({ data: { email: `guest.${door}@x.test`, role: 'viewer' } }).expect(200);
      expect((await use(agent, base, mailbox.secretFor(`guest.${door}@x.test`), { isConfirmed: true })).body.error.details.code).toBe('LINK_INVALID');
      await use(agent, base, token).expect(200);
    });

    it(`[A189:${door}] whoever is nobody, invited or deactivated gets no mail, and whoever asks sees no difference`, async () => {
      await (await site.as('ana@roster.test')).put(`/api/roster/members/${world.members['viktor']}/status`).send({ data: { status: 'deactivated' } });
      const before = mailbox.mails.length;
      const known = await ask(browser(), base, email);
      for (const stranger of ['nobody@x.test', 'nina@roster.test', 'viktor@roster.test', `guest.${door}@x.test`, 'super@roster.test.evil.test']) {
        const { status, body, headers } = await ask(browser(), base, stranger);
        expect([stranger, status, body, Object.keys(headers).sort()]).toEqual([stranger, known.status, known.body, Object.keys(known.headers).sort()]);
      }
      await until(() => mailbox.mails.length > before);
      await asked(browser(), base, email);
      expect(mailbox.mails.slice(before).map(({ to }) => to)).toEqual([email, email]);
    });

    it(`[A189:${door}] whoever is deactivated, blocked, or has another address between mail and click is refused`, async () => {
      const token = await asked(browser(), base, 'chen@roster.test');
      const refused = async () => {
        const { status, body } = await use(browser(), base, token, { isConfirmed: true });
        expect([status, body.error.details.code]).toEqual([410, 'LINK_SPENT']);
      };
      const status = async (value: string) => (await site.as('ana@roster.test')).put(`/api/roster/members/${world.members['chen']}/status`).send({ data: { status: value } }).expect(200);
      await status('deactivated');
      await refused();
      await status('active');
      const uid = door === 'panel' ? 'admin::user' : 'plugin::users-permissions.user';
      const user = async (data: object) => site.strapi.db.query(uid as never).updateMany({ where: { email: 'chen@roster.test' } as never, data: data as never });
      await user(door === 'panel' ? { isActive: false } : { blocked: true });
      await refused();
      await user(door === 'panel' ? { isActive: true } : { blocked: false });
      const member = async (data: object) => table(site.strapi, 'member').updateMany({ where: { documentId: world.members['chen'] } as never, data: data as never });
      await member({ email: 'chen.other@x.test' });
      await refused();
      await member({ email: 'chen@roster.test' });
      await set({ panel: door !== 'panel', api: door !== 'api' });
      expect((await use(browser(), base, token, { isConfirmed: true })).body.error.details.code).toBe('WAY_CLOSED');
      await set({ panel: true, api: true });
      await use(browser(), base, token, { isConfirmed: true }).expect(200);
    });
  });

  it('[A189:panel] the panel finds its session in its cookies, renews it, and the session says by what it was begun', async () => {
    const agent = browser();
    const { headers } = await use(agent, '/roster', await asked(agent, '/roster', 'cleo@roster.test')).expect(200);
    const cookies = headers['set-cookie'] as unknown as string[];
    const refresh = cookies.find((cookie) => cookie.startsWith('strapi_admin_refresh='));
    expect(refresh).toMatch(/path=\/admin/i);
    expect(refresh).toMatch(/httponly/i);
    expect(cookies.some((cookie) => /^jwtToken=.+path=\/admin/i.test(cookie) && !/httponly/i.test(cookie))).toBe(true);
    const renewed = await agent.post('/admin/access-token').expect(200);
    await request(site.url).get('/roster/me').auth(renewed.body.data.token as string, { type: 'bearer' }).expect(200);
    const sessions = (await site.strapi.db.query('admin::session' as never).findMany({ orderBy: { id: 'desc' } as never, limit: 1 } as never)) as unknown as { metadata: { roster?: object } }[];
    expect(sessions[0]?.metadata.roster).toMatchObject({ proofs: { 'magic-link': expect.any(Number) } });
    expect(Object.keys((sessions[0]?.metadata.roster as { proofs: object }).proofs)).toEqual(['magic-link']);
  });

  it.each(DOORS)('[A189:%s] who can read his mail has not proved a second time that it is he: what is sensitive asks for his password', async (_door, base) => {
    const agent = browser();
    const { jwt } = (await use(agent, base, await asked(agent, base, 'ana@roster.test')).expect(200)).body.data as { jwt: string };
    const asAna = (method: 'delete' | 'post', path: string, data?: object) => request(site.url)[method](`${base}${path}`).auth(jwt, { type: 'bearer' }).send(data && { data });
    const sensitive = () => asAna('delete', `/members/${world.members['vera']}/sessions`);
    const { status, body } = await sensitive();
    expect([status, body.error.details.code]).toEqual([403, 'STEP_UP_REQUIRED']);
    await asAna('post', '/me/step-up', { password: PASSWORD }).expect(200);
    await sensitive().expect(200);
  });

  it('a link is void once its member has another password', async () => {
    const agent = browser();
    const token = await asked(agent, '/api/roster', 'colin@roster.test');
    await (await site.as('colin@roster.test')).put('/api/roster/me/password').send({ data: { current: PASSWORD, password: 'Another 1 of mine' } }).expect(200);
    const { status, body } = await use(agent, '/api/roster', token);
    expect([status, body.error.details.code]).toEqual([404, 'LINK_INVALID']);
  });

  it('[A189:invited] where a link signs in, whoever is invited may do without a password', async () => {
    const invite = async (email: string) => {
      await (await site.as('ana@roster.test')).post('/api/roster/invitations').send({ data: { email, role: 'viewer' } }).expect(200);
      return mailbox.secretFor(email);
    };
    const accept = (token: string) => request(site.url).post('/api/roster/invitations/accept').send({ data: { token, name: 'No Password', timezone: 'UTC', language: 'en' } });
    await set({ panel: false, api: true });
    const token = await invite('passwordless@x.test');
    expect((await accept(token)).body.error.details).toMatchObject({ code: 'VALIDATION_FAILED', path: 'data.password' });
    await set({ panel: true, api: true });
    expect((await request(site.url).post('/api/roster/invitations/preview').send({ data: { token } })).body.data).toMatchObject({ isPasswordOptional: true });
    await accept(token).expect(200);
    for (const password of ['', 'null', 'undefined', 'A good one 1']) {
      expect((await request(site.url).post('/api/auth/local').send({ identifier: 'passwordless@x.test', password })).status).toBe(400);
      expect((await request(site.url).post('/admin/login').send({ email: 'passwordless@x.test', password })).status).toBe(400);
    }
    for (const [, base] of DOORS) {
      const agent = browser();
      await use(agent, base, await asked(agent, base, 'passwordless@x.test')).expect(200);
    }
  });

  it('[A189:url] where the site has not said where a link of the API leads, the API has none', async () => {
    site = await site.reopen({ configOverride: { 'plugin::roster': {} } });
    mailbox = openMailbox(site.strapi);
    const { status, body } = await set({ panel: true, api: true });
    expect([status, body.error.details]).toEqual([400, expect.objectContaining({ code: 'VALIDATION_FAILED', path: 'data.api' })]);
  });
});
