import { runBin, type Ended } from '../../support/bin';
import { formTeam } from '../../support/newcomers';
import { differences, record, recordWrites, requestsOf, type Recording } from '../../support/recording';
import { CUSTOMER } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { createApiToken } from '../../support/tokens';
import { worldOf, type World } from '../../support/world';

/** What changes while nothing is done: sessions, and the host's notes about its own schema. */
const VOLATILE = ['strapi_sessions', 'strapi_database_schema', 'strapi_migrations_internal'];

interface Inspector {
  getSchema(): Promise<{ tables: { name: string; columns: { name: string }[]; indexes: { name: string }[] }[] }>;
}

const namesOf = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name).sort();

/** Tables, columns, indexes, and how many rows each table has. */
const shapeOf = async ({ strapi }: Site): Promise<Record<string, unknown>> => {
  const { schemaInspector } = strapi.db.dialect as unknown as { schemaInspector: Inspector };
  const shape: Record<string, unknown> = {};
  for (const { name, columns, indexes } of (await schemaInspector.getSchema()).tables) {
    if (VOLATILE.includes(name)) continue;
    const [row] = (await strapi.db.connection(name).count({ count: '*' })) as { count: number | string }[];
    shape[name] = { columns: namesOf(columns), indexes: namesOf(indexes), rows: Number(row?.count) };
  }
  return shape;
};

/** The settings that the host keeps for the site; at what minute it counts its files, it chooses anew with every start. */
const settingsOf = async ({ strapi }: Site): Promise<string[]> =>
  ((await strapi.db.query('strapi::core-store').findMany({})) as { key: string; value: string }[]).filter(({ key }) => key !== 'plugin_upload_metrics').map(({ key, value }) => `${key} ${value}`).sort();

/** Some weeks at a company, in short. */
const useForReal = async (site: Site, world: World): Promise<void> => {
  const members = await formTeam(site, world);
  const ana = await site.asAdmin('ana@roster.test');
  await ana.put('/roster/matrix').send({ data: { cells: [{ role: 'csm', feature: 'renewals', action: 'update', scope: 'book' }] } }).expect(200);
  await ana.put(`/roster/records/${CUSTOMER}/${world.customers['Cumulus Air']}/owner`).send({ data: { owner: members['chen'] } }).expect(200);
  await ana.put(`/roster/members/${members['vera']}/role`).send({ data: { role: 'director' } }).expect(200);
  // He is signed in when he leaves: later he would not be let in.
  for (const signIn of [site.as, site.asAdmin]) await signIn('chen@roster.test');
  await ana.put(`/roster/members/${members['chen']}/status`).send({ data: { status: 'deactivated' } }).expect(200);
  const { documentId, accessKey } = await createApiToken(site.strapi, 'of a machine', ['plugin::roster.me.find']);
  await ana.put(`/roster/api-tokens/${documentId}/binding`).send({ data: { role: 'viewer' } }).expect(200);
  await site.withToken(accessKey).get('/api/roster/me').expect(200);
  for (const who of ['ana', 'carla', 'dora']) await recordWrites(site, who, { isGoverned: true });
  await record(site, requestsOf(world).filter(({ isGoverned }) => isGoverned));
  const { id } = (await site.strapi.db.query('admin::api-token').findOne({ where: { documentId } })) as { id: number };
  await (await site.asAdmin('super@roster.test')).delete(`/admin/api-tokens/${id}`).expect(200);
};

describeOnEachDb('a site that the plugin came to, and left', (db) => {
  let site: Site;
  let world: World;
  let before: Recording;
  let shape: Record<string, unknown>;
  let settings: string[];
  const play = () => record(site, requestsOf(world));
  const OFF = { env: { ROSTER: 'off' } };

  beforeAll(async () => {
    site = await openSite({ db, customers: 20, seedEnv: { ROSTER: 'off' } });
    // A start with nothing to do: what the host writes at its second start is no trace of the plugin.
    site = await site.reopen(OFF);
    world = await worldOf(site.strapi);
    before = await play();
    [shape, settings] = [await shapeOf(site), await settingsOf(site)];
    site = await site.reopen({ env: { ROSTER: 'on' } });
    await useForReal(site, world);
  });
  afterAll(() => site.close());

  it('[A224] switched off after real use: governed types are closed, and all else answers byte for byte as before it came', async () => {
    site = await site.reopen(OFF);
    expect(before.size).toBeGreaterThan(400);
    expect(differences(before, await play())).toEqual([]);
    for (const key of ['ana', 'carla', 'nina']) expect((await (await site.as(`${key}@roster.test`)).get('/api/customers')).status).toBe(403);
    expect((await (await site.asAdmin('carla@roster.test')).get(`/content-manager/collection-types/${CUSTOMER}`)).status).toBe(403);
  });

  it('[A224] uninstalled: nothing of it is left in the database, and everything answers as before it came', async () => {
    const { env } = site;
    let ended: Ended | undefined;
    site = await site.reopen(OFF, async () => {
      ended = await runBin(['uninstall', '--yes'], { env: { ...env, ROSTER: 'on' } });
    });
    expect([ended?.code, ended?.output.includes('removed the table roster_members'), ended?.output.includes('npm uninstall strapi-plugin-roster')]).toEqual([0, true, true]);
    expect(await shapeOf(site)).toEqual(shape);
    expect(await settingsOf(site)).toEqual(settings);
    expect(differences(before, await play())).toEqual([]);
  });

  it('[A224] installed anew it starts from nothing', async () => {
    site = await site.reopen({ env: { ROSTER: 'on' } });
    expect(await site.strapi.db.query('plugin::roster.member' as never).count()).toBe(0);
    expect(await site.strapi.db.query('plugin::roster.role' as never).count()).toBe(4);
  });
});

describe('roster uninstall', () => {
  it('removes nothing unasked, says how it is used, and knows a folder without a site', async () => {
    const site = await openSite({ customers: 20 });
    const { env, strapi } = site;
    const members = await strapi.db.query('plugin::roster.member' as never).count();
    const unasked = await runBin(['uninstall'], { env });
    expect([unasked.code, unasked.output]).toEqual([1, expect.stringContaining('Nothing was removed')]);
    const absent = await runBin(['uninstall', '--yes'], { env: { ...env, ROSTER: 'off' } });
    expect([absent.code, absent.output]).toEqual([1, expect.stringContaining('not enabled')]);
    expect(await strapi.db.query('plugin::roster.member' as never).count()).toBe(members);
    await site.close();
    expect(await runBin(['--help'])).toEqual({ code: 0, output: expect.stringContaining('Usage') });
    expect((await runBin(['install'])).code).toBe(1);
    expect((await runBin(['uninstall', '--now'])).code).toBe(1);
    const elsewhere = await runBin(['uninstall', '--yes'], { cwd: '/' });
    expect([elsewhere.code, elsewhere.output]).toEqual([1, expect.stringContaining('no Strapi')]);
  });
});
