import { matrixCells } from '../../support/matrix-cases';
import { roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';

const counts = async ({ strapi }: Site) => ({
  roles: await table(strapi, 'role').count(),
  cells: await table(strapi, 'permission').count(),
  policies: await table(strapi, 'policy').count(),
});

const SEEDED = { roles: 4, cells: 352, policies: 1 };

describeOnEachDb('seeding', (db) => {
  let site: Site;
  afterEach(() => site.close());

  it('[A001][A008] an empty site gets four standard roles and one cell per role, feature and action', async () => {
    site = await openSite({ db, seed: false });
    expect(await counts(site)).toEqual(SEEDED);
    const roles = await table(site.strapi, 'role').findMany({ orderBy: { position: 'asc' } as never });
    expect(roles.map(({ key, kind }: Record<string, unknown>) => [key, kind])).toEqual(['admin', 'director', 'csm', 'viewer'].map((key) => [key, 'standard']));
    const cells = await table(site.strapi, 'permission').findMany();
    const asText = ({ role, feature, action, scope }: Record<string, unknown>) => `${role} ${feature} ${action} ${scope}`;
    expect(cells.map(asText).sort()).toEqual(matrixCells().map((cell) => asText({ ...cell })).sort());
  });

  it("[A217] an empty site keeps the host's own first boot: its roles are there and the first admin can register", async () => {
    site = await openSite({ db, seed: false });
    const codes = (await site.strapi.db.query('admin::role').findMany()).map(({ code }: { code: string }) => code).sort();
    expect(codes).toEqual(['strapi-author', 'strapi-editor', 'strapi-super-admin']);
    const admin = { firstname: 'First', lastname: 'Admin', email: 'first@roster.test', password: 'Roster-demo-1' };
    await site.http.post('/admin/register-admin').send(admin).expect(200);
  });

  it('[A001][A217] the next boot repeats nothing and resets no edit', async () => {
    site = await openSite({ db, customers: 20 });
    const edited = { role: 'csm', feature: 'analytics', action: 'view', scope: 'all' };
    await roster(site.strapi, 'access').setCells([edited], { kind: 'system' });
    const before = await table(site.strapi, 'member').count();
    site = await site.reopen();
    expect(await counts(site)).toEqual(SEEDED);
    expect(await table(site.strapi, 'member').count()).toBe(before);
    await (await site.as('carla@roster.test')).get('/api/analytics/summary').expect(200);
    site = await site.reopen();
    expect(await counts(site)).toEqual(SEEDED);
  });

  it("[A217] a feature that comes later is seeded then, and once: the admin's edit of it stays", async () => {
    site = await openSite({ db, customers: 20 });
    const configOverride = { 'plugin::roster': { features: { surveys: { actions: ['view', 'subscribe'] } } } };
    site = await site.reopen({ configOverride });
    expect(await counts(site)).toEqual({ ...SEEDED, cells: 352 + 8 });
    await roster(site.strapi, 'access').setCells([{ role: 'viewer', feature: 'surveys', action: 'subscribe', scope: 'all' }], { kind: 'system' });
    site = await site.reopen({ configOverride });
    const { body } = await (await site.as('vera@roster.test')).get('/api/roster/me');
    expect(body.data.permissions.surveys).toEqual({ subscribe: ['all'] });
  });
});
