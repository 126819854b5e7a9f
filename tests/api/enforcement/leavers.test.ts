import request from 'supertest';

import { PASSWORD } from '../../support/people';
import { sessionsAt } from '../../support/sessions';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

type Requester = Awaited<ReturnType<Site['as']>>;

const REST = ['/api/customers', '/api/regions', '/api/articles', '/api/roster/me', '/api/users/me', '/api/probe/customer_360/view'];
const PANEL = ['/content-manager/collection-types/api::customer.customer', '/content-manager/collection-types/api::region.region', '/admin/users/me', '/roster/me'];

describeOnEachDb('a member who is deactivated', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 20, env: { JWT_MANAGEMENT: 'refresh' } });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const { bearer, token, panelToken } = sessionsAt(() => site);
  const setStatus = async (key: string, status: string) =>
    (await site.asAdmin('ana@roster.test')).put(`/roster/members/${world.members[key]}/status`).send({ data: { status } }).expect(200);
  const answers = (agent: Requester, paths: readonly string[]) =>
    Promise.all(paths.map(async (path) => {
      const { status, body } = await agent.get(path);
      return [path, status, body.error?.details?.code];
    }));
  const refused = (paths: readonly string[]) => paths.map((path) => [path, 401, 'MEMBER_INACTIVE']);

  it('[A098:rest] is refused by the next request, whatever it asks for, with the token that he has', async () => {
    const cyrus = bearer(await token('cyrus'));
    for (const path of REST) expect([path, (await cyrus.get(path)).status]).toEqual([path, 200]);
    await setStatus('cyrus', 'deactivated');
    expect(await answers(cyrus, REST)).toEqual(refused(REST));
    await setStatus('cyrus', 'active');
    const again = bearer(await token('cyrus'));
    for (const path of REST) expect([path, (await again.get(path)).status]).toEqual([path, 200]);
  });

  it('[A098:graphql] is refused over GraphQL', async () => {
    const cyrus = bearer(await token('cyrus'));
    const ask = async (query: string, agent = cyrus) => agent.post('/graphql').send({ query });
    expect((await ask('{ regions { name } customers { name } }')).body.errors).toBeUndefined();
    await setStatus('cyrus', 'deactivated');
    for (const query of ['{ customers { name } }', '{ regions { name } }', '{ rosterMe { roles } }', '{ __typename }']) {
      const { text, body } = await ask(query);
      expect([body.data?.regions ?? body.data?.customers ?? body.data?.rosterMe ?? null, text.includes('MEMBER_INACTIVE')]).toEqual([null, true]);
    }
    await setStatus('cyrus', 'active');
    expect((await ask('{ regions { name } }', bearer(await token('cyrus')))).body.errors).toBeUndefined();
  });

  it('[A098:panel] is refused by the panel', async () => {
    const cyrus = bearer(await panelToken('cyrus'));
    for (const path of PANEL) expect([path, (await cyrus.get(path)).status]).toEqual([path, 200]);
    await setStatus('cyrus', 'deactivated');
    // His session is gone: the host itself refuses him.
    for (const path of PANEL) expect([path, (await cyrus.get(path)).status]).toEqual([path, 401]);
    await setStatus('cyrus', 'active');
    const again = bearer(await panelToken('cyrus'));
    for (const path of PANEL) expect([path, (await again.get(path)).status]).toEqual([path, 200]);
  });

  it('[A098:refresh] can renew no session of the API', async () => {
    const { body } = await site.http.post('/api/auth/local').send({ identifier: 'cyrus@roster.test', password: PASSWORD }).expect(200);
    const renew = (refreshToken: string) => request(site.url).post('/api/auth/refresh').send({ refreshToken });
    const renewed = await renew(body.refreshToken).expect(200);
    await setStatus('cyrus', 'deactivated');
    const next = renewed.body.refreshToken ?? body.refreshToken;
    const { status, body: answer } = await renew(next);
    expect([status, answer.jwt]).toEqual([401, undefined]);
    await setStatus('cyrus', 'active');
    // The session does not come back with him.
    await renew(next).expect(401);
  });

  it('[A098:refresh] can renew no session of the panel', async () => {
    const browser = request.agent(site.url);
    await browser.post('/admin/login').send({ email: 'cyrus@roster.test', password: PASSWORD, deviceId: '00000000-0000-4000-8000-000000000001', rememberMe: true }).expect(200);
    await browser.post('/admin/access-token').expect(200);
    await setStatus('cyrus', 'deactivated');
    const { status, body } = await browser.post('/admin/access-token');
    expect([status, body.data?.token]).toEqual([401, undefined]);
    await setStatus('cyrus', 'active');
  });

  it('[A098:others] harms nobody else: colleagues and users who are no members go on', async () => {
    await setStatus('cyrus', 'deactivated');
    expect((await (await site.as('carla@roster.test')).get('/api/customers')).status).toBe(200);
    expect((await (await site.as('nina@roster.test')).get('/api/regions')).status).toBe(200);
    await setStatus('cyrus', 'active');
  });
});
