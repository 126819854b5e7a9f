import request from 'supertest';
import { auditLog, rawLog } from '../../support/audit-log';
import { withoutLog } from '../../support/log-away';
import { PASSWORD } from '../../support/people';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

const SECRET = 'a password that nobody has';

interface Told {
  readonly id: number;
  readonly action: string;
  readonly actor: string | null;
  readonly actor_kind: string;
  readonly outcome: string;
  readonly target_type: string;
  readonly target_id: string;
  readonly body: string;
  readonly personal: string | null;
}

describeOnEachDb('signing in and out', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 6 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const told = async (action: string): Promise<Told[]> => {
    await auditLog(site.strapi).seal();
    const rows = (await rawLog(site.strapi)('entries').where({ action })) as unknown as Told[];
    return rows.sort((a, b) => a.id - b.id);
  };
  const password = PASSWORD;
  const fresh = () => request.agent(site.url);
  const login = (identifier: string, secret: string) => fresh().post('/api/auth/local').send({ identifier, password: secret });
  const panelLogin = (email: string, secret: string) => fresh().post('/admin/login').send({ email, password: secret });
  const graphqlLogin = (identifier: string, secret: string) => fresh().post('/graphql').send({ query: `mutation { login(input: { identifier: "${identifier}", password: "${secret}" }) { jwt } }` });

  it('[A087:api] through the content API, GraphQL and the panel, each with who it was and through which door', async () => {
    const before = (await told('user.signed-in')).length;
    expect((await login('carla@roster.test', password)).status).toBe(200);
    expect((await graphqlLogin('chen@roster.test', password)).body.data.login.jwt).toEqual(expect.any(String));
    expect((await panelLogin('ana@roster.test', password)).status).toBe(200);
    const entries = (await told('user.signed-in')).slice(before);
    expect(entries.map(({ actor, target_type: type, body }) => [actor, type, (JSON.parse(body) as { door: string }).door])).toEqual([
      [world.members['carla'], 'apiUser', 'api'],
      [world.members['chen'], 'apiUser', 'graphql'],
      [world.members['ana'], 'panelUser', 'panel'],
    ]);
    for (const { personal } of entries) expect(personal).toContain('127.0.0.1');
  });

  it('[A087:api] a failed one with the name that was tried, never with the password', async () => {
    expect((await login('carla@roster.test', SECRET)).status).toBe(400);
    expect((await login('nobody@elsewhere.test', SECRET)).status).toBe(400);
    expect((await graphqlLogin('ghost', SECRET)).body.errors).toHaveLength(1);
    expect((await panelLogin('ana@roster.test', SECRET)).status).toBe(400);
    const entries = await told('user.sign-in-failed');
    expect(entries.map(({ target_type: type, personal, outcome, body }) => [type, (JSON.parse(personal ?? '{}') as { identifier: string }).identifier, outcome, (JSON.parse(body) as { door: string }).door])).toEqual([
      ['apiUser', 'carla@roster.test', 'refused', 'api'],
      ['apiUser', 'nobody@elsewhere.test', 'refused', 'api'],
      ['apiUser', 'ghost', 'refused', 'graphql'],
      ['panelUser', 'ana@roster.test', 'refused', 'panel'],
    ]);
    const everything = JSON.stringify(await rawLog(site.strapi)('entries').select('*'));
    expect(everything).not.toContain(SECRET);
    expect(everything).not.toContain(password);
    // The name that was tried is personal: it stands apart from what is sealed.
    expect(entries.map(({ body }) => body).join()).not.toContain('elsewhere.test');
  });

  it('the same failure over and over is counted, and a flood of names does not fill the log', async () => {
    const before = (await told('user.sign-in-failed')).length;
    const { late } = site.strapi.plugin('roster').service('audit') as { late: { note(fact: object): void } };
    for (let number = 0; number < 5_000; number += 1) {
      late.note({ action: 'user.sign-in-failed', actor: { kind: 'nobody' }, target: { type: 'apiUser', id: '' }, outcome: 'refused', details: { reason: 'flood' }, personal: { identifier: `name${number % 3_000}` }, origin: { door: 'api', ip: '203.0.113.1' } });
    }
    const entries = (await told('user.sign-in-failed')).slice(before);
    expect(entries.length).toBeLessThanOrEqual(1_001);
    expect(entries.reduce((sum, { body }) => sum + (JSON.parse(body) as { details: { count: number } }).details.count, 0)).toBe(5_000);
  });

  it('[A087:api] signing out of the panel is told; an answer that was none is not', async () => {
    const agent = fresh();
    const { body } = await agent.post('/admin/login').send({ email: 'super@roster.test', password }).expect(200);
    await agent.post('/admin/logout').set('Authorization', `Bearer ${body.data.token}`).expect(200);
    // Without sessions there is no signing out of the API: the host answers that there is no such thing.
    expect((await (await site.as('carla@roster.test')).post('/api/auth/logout')).status).toBeGreaterThanOrEqual(400);
    expect((await told('user.signed-out')).map(({ target_type: type, outcome }) => [type, outcome])).toEqual([['panelUser', 'done']]);
  });

  it('a session that cannot be told of is not given', async () => {
    const [api, panel] = await withoutLog(site.strapi, async () => [await login('carla@roster.test', password), await panelLogin('ana@roster.test', password)] as const);
    expect([api.status, JSON.stringify(api.body)]).toEqual([500, expect.not.stringContaining('jwt')]);
    expect([panel.status, panel.headers['set-cookie']]).toEqual([500, undefined]);
  });
});
