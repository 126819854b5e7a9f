import { describeOnEachDb, openSite, type Site } from '../support/site';

describeOnEachDb('a site boots', (db) => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite({ db, customers: 20 });
  });
  afterAll(() => site.close());

  it('on the database that was asked for', () => {
    expect(site.strapi.db.dialect.client).toBe(db);
  });

  it('answers over HTTP', async () => {
    await site.http.get('/admin/init').expect(200);
  });
});
