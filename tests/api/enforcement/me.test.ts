import { openSite, type Site } from '../../support/site';
import { roster } from '../../support/roster';

describe('GET /api/roster/me', () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite({ customers: 20 });
  });
  afterAll(() => site.close());

  it('says who I am, my role, and what I may do how far', async () => {
    const { body } = await (await site.as('carla@roster.test')).get('/api/roster/me').expect(200);
    expect(body.data.member).toMatchObject({ name: 'Carla Mendes', email: 'carla@roster.test' });
    expect(body.data.roles).toEqual(['csm']);
    expect(body.data.types['api::note.note']).toEqual({ feature: 'customer_360', kind: 'detail', owns: false });
    expect(Object.keys(body.data.types)).toHaveLength(13);
    expect(body.data.permissions).toEqual({
      customer_360: { view: ['book'], update: ['book'] },
      health_scoring: { view: ['book'] },
      segments: { view: ['all'] },
      playbooks: { view: ['book'], execute: ['book'] },
      notifications: { view: ['own'], personalize: ['own'] },
      renewals: { view: ['book'] },
      dashboard: { view: ['own'], personalize: ['own'] },
      data_export: { export: ['own'] },
      custom_fields: { view: ['book'], update: ['book'] },
    });
  });

  it('answers 304 while nothing changed, and anew as soon as the matrix did', async () => {
    const dora = await site.as('dora@roster.test');
    const { etag } = (await dora.get('/api/roster/me').expect(200)).headers as { etag: string };
    const again = await dora.get('/api/roster/me').set('If-None-Match', etag).expect(304);
    expect(again.text).toBeFalsy();
    await roster(site.strapi, 'access').setCells([{ role: 'director', feature: 'renewals', action: 'update', scope: 'all' }], { kind: 'system' });
    const { headers, body } = await dora.get('/api/roster/me').set('If-None-Match', etag).expect(200);
    expect(headers['etag']).not.toBe(etag);
    expect(body.data.permissions.renewals).toEqual({ view: ['all'], update: ['all'], config: ['all'] });
  });

  it('is for members: strangers get 403, nobody gets 401 or 403', async () => {
    await (await site.as('nina@roster.test')).get('/api/roster/me').expect(403);
    expect([401, 403]).toContain((await site.http.get('/api/roster/me')).status);
  });
});
