import request from 'supertest';
import { openMailbox } from '../../support/mailbox';
import { PASSWORD } from '../../support/people';
import { table } from '../../support/roster';
import { email, sessionsAt, type SessionInfo } from '../../support/sessions';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { shiftTime } from '../../support/time';
import { createApiToken } from '../../support/tokens';
import { worldOf, type World } from '../../support/world';

const WRONG = 'a wrong password 1';
const NEW = 'Another good one 2';
const MINUTE_MS = 60_000;
interface Doc {
  update(values: { documentId: string; data: object }): Promise<unknown>;
}

const suite = (mode: 'legacy-support' | 'refresh', db: 'sqlite' | 'postgres' | 'mysql') => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 6, env: { JWT_MANAGEMENT: mode } });
    world = await worldOf(site.strapi);
    openMailbox(site.strapi);
  });
  afterAll(() => site.close());
  afterEach(() => shiftTime(0));

  const { bearer, login, panelLogin, token, panelToken, asked, inPanel, mine, issued, apiUser, panelUser, told } = sessionsAt(() => site);
  const admin = () => site.asAdmin(email('ana'));
  const setStatus = async (key: string, status: string) => (await admin()).put(`/roster/members/${world.members[key]}/status`).send({ data: { status } }).expect(200);
  const isOver = (answer: unknown[]) => expect(answer).toEqual([401, 'SESSION_ENDED']);

  it('[A098:dead] whoever is deactivated has no sessions left, and those he had stay dead when he comes back; signing in works at once', async () => {
    const [one, two, panel] = [await token('cyrus'), await token('cyrus'), await panelToken('cyrus')];
    await setStatus('cyrus', 'deactivated');
    expect(await asked(one)).toEqual([401, 'MEMBER_INACTIVE']);
    expect(await inPanel(panel)).toBe(401);
    await setStatus('cyrus', 'active');
    const again = [await token('cyrus'), await panelToken('cyrus')] as const;
    expect([await asked(again[0]), await inPanel(again[1])]).toEqual([[200, undefined], 200]);
    isOver(await asked(one));
    isOver(await asked(two));
    expect(await inPanel(panel)).toBe(401);
    const graphql = await bearer(one).post('/graphql').send({ query: '{ rosterMe { roles } }' });
    expect(graphql.text).toContain('SESSION_ENDED');
  });

  it('[A098:dead] a user who is switched off on the pages of the host, and on again', async () => {
    const [jwt, panel] = [await token('colin'), await panelToken('colin')];
    const { documentId } = await apiUser('colin');
    const { id } = await panelUser('colin');
    const users = site.strapi.documents('plugin::users-permissions.user') as unknown as Doc;
    await users.update({ documentId, data: { blocked: true } });
    await users.update({ documentId, data: { blocked: false } });
    isOver(await asked(jwt));
    const owner = await site.asAdmin('super@roster.test');
    await owner.put(`/admin/users/${id}`).send({ isActive: false }).expect(200);
    await owner.put(`/admin/users/${id}`).send({ isActive: true }).expect(200);
    expect(await inPanel(panel)).toBe(401);
    expect(await asked(await token('colin'))).toEqual([200, undefined]);
    expect(await inPanel(await panelToken('colin'))).toBe(200);
    expect((await told('sessions.ended')).filter(({ targetId }) => targetId === world.members['colin']).map(({ body }) => (JSON.parse(body) as { details: object }).details)).toEqual([
      { door: 'apiUser', reason: 'switched-off' },
      { door: 'panelUser', reason: 'switched-off' },
    ]);
  });

  it('a deactivated member gets no session at any door, even with his password', async () => {
    await setStatus('cora', 'deactivated');
    expect((await login('cora')).body.error.details.code).toBe('MEMBER_INACTIVE');
    expect((await panelLogin('cora')).body.error.details.code).toBe('MEMBER_INACTIVE');
    expect((await login('cora', WRONG)).body.error.message).toBe('Invalid identifier or password');
    const { body } = await request(site.url).post('/graphql').send({ query: `mutation { login(input: { identifier: "${email('cora')}", password: "${PASSWORD}" }) { jwt } }` });
    expect([body.data?.login ?? null, JSON.stringify(body.errors).includes('MEMBER_INACTIVE')]).toEqual([null, true]);
    await setStatus('cora', 'active');
    expect((await login('cora')).status).toBe(200);
  });

  it('[X9] of sign-ins that race with a deactivation none leaves a session that lives', async () => {
    for (let round = 0; round < 3; round += 1) {
      const racing = Promise.all(Array.from({ length: 5 }, async (_, index) => (index % 2 === 0 ? { jwt: (await login('cleo')).body.jwt as string | undefined } : { panel: (await panelLogin('cleo')).body.data?.token as string | undefined })));
      await Promise.all([racing, setStatus('cleo', 'deactivated')]);
      await setStatus('cleo', 'active');
      for (const { jwt, panel } of (await racing) as { jwt?: string; panel?: string }[]) {
        if (jwt !== undefined) isOver(await asked(jwt));
        if (panel !== undefined) expect(await inPanel(panel)).toBe(401);
      }
    }
  });

  it('[X7] a changed password ends the other sessions, and the log says so', async () => {
    const [other, jwt] = [await token('chen'), await token('chen')];
    const changed = await bearer(jwt).post('/api/auth/change-password').send({ currentPassword: PASSWORD, password: NEW, passwordConfirmation: NEW }).expect(200);
    isOver(await asked(other));
    expect(await asked(changed.body.jwt as string)).toEqual([200, undefined]);
    const ended = (await told('sessions.ended')).filter(({ targetId }) => targetId === world.members['chen']);
    expect(ended.map(({ body }) => (JSON.parse(body) as { details: object }).details)).toEqual([{ door: 'apiUser', reason: 'password-changed' }]);
  });

  it('[X7] a reset of the password ends all sessions, at either door', async () => {
    const jwt = await token('emil');
    await request(site.url).post('/api/auth/forgot-password').send({ email: email('emil') }).expect(200);
    const { resetPasswordToken } = (await site.strapi.db.query('plugin::users-permissions.user').findOne({ where: { email: email('emil') } })) as { resetPasswordToken: string };
    const reset = await request(site.url).post('/api/auth/reset-password').send({ code: resetPasswordToken, password: NEW, passwordConfirmation: NEW }).expect(200);
    isOver(await asked(jwt));
    expect((await bearer(reset.body.jwt as string).get('/api/users/me')).status).toBe(200);
    expect((await bearer(reset.body.jwt as string).delete(`/api/roster/members/${world.members['vera']}/sessions`)).body.error.details.code).toBe('STEP_UP_REQUIRED');
    const panel = await panelToken('viktor');
    await (await site.asAdmin('super@roster.test')).put(`/admin/users/${(await panelUser('viktor')).id}`).send({ password: NEW }).expect(200);
    expect(await inPanel(panel)).toBe(401);
  });

  describe('listed and ended', () => {
    it('one sees one’s own at both doors: device, address, times, and which it is', async () => {
      const [jwt, panel] = [await token('carla'), await panelToken('carla')];
      const sessions = await mine(jwt);
      expect(sessions[0]).toEqual({ id: expect.any(String), door: 'api', device: 'Chrome on macOS', address: '127.0.0.1', startedAt: expect.stringMatching(/^\d{4}-/), seenAt: expect.stringMatching(/^\d{4}-/), isCurrent: true });
      expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
      const seen = await mine(panel, '/roster');
      expect(seen[0]).toMatchObject({ door: 'panel', device: 'Chrome on macOS', isCurrent: true });
      expect(seen.map(({ id }) => id).sort()).toEqual([...(await mine(jwt)).map(({ id }) => id)].sort());
      expect(JSON.stringify(seen)).not.toContain(panel);
    });

    it('[X8] ends one of them, all others, and nobody else’s', async () => {
      const [one, two, panel, foreign] = [await token('carla'), await token('carla'), await panelToken('carla'), await token('vera')];
      const [theirs] = await mine(foreign);
      const { body } = await bearer(one).delete(`/api/roster/me/sessions/${theirs?.id}`).expect(404);
      expect(body.error.details.code).toBe('NOT_FOUND');
      expect(await asked(foreign)).toEqual([200, undefined]);
      const twos = (await mine(two)).find(({ isCurrent }) => isCurrent);
      await bearer(one).delete(`/api/roster/me/sessions/${twos?.id}`).expect(200);
      isOver(await asked(two));
      await bearer(one).delete(`/api/roster/me/sessions/${twos?.id}`).expect(404);
      expect((await bearer(one).delete('/api/roster/me/sessions').expect(200)).body.data.ended).toBeGreaterThan(0);
      expect([await asked(one), await inPanel(panel)]).toEqual([[200, undefined], 401]);
      expect(await mine(one)).toHaveLength(1);
      const entries = (await told('session.revoked')).filter(({ targetId }) => targetId === world.members['carla']);
      expect(entries.map(({ actor }) => actor)).toEqual([world.members['carla'], world.members['carla']]);
    });

    it.each(['/roster', '/api/roster'] as const)('[X8] who manages the team ends those of a member by %s, as long as he has no less than he', async (base) => {
      const at = async (key: string) => bearer(base === '/roster' ? await panelToken(key) : await token(key));
      const jwt = await token('viktor');
      const path = `${base}/members/${world.members['viktor']}/sessions`;
      const ana = await at('ana');
      const [first] = (await ana.get(path).expect(200)).body.data as SessionInfo[];
      await ana.delete(`${path}/${first?.id}`).expect(200);
      isOver(await asked(jwt));
      const next = await token('viktor');
      await ana.delete(path).expect(200);
      isOver(await asked(next));
      for (const key of ['carla', 'vera']) for (const method of ['get', 'delete'] as const) expect((await (await at(key))[method](path)).status).toBe(403);
      expect((await ana.delete(`${base}/members/${world.members['viktor']}/sessions/${(await mine(await token('carla')))[0]?.id}`)).status).toBe(404);
      expect((await ana.get(`${base}/members/nobodynobodynobodynobody/sessions`)).status).toBe(404);
    });

    it('an API token has no sessions, and ends none; nobody neither', async () => {
      const { accessKey, documentId } = await createApiToken(site.strapi, 'bot', 'read-only');
      await (await admin()).put(`/roster/api-tokens/${documentId}/binding`).send({ data: { member: world.members['carla'] } }).expect(200);
      for (const agent of [bearer(accessKey), request(site.url)]) expect([401, 403]).toContain((await agent.get('/api/roster/me/sessions')).status);
    });

    it('a session in use is seen, at most every five minutes', async () => {
      const jwt = await token('bruno');
      if (mode === 'refresh') return expect((await bearer(jwt).get('/api/users/me')).status).toBe(200);
      const { documentId: user } = await apiUser('bruno');
      const seen = async () => Number(((await table(site.strapi, 'session').findMany({ where: { user } as never, orderBy: { id: 'desc' } as never })) as unknown as { seenAt: string }[])[0]?.seenAt);
      const before = await seen();
      await bearer(jwt).get('/api/users/me').expect(200);
      expect(await seen()).toBe(before);
      shiftTime(6 * MINUTE_MS);
      await bearer(jwt).get('/api/users/me').expect(200);
      return expect(await seen()).toBeGreaterThan(before);
    });
  });

  describe('proved once more', () => {
    const sensitive = (agent: ReturnType<typeof bearer>) => agent.delete(`/api/roster/members/${world.members['vera']}/sessions`);
    const stepUp = (agent: ReturnType<typeof bearer>, password: string) => agent.post('/api/roster/me/step-up').send({ data: { password } });

    it('what is sensitive is open for a quarter of an hour after the password, and then asks for it', async () => {
      const agent = bearer(await token('ana'));
      await sensitive(agent).expect(200);
      shiftTime(14 * MINUTE_MS);
      if (mode === 'legacy-support') await sensitive(agent).expect(200);
      shiftTime(mode === 'refresh' ? 0 : 16 * MINUTE_MS);
      if (mode === 'refresh') return;
      const { status, body } = await sensitive(agent);
      expect([status, body.error.details.code]).toEqual([403, 'STEP_UP_REQUIRED']);
      const wrong = await stepUp(agent, WRONG);
      expect([wrong.status, wrong.body.error.details]).toEqual([400, { code: 'PASSWORD_WRONG', path: 'data.password' }]);
      expect((await sensitive(agent)).status).toBe(403);
      expect((await stepUp(agent, PASSWORD).expect(200)).body.data.until).toMatch(/^\d{4}-/);
      await sensitive(agent).expect(200);
      expect((await told('session.proved')).at(-1)).toMatchObject({ actor: world.members['ana'] });
    });

    it('the proof of a session of the panel stays with it when it is renewed, and is nobody else’s', async () => {
      const browser = request.agent(site.url);
      const { body } = await browser.post('/admin/login').send({ email: email('ana'), password: PASSWORD }).expect(200);
      shiftTime(16 * MINUTE_MS);
      const path = `/roster/members/${world.members['vera']}/sessions`;
      const at = (jwt: string) => bearer(jwt).delete(path);
      expect((await at(body.data.token as string)).body.error.details.code).toBe('STEP_UP_REQUIRED');
      await bearer(body.data.token as string).post('/roster/me/step-up').send({ data: { password: PASSWORD } }).expect(200);
      await at(body.data.token as string).expect(200);
      const renewed = (await browser.post('/admin/access-token').expect(200)).body.data.token as string;
      await at(renewed).expect(200);
      shiftTime(40 * MINUTE_MS);
      const { body: again } = await browser.post('/admin/access-token').expect(200);
      expect((await at(again.data.token as string)).body.error.details.code).toBe('STEP_UP_REQUIRED');
    });

    it('what a session has proved is there to be read at each request: the seam of second factors and identity providers', async () => {
      const panel = bearer(await panelToken('dora'));
      const read: unknown[] = [];
      const { assurance } = site.strapi.plugin('roster').service('sessions') as { assurance: { proofs(): Promise<Record<string, number>>; prove(proof: string): Promise<unknown> } };
      const auth = site.strapi.get('auth') as unknown as { authenticate(ctx: { state: { session?: unknown } }, next: () => Promise<unknown>): Promise<unknown> };
      const original = auth.authenticate;
      auth.authenticate = (ctx, next) =>
        original.call(auth, ctx, async () => {
          // The route of public files stands around this one, and knows nobody.
          if (ctx.state.session === undefined) return next();
          if (read.length === 0) await assurance.prove('mfa');
          read.push(Object.keys(await assurance.proofs()).sort());
          return next();
        });
      await panel.get('/roster/me').expect(200);
      await panel.get('/roster/me').expect(200);
      auth.authenticate = original;
      expect(read).toEqual([['mfa', 'password'], ['mfa', 'password']]);
    });
  });

  if (mode === 'refresh') {
    const refresh = (refreshToken: string) => request(site.url).post('/api/auth/refresh').send({ refreshToken });

    it('[X4] a token that was renewed and comes again ends all that came of it, at both doors', async () => {
      const first = (await login('colin')).body as { jwt: string; refreshToken: string };
      const second = (await refresh(first.refreshToken).expect(200)).body as { jwt: string; refreshToken: string };
      // At once, as of a second tab: refused, and no more.
      await refresh(first.refreshToken).expect(401);
      expect(await asked(second.jwt)).toEqual([200, undefined]);
      shiftTime(60_000);
      await refresh(first.refreshToken).expect(401);
      isOver(await asked(second.jwt));
      await refresh(second.refreshToken).expect(401);
      expect((await told('session.replayed')).at(-1)).toMatchObject({ targetId: (await apiUser('colin')).documentId });
    });

    it('[X4] a forged token with the id of a session ends nothing', async () => {
      const { jwt, refreshToken } = (await login('colin')).body as { jwt: string; refreshToken: string };
      const second = (await refresh(refreshToken).expect(200)).body as { jwt: string };
      const { sessionId } = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as { sessionId: string };
      shiftTime(60_000);
      await refresh(`x.${Buffer.from(JSON.stringify({ sessionId, exp: 2, type: 'refresh' })).toString('base64url')}.y`).expect(401);
      expect(await asked(second.jwt)).toEqual([200, undefined]);
    });

    it('of twenty renewals at once with one token exactly one succeeds', async () => {
      const { refreshToken } = (await login('colin')).body as { refreshToken: string };
      const statuses = (await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)))).map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    });

    it('an access token dies with its session, also when that was renewed', async () => {
      const { jwt, refreshToken } = (await login('bruno')).body as { jwt: string; refreshToken: string };
      const second = (await refresh(refreshToken).expect(200)).body as { jwt: string };
      await bearer(second.jwt).post('/api/auth/logout').send({ scope: 'all' }).expect(200);
      for (const dead of [jwt, second.jwt]) expect((await bearer(dead).get('/api/users/me')).body.error.details.code).toBe('SESSION_ENDED');
    });
  } else {
    it('a token that names no session, as from before the plugin, dies with the others and does not come back', async () => {
      const { id } = await apiUser('viktor');
      const issue = () => issued({ id });
      const old = issue();
      expect(await asked(old)).toEqual([200, undefined]);
      await setStatus('viktor', 'deactivated');
      await setStatus('viktor', 'active');
      isOver(await asked(old));
      shiftTime(2000);
      expect(await asked(issue())).toEqual([200, undefined]);
    });

    it('the session of a token is not another’s', async () => {
      const { id } = await apiUser('vera');
      const jwt = await token('carla');
      const { sid } = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
      isOver(await asked(issued({ id, sid })));
    });
  }
};

describeOnEachDb('sessions', (db) => {
  describe('where the host keeps no sessions of the API', () => suite('legacy-support', db));
  describe('where the host renews tokens of the API', () => suite('refresh', db));
});
