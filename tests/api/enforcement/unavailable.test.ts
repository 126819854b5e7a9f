import { openSite, type Site } from '../../support/site';

/** Another plugin, or a new host, has made the property that the guard wraps read-only. */
const sabotage = (strapi: Site['strapi']): void => {
  const manager = strapi.db.entityManager as unknown as { createQueryBuilder: unknown };
  const original = manager.createQueryBuilder;
  Object.defineProperty(manager, 'createQueryBuilder', { get: () => original, set: () => undefined, configurable: true });
};

describe('when the guard is not in force', () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite({ customers: 20, onDatabaseReady: sabotage });
  });
  afterAll(() => site.close());

  it.each(['carla', 'ana'])('governed types answer %s with 503 and a code', async (key) => {
    const agent = await site.as(`${key}@roster.test`);
    for (const [method, path] of [
      ['get', '/api/customers'],
      ['get', '/api/customers/abcdefghijklmnopqrstuvwx'],
      ['get', '/api/notes'],
      ['post', '/api/notes'],
      ['put', '/api/customers/abcdefghijklmnopqrstuvwx'],
    ] as const) {
      const { status, body } = await agent[method](path).send(method === 'get' ? undefined : { data: { title: 'x' } });
      expect([method, path, status, body.error.details.code]).toEqual([method, path, 503, 'ENFORCEMENT_UNAVAILABLE']);
    }
  });

  it('governed records come through no other type', async () => {
    const carla = await site.as('carla@roster.test');
    for (const path of ['/api/regions?populate=customers', '/api/regions?populate=*', '/api/tags?populate=customers', '/api/deals?populate[parties][populate]=*']) {
      const { text } = await carla.get(path);
      expect([path, text.includes('hello@')]).toEqual([path, false]);
    }
  });

  it('the rest of the site runs on', async () => {
    const carla = await site.as('carla@roster.test');
    expect((await carla.get('/api/articles').expect(200)).body.data.length).toBeGreaterThan(0);
    await carla.get('/api/roster/me').expect(200);
    await carla.get('/api/regions').expect(200);
  });
});
