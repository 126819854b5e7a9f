import { bootNode } from '../../support/nodes';
import { roster, table } from '../../support/roster';
import { openSite, type Site } from '../../support/site';

const counts = async ({ strapi }: Site) => ({
  roles: await table(strapi, 'role').count(),
  cells: await table(strapi, 'permission').count(),
  policies: await table(strapi, 'policy').count(),
  hostRoles: await strapi.db.query('admin::role').count(),
});

const SEEDED = { roles: 4, cells: 352, policies: 1, hostRoles: 3 };

describe('two nodes boot at once on one PostgreSQL', () => {
  let site: Site;
  afterEach(() => site.close());

  it("[A217] whose host tables exist: they seed once, and the host's own roles are intact", async () => {
    // A site from before the plugin: then two nodes of the new release come up at the same moment.
    site = await openSite({ db: 'postgres', seed: false, seedEnv: { ROSTER: 'off' } });
    const { env } = site;
    site = await site.reopen({ env: { ROSTER: 'on' } }, async () => {
      const both = { ...env, ROSTER: 'on' };
      await Promise.all([bootNode(both), bootNode(both)]);
    });
    expect(await counts(site)).toEqual(SEEDED);
  });

  it('[A217] on a site that is in use: no edit is lost, nothing is doubled', async () => {
    site = await openSite({ db: 'postgres', seed: false });
    await roster(site.strapi, 'access').setCells([{ role: 'csm', feature: 'analytics', action: 'view', scope: 'all' }], { kind: 'system' });
    const { env } = site;
    site = await site.reopen({}, async () => {
      await Promise.all([bootNode(env), bootNode(env)]);
    });
    expect(await counts(site)).toEqual(SEEDED);
    const [cell] = await table(site.strapi, 'permission').findMany({ where: { role: 'csm', feature: 'analytics', action: 'view' } as never });
    expect(cell).toMatchObject({ scope: 'all' });
  });
});
