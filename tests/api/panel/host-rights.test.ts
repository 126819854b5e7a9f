import { differences, record, recordWrites, requestsOf } from '../../support/recording';
import { CUSTOMER } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { tick, tickPanel } from '../../support/stock';
import { bookOf, worldOf, type World } from '../../support/world';

const CUSTOMERS = `/content-manager/collection-types/${CUSTOMER}`;

/** The host's own tables of who may do what. */
const HOST_TABLES = ['admin::role', 'admin::permission', 'admin::user', 'admin::api-token', 'admin::api-token-permission', 'plugin::users-permissions.role', 'plugin::users-permissions.permission', 'plugin::users-permissions.user'];

describeOnEachDb('next to the rights of the host', (db) => {
  it('[A215] a type that nobody governs answers as without the plugin, byte for byte, to members too', async () => {
    const options = { db, customers: 20 };
    const ungoverned = (world: World) => requestsOf(world).filter(({ isGoverned, listsPlugins }) => !isGoverned && !listsPlugins);
    const writers = ['carla', 'nina'];
    const play = async (site: Site) => {
      const requests = ungoverned(await worldOf(site.strapi));
      expect(requests.length).toBeGreaterThan(200);
      const recording = new Map(await record(site, requests));
      for (const who of writers) for (const [name, answer] of await recordWrites(site, who)) recording.set(name, answer);
      return recording;
    };
    let site = await openSite({ ...options, env: { ROSTER: 'off' } });
    const without = await play(site);
    await site.close();
    site = await openSite(options);
    const withIt = await play(site);
    await site.close();
    expect(differences(without, withIt)).toEqual([]);
  });

  describe('while the plugin is there', () => {
    let site: Site;
    let world: World;

    beforeAll(async () => {
      site = await openSite({ db, customers: 24 });
      world = await worldOf(site.strapi);
    });
    afterAll(() => site.close());

    const linksOf = (uid: string) => ['role', 'roles', 'permissions'].filter((name) => name in (site.strapi.getModel(uid as never) as { attributes: object }).attributes);

    /** Every row of the tables, one text each. Databases are free in the order of what is populated. */
    const rows = async () => {
      const tables = HOST_TABLES.map(async (uid) => {
        const populate = Object.fromEntries((uid.endsWith('.user') ? [] : linksOf(uid)).map((name) => [name, { orderBy: 'id' }]));
        const list = await site.strapi.db.query(uid as never).findMany({ orderBy: 'id', populate: populate as never });
        return list.map((row) => `${uid} ${JSON.stringify(row)}`);
      });
      return (await Promise.all(tables)).flat();
    };

    it('[A216] no row of its tables is made, changed or deleted by what members do', async () => {
      const people = ['ana', 'dora', 'carla', 'vera'];
      for (const key of people) await Promise.all([site.as(`${key}@roster.test`), site.asAdmin(`${key}@roster.test`)]);
      const before = await rows();
      for (const key of people) {
        const [app, panel] = [await site.as(`${key}@roster.test`), await site.asAdmin(`${key}@roster.test`)];
        await app.get('/api/customers').expect(200);
        await panel.get(CUSTOMERS).expect(200);
        await panel.get('/admin/users/me/permissions').expect(200);
        await app.post('/graphql').send({ query: '{ customers { name } }' }).expect(200);
      }
      const ana = await site.asAdmin('ana@roster.test');
      await ana.put('/roster/matrix').send({ data: { cells: [{ role: 'viewer', feature: 'renewals', action: 'update', scope: 'all' }] } }).expect(200);
      await ana.put(`/roster/members/${world.members['cleo']}/role`).send({ data: { role: 'viewer' } }).expect(200);
      await ana.put(`/roster/records/${CUSTOMER}/${world.customers['Cumulus Air']}/owner`).send({ data: { owner: world.members['carla'] } }).expect(200);
      expect(await rows()).toEqual(before);
    });

    it('[A216] a start with it adds its own actions for the Super Admin, as the host does for every plugin, and nothing else', async () => {
      const permissions = async () =>
        ((await site.strapi.db.query('admin::permission').findMany({ populate: ['role'] })) as { action: string; subject: string | null; role: { code: string } | null }[])
          .map(({ action, subject, role }) => `${action} ${subject ?? ''} ${role?.code}`)
          .sort();
      // The host lets its Super Admin read every type that there is.
      const isOurs = (name: string) => name.includes('plugin::roster.');
      const withIt = await permissions();
      site = await site.reopen({ env: { ROSTER: 'off' } });
      const without = await permissions();
      expect(without.filter(isOurs)).toEqual([]);
      expect(withIt.filter((name) => !isOurs(name))).toEqual(without);
      expect([...new Set(withIt.filter(isOurs).map((name) => name.split(' ')[2]))]).toEqual(['strapi-super-admin']);
      site = await site.reopen({ env: { ROSTER: 'on' } });
      expect(await permissions()).toEqual(withIt);
    });

    it('[A216] a box that is ticked by hand on a governed type widens nothing, at either door', async () => {
      const ticked = ['find', 'findOne', 'create', 'update', 'delete'].map((action) => `${CUSTOMER}.${action}`);
      await tick(site.strapi, 'authenticated', ticked);
      await tick(site.strapi, 'public', ticked);
      await tickPanel(site.strapi);
      const carla = [await site.as('carla@roster.test'), await site.asAdmin('carla@roster.test')] as const;
      expect((await carla[0].get('/api/customers')).body.meta.pagination.total).toBe(bookOf(world, 'carla').length + 1);
      expect((await carla[1].get(CUSTOMERS)).body.pagination.total).toBe(bookOf(world, 'carla').length + 1);
      const vera = [await site.as('vera@roster.test'), await site.asAdmin('vera@roster.test')] as const;
      const acme = world.customers['Acme Robotics'];
      await vera[0].put(`/api/customers/${acme}`).send({ data: { name: 'Mine' } }).expect(403);
      await vera[1].put(`${CUSTOMERS}/${acme}`).send({ name: 'Mine' }).expect(403);
      await vera[1].delete(`${CUSTOMERS}/${acme}`).expect(403);
      const nina = [await site.as('nina@roster.test'), await site.asAdmin('nina@roster.test')] as const;
      expect((await nina[0].get('/api/customers')).body.error.details.code).toBe('NOT_A_MEMBER');
      expect((await nina[1].get(CUSTOMERS)).body.error.details.code).toBe('NOT_A_MEMBER');
      expect([401, 403]).toContain((await site.http.get('/api/customers')).status);
    });
  });
});
