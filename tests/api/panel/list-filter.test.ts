import { CUSTOMER, roster } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf, type World } from '../../support/world';

interface Row {
  readonly documentId: string;
  readonly name: string;
  readonly parent?: { readonly documentId: string } | null;
}

const LIST = `/content-manager/collection-types/${CUSTOMER}`;

describeOnEachDb('lists of the Content Manager, by owner', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 60 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const member = (key: string) => world.members[key] as string;
  const ask = async (who: string, query: string, type = CUSTOMER) => (await site.asAdmin(`${who}@roster.test`)).get(`/content-manager/collection-types/${type}?${query}`);
  const list = async (who: string, query: string) => {
    const { body, status } = await ask(who, `pageSize=100&${query}`);
    expect(status).toBe(200);
    return body as { results: Row[]; pagination: { total: number; pageCount: number } };
  };
  const idsOf = (rows: readonly { documentId: string }[]) => rows.map(({ documentId }) => documentId).sort();
  const ownedBy = (key: string | null) => world.plan.filter(({ owner }) => owner === key);

  it.each(['ana', 'dora', 'vera'])('%s sees what one member owns, what his whole book holds, and what is nobody’s; with their totals', async (who) => {
    for (const [query, expected] of [
      [`roster[owner]=${member('carla')}`, ownedBy('carla')],
      [`roster[book]=${member('carla')}`, bookOf(world, 'carla')],
      ['roster[owner]=nobody', ownedBy(null)],
    ] as const) {
      const { results, pagination } = await list(who, query);
      expect(expected.length).toBeGreaterThan(0);
      expect([query, idsOf(results), pagination.total]).toEqual([query, idsOf(expected), expected.length]);
    }
    expect(bookOf(world, 'carla').length).toBeGreaterThan(ownedBy('carla').length);
  });

  it('my book is what I own or help with; who owns nothing has an empty one', async () => {
    await roster(site.strapi, 'access').setCells([{ role: 'csm', feature: 'customer_360', action: 'view', scope: 'all' }], { kind: 'system' });
    expect((await list('carla', '')).pagination.total).toBe(60);
    const mine = await list('carla', 'roster[book]=mine');
    expect([idsOf(mine.results), mine.pagination.total]).toEqual([idsOf(bookOf(world, 'carla')), bookOf(world, 'carla').length]);
    await roster(site.strapi, 'access').setCells([{ role: 'csm', feature: 'customer_360', action: 'view', scope: 'book' }], { kind: 'system' });
    expect((await list('dora', 'roster[book]=mine')).pagination.total).toBe(0);
  });

  it('goes with pages, search, filters, sort, languages and states of the host', async () => {
    const owner = `roster[owner]=${member('carla')}`;
    const owned = ownedBy('carla');
    const pages = await Promise.all([1, 2].map((page) => ask('dora', `${owner}&pageSize=4&page=${page}&sort=arr:DESC`)));
    const rows = pages.flatMap(({ body }) => body.results as (Row & { arr: number })[]);
    expect(pages[0]?.body.pagination).toEqual({ page: 1, pageSize: 4, pageCount: Math.ceil(owned.length / 4), total: owned.length });
    expect([rows.length, new Set(idsOf(rows)).size]).toEqual([8, 8]);
    expect(rows.map(({ arr }) => arr)).toEqual(rows.map(({ arr }) => arr).sort((a, b) => b - a));

    expect((await list('dora', `${owner}&_q=Acme`)).results.map(({ name }) => name)).toEqual(['Acme Robotics']);
    expect((await list('dora', `${owner}&filters[$and][0][name][$eq]=Acme Robotics`)).pagination.total).toBe(1);
    expect((await list('dora', `${owner}&filters[$and][0][name][$contains]=Borealis`)).pagination.total).toBe(0);
    expect((await list('dora', `${owner}&filters[$and][0][__status][$eq]=published`)).pagination.total).toBe(owned.length);
    const modified = await list('dora', `${owner}&publicationStatusFilter=published-modified`);
    expect(idsOf(modified.results).every((id) => idsOf(owned).includes(id))).toBe(true);
    const french = await list('dora', `${owner}&locale=fr`);
    expect([french.pagination.total > 0, idsOf(french.results).every((id) => idsOf(owned).includes(id))]).toEqual([true, true]);
    expect((await list('dora', `${owner}&roster[book]=${member('chen')}`)).pagination.total).toBe(0);
  });

  it('is about the list alone: the owner of a related record of the same type is another matter', async () => {
    const { results } = await list('dora', `roster[owner]=${member('carla')}`);
    const acme = results.find(({ name }) => name === 'Acme Robotics');
    expect(ownedBy('carla').map(({ name }) => name)).not.toContain('Borealis Foods');
    expect(acme?.parent?.documentId).toBe(world.customers['Borealis Foods']);
  });

  it('only narrows: whatever is asked for, a csm gets nothing from out of his book', async () => {
    const book = idsOf(bookOf(world, 'chen'));
    for (const query of [`roster[owner]=${member('carla')}`, `roster[book]=${member('carla')}`, 'roster[owner]=nobody', `roster[book]=mine`, `roster[owner]=${'x'.repeat(24)}`]) {
      const { results, pagination } = await list('chen', query);
      expect([query, results.filter(({ documentId }) => !book.includes(documentId)), pagination.total]).toEqual([query, [], results.length]);
    }
    // What Chen owns and Carla helps with is in both books.
    const shared = bookOf(world, 'chen').filter((customer) => bookOf(world, 'carla').includes(customer));
    expect(shared.length).toBeGreaterThan(0);
    expect(idsOf((await list('chen', `roster[book]=${member('carla')}`)).results)).toEqual(idsOf(shared));
  });

  it.each([
    ['roster=mine', 'roster'],
    ['roster[nonsense]=1', 'roster.nonsense'],
    ['roster[owner][$ne]=x', 'roster.owner'],
    ['roster[owner]=', 'roster.owner'],
    ['roster[book][0]=a&roster[book][1]=b', 'roster.book'],
  ])('what is no filter is refused with its name: %s', async (query, path) => {
    const { status, body } = await ask('ana', query);
    expect([status, body.error.details]).toEqual([400, { code: 'VALIDATION_FAILED', path }]);
  });

  it('a type without owners has no such filter, and whoever may not see the type learns nothing', async () => {
    for (const type of ['api::note.note', 'api::tag.tag', 'api::notification.notification']) {
      const { status, body } = await ask('ana', 'roster[owner]=nobody', type);
      expect([type, status, body.error.details.code]).toEqual([type, 400, 'UNKNOWN_TYPE']);
    }
    expect((await ask('nina', 'roster[owner]=nobody')).status).toBe(403);
  });

  it('the people to choose from are those who own or help with what one sees', async () => {
    const holders = async (who: string) => (await (await site.asAdmin(`${who}@roster.test`)).get(`/roster/records/${CUSTOMER}/owners`)).body.data as { documentId: string; name: string }[];
    expect((await holders('dora')).map(({ name }) => name)).toEqual(['Carla Mendes', 'Chen Wei', 'Cleo Dubois', 'Colin Murphy', 'Cora Vega', 'Cyrus Prado']);
    const inBook = new Set(bookOf(world, 'chen').flatMap(({ owner, coOwners }) => [owner, ...coOwners]).map((key) => member(key as string)));
    expect(new Set((await holders('chen')).map(({ documentId }) => documentId))).toEqual(inBook);
    await (await site.asAdmin('nina@roster.test')).get(`/roster/records/${CUSTOMER}/owners`).expect(403);
  });

  it('tells the scripts of the panel which types have owners, and nobody else', async () => {
    const ana = await site.asAdmin('ana@roster.test');
    const { body } = await ana.get('/content-manager/init').expect(200);
    const told = (body.data.contentTypes as { uid: string; pluginOptions?: { roster?: unknown } }[]).filter(({ pluginOptions }) => pluginOptions?.roster);
    expect(told.map(({ uid, pluginOptions }) => [uid, pluginOptions?.roster])).toEqual([[CUSTOMER, { owners: true }]]);
    const built = await (await site.asAdmin('super@roster.test')).get(`/content-type-builder/content-types/${CUSTOMER}`).expect(200);
    expect(JSON.stringify(built.body)).not.toContain('roster');
    expect((await ana.get(LIST)).status).toBe(200);
  });
});
