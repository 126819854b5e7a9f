import { rawLog } from '../../support/audit-log';
import { roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { createApiToken } from '../../support/tokens';
import { letEverybodyEditUsers, userRow } from '../../support/user-rights';
import { worldOf, type World } from '../../support/world';

const API_USER = 'plugin::users-permissions.user';
const CM = `/content-manager/collection-types/${API_USER}`;

type Agent = Awaited<ReturnType<Site['as']>>;
type Door = 'panel' | 'api';

interface Answer {
  readonly status: number;
  readonly body: { readonly error?: { readonly details?: { readonly code?: string } }; readonly errors?: readonly { readonly extensions?: { readonly error?: { readonly details?: { readonly code?: string } } } }[] };
}

const codeOf = ({ body }: Answer): string | undefined => body.error?.details?.code ?? body.errors?.[0]?.extensions?.error?.details?.code;

describeOnEachDb('the last admin', (db) => {
  let site: Site;
  let world: World;
  let system: Agent;

  const idOf = (key: string) => world.members[key] as string;
  const users = () => site.strapi.db.query('admin::user');
  const panelUser = (key: string) => userRow(site.strapi, 'admin::user', `${key}@roster.test`);
  const apiUser = (key: string) => userRow(site.strapi, API_USER, `${key}@roster.test`);
  const dora = () => site.asAdmin('dora@roster.test');

  /** Opens a member's door and no other; both, where none is named. */
  const setDoors = async (key: string, ...doors: Door[]) => {
    const [panel, api] = [(await panelUser(key)).documentId, (await apiUser(key)).documentId];
    const open = doors.length === 0 ? ['panel', 'api'] : doors;
    await table(site.strapi, 'member').update({ where: { documentId: idOf(key) } as never, data: { panelUser: open.includes('panel') ? panel : null, apiUser: open.includes('api') ? api : null } as never });
  };

  /** Makes admins of these, and of nobody else. */
  const setAdmins = async (...keys: string[]) => {
    for (const key of keys) await roster(site.strapi, 'members').setRole(idOf(key), 'admin');
    for (const key of ['ana', 'bruno']) if (!keys.includes(key)) await roster(site.strapi, 'members').setRole(idOf(key), 'viewer');
  };

  beforeAll(async () => {
    site = await openSite({ db, customers: 12 });
    world = await worldOf(site.strapi);
    await letEverybodyEditUsers(site.strapi);
    system = site.withToken((await createApiToken(site.strapi, 'all', 'full-access')).accessKey);
    // A Super Admin who can get in is an admin: here there is none. Dora may do everything, and is no admin.
    await users().update({ where: { email: 'super@roster.test' }, data: { isActive: false } });
    const { body } = await system.get('/api/roster/matrix').expect(200);
    const features = body.data.features as { key: string; actions: string[] }[];
    await roster(site.strapi, 'access').setCells(features.flatMap(({ key, actions }) => actions.map((action) => ({ role: 'director', feature: key, action, scope: 'all' }))), { kind: 'system' });
  });
  afterAll(() => site.close());

  describe('stays, whichever way he would go', () => {
    beforeAll(() => setAdmins('ana'));
    afterEach(async () => {
      expect(await table(site.strapi, 'grant').findMany({ where: { member: idOf('ana') } as never })).toMatchObject([{ role: 'admin', endsAt: null }]);
      expect(await table(site.strapi, 'member').findOne({ where: { documentId: idOf('ana') } as never })).toMatchObject({ status: 'active' });
      expect(await panelUser('ana')).toMatchObject({ isActive: true, blocked: false });
      expect(await apiUser('ana')).toMatchObject({ blocked: false, confirmed: true, role: { type: 'authenticated' } });
    });

    const inAYear = () => new Date(Date.now() + 365 * 86_400_000).toISOString();
    const asTeam: readonly [string, string, string, () => object][] = [
      ['demoted', 'put', '/role', () => ({ role: 'viewer' })],
      ['an admin until a date', 'put', '/role', () => ({ role: 'admin', endsAt: inAYear() })],
      ['deactivated', 'put', '/status', () => ({ status: 'deactivated' })],
      ['without a user', 'put', '/users', () => ({ panelUser: null, apiUser: null })],
    ];
    it.each(asTeam)('[A107] %s by the team: %s …%s', async (_, method, path, data) => {
      await setDoors('ana');
      for (const [agent, base] of [[system, '/api/roster'], [await dora(), '/roster']] as const) {
        const answer = (await agent[method as 'put'](`${base}/members/${idOf('ana')}${path}`).send({ data: data() })) as Answer;
        expect([answer.status, codeOf(answer)]).toEqual([409, 'LAST_ADMIN']);
      }
    });

    const atTheHost: readonly [string, Door, () => Promise<Answer>][] = [
      ['PUT /admin/users/:id, inactive', 'panel', async () => (await dora()).put(`/admin/users/${(await panelUser('ana')).id}`).send({ isActive: false })],
      ['DELETE /admin/users/:id', 'panel', async () => (await dora()).delete(`/admin/users/${(await panelUser('ana')).id}`)],
      ['POST /admin/users/batch-delete', 'panel', async () => (await dora()).post('/admin/users/batch-delete').send({ ids: [(await panelUser('ana')).id] })],
      ['PUT /api/users/:id, blocked', 'api', async () => (await site.as('dora@roster.test')).put(`/api/users/${(await apiUser('ana')).id}`).send({ blocked: true })],
      ['PUT /api/users/:id, without a role', 'api', async () => system.put(`/api/users/${(await apiUser('ana')).id}`).send({ role: { set: [] } })],
      ['DELETE /api/users/:id', 'api', async () => (await site.as('dora@roster.test')).delete(`/api/users/${(await apiUser('ana')).id}`)],
      ['the Content Manager, blocked', 'api', async () => (await dora()).put(`${CM}/${(await apiUser('ana')).documentId}`).send({ blocked: true })],
      ['the Content Manager, deleted', 'api', async () => (await dora()).delete(`${CM}/${(await apiUser('ana')).documentId}`)],
      ['the Content Manager, deleted with others', 'api', async () => (await dora()).post(`${CM}/actions/bulkDelete`).send({ documentIds: [(await apiUser('viktor')).documentId, (await apiUser('ana')).documentId] })],
    ];
    it.each(atTheHost)('[A107] at the host: %s', async (_, door, call) => {
      await setDoors('ana', door);
      const answer = await call();
      expect([answer.status, codeOf(answer)]).toEqual([409, 'LAST_ADMIN']);
    });

    it('[A107] by GraphQL', async () => {
      await setDoors('ana', 'api');
      const { id } = await apiUser('ana');
      for (const mutation of [`updateUsersPermissionsUser(id: "${id}", data: { blocked: true }) { data { username } }`, `deleteUsersPermissionsUser(id: "${id}") { data { username } }`]) {
        const answer = (await (await site.as('dora@roster.test')).post('/graphql').send({ query: `mutation { ${mutation} }` })) as Answer;
        expect(codeOf(answer)).toBe('LAST_ADMIN');
      }
    });

    it('[A107] by code of the site', async () => {
      const { db: database } = site.strapi;
      const documents = site.strapi.documents(API_USER);
      const api = database.query(API_USER);
      await setDoors('ana', 'api');
      const { id, documentId } = await apiUser('ana');
      const { role } = (await apiUser('ana')) as unknown as { role: { id: number } };
      const { id: panelId } = await panelUser('ana');
      const attempts: [Door, () => Promise<unknown>][] = [
        ['api', () => documents.update({ documentId, data: { blocked: true } as never })],
        ['api', () => documents.delete({ documentId })],
        ['api', () => api.update({ where: { id }, data: { blocked: true } })],
        ['api', () => api.updateMany({ where: { id: { $in: [id] } }, data: { blocked: true } })],
        ['api', () => api.delete({ where: { id } })],
        ['api', () => api.deleteMany({ where: { username: { $notNull: true } } })],
        ['api', () => database.query('plugin::users-permissions.role').delete({ where: { id: role.id } })],
        ['api', () => database.query('plugin::users-permissions.role').update({ where: { id: role.id }, data: { users: [] } })],
        ['panel', () => users().update({ where: { id: panelId }, data: { blocked: true } })],
        ['panel', () => users().updateMany({ where: {}, data: { isActive: false } })],
        ['panel', () => (site.strapi.service('admin::user') as unknown as { deleteById(id: number): Promise<unknown> }).deleteById(panelId)],
      ];
      for (const [door, attempt] of attempts) {
        await setDoors('ana', door);
        await expect(attempt()).rejects.toMatchObject({ details: { code: 'LAST_ADMIN' } });
      }
      expect(await api.count()).toBeGreaterThan(10);
    });

    it('[A107] nothing is half done: who stands beside the last admin in a list stays too', async () => {
      await setDoors('ana', 'panel');
      const viktor = await panelUser('viktor');
      const answer = (await (await dora()).post('/admin/users/batch-delete').send({ ids: [viktor.id, (await panelUser('ana')).id] })) as Answer;
      expect([answer.status, codeOf(answer)]).toEqual([409, 'LAST_ADMIN']);
      expect(await panelUser('viktor')).toMatchObject({ id: viktor.id });
      const { data } = (await system.post('/api/roster/members/changes').send({ data: { members: [idOf('viktor'), idOf('ana')], change: { status: 'deactivated' } } })).body;
      expect(data).toEqual([{ documentId: idOf('viktor'), refused: null }, { documentId: idOf('ana'), refused: { code: 'LAST_ADMIN', message: expect.any(String) } }]);
      await roster(site.strapi, 'members').reactivate(idOf('viktor'));
    });
  });

  describe('of two', () => {
    /** Two admins, each with one door, and both are about to go at once. */
    const atOnce = async (door: Door, go: (key: string) => PromiseLike<Answer>): Promise<unknown[]> => {
      await setAdmins('ana', 'bruno');
      for (const key of ['ana', 'bruno']) await setDoors(key, door);
      return (await Promise.all(['ana', 'bruno'].map(go))).map((answer) => codeOf(answer) ?? answer.status).sort();
    };
    const restore = async () => {
      await users().updateMany({ where: { email: { $in: ['ana@roster.test', 'bruno@roster.test'] } }, data: { isActive: true } });
      await site.strapi.db.query(API_USER).updateMany({ where: {}, data: { blocked: false } });
      for (const key of ['ana', 'bruno']) await setDoors(key);
      for (const key of ['ana', 'bruno']) await roster(site.strapi, 'members').reactivate(idOf(key));
    };
    afterEach(restore);

    it('[A107] one stays who demote each other at once', async () => {
      const [ana, bruno] = [await site.asAdmin('ana@roster.test'), await site.asAdmin('bruno@roster.test')];
      const outcome = await atOnce('panel', (key) => (key === 'ana' ? bruno : ana).put(`/roster/members/${idOf(key)}/role`).send({ data: { role: 'viewer' } }));
      // Whoever comes second is refused as the last admin, or because he is none any more.
      expect(outcome[0]).toBe(200);
      expect(outcome[1]).not.toBe(200);
    });

    it('[A107] one stays who are switched off at once at the host', async () => {
      const [agent, ids] = [await dora(), { ana: (await panelUser('ana')).id, bruno: (await panelUser('bruno')).id } as Record<string, number>];
      expect(await atOnce('panel', (key) => agent.put(`/admin/users/${ids[key]}`).send({ isActive: false }))).toEqual([200, 'LAST_ADMIN']);
    });

    it('[A107] one stays who are blocked at once in the Content Manager, whose transaction has begun by then', async () => {
      const [agent, ids] = [await dora(), { ana: (await apiUser('ana')).documentId, bruno: (await apiUser('bruno')).documentId } as Record<string, string>];
      for (let round = 0; round < 3; round += 1) {
        expect(await atOnce('api', (key) => agent.put(`${CM}/${ids[key]}`).send({ blocked: true }))).toEqual([200, 'LAST_ADMIN']);
        await restore();
      }
    });

    it('[A107] one stays when the team deactivates one and the host deletes the other', async () => {
      const { id } = await panelUser('bruno');
      const agent = await dora();
      const go = (key: string) => (key === 'ana' ? agent.put(`/roster/members/${idOf('ana')}/status`).send({ data: { status: 'deactivated' } }) : agent.put(`/admin/users/${id}`).send({ isActive: false }));
      expect(await atOnce('panel', go)).toEqual([200, 'LAST_ADMIN']);
    });
  });

  describe('while there is another', () => {
    beforeAll(() => setAdmins('ana', 'bruno'));

    it('[A107] a user of the host is deleted, and his member is still there, without that door', async () => {
      await setDoors('bruno');
      const { documentId } = await apiUser('bruno');
      await (await dora()).delete(`${CM}/${documentId}`).expect(200);
      expect(await table(site.strapi, 'member').findOne({ where: { documentId: idOf('bruno') } as never })).toMatchObject({ status: 'active', apiUser: null, panelUser: (await panelUser('bruno')).documentId });
      const [entry] = (await rawLog(site.strapi)('entries').where({ action: 'member.user-deleted' })) as Record<string, unknown>[];
      expect(entry).toMatchObject({ actor_kind: 'member', actor: idOf('dora'), target_id: idOf('bruno') });
    });

    it('[A107] a Super Admin who can get in is one, whether he has come yet or not', async () => {
      await users().update({ where: { email: 'super@roster.test' }, data: { isActive: true } });
      await setAdmins();
      await expect(users().update({ where: { email: 'super@roster.test' }, data: { isActive: false } })).rejects.toMatchObject({ details: { code: 'LAST_ADMIN' } });
      await expect(users().update({ where: { email: 'super@roster.test' }, data: { roles: [] } })).rejects.toMatchObject({ details: { code: 'LAST_ADMIN' } });
      await setAdmins('ana');
      await users().update({ where: { email: 'super@roster.test' }, data: { isActive: false } });
    });
  });
});
