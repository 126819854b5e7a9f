import { withoutLog } from '../../support/log-away';
import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf, type World } from '../../support/world';

interface Cloned {
  readonly documentId: string;
}

describeOnEachDb('writes stay whole', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const as = (key: string) => site.as(`${key}@roster.test`);
  const idOf = (name: string) => world.customers[name] as string;
  const owners = async (record: string) => {
    const rows = await site.strapi.db.query(CUSTOMER).findMany({ where: { documentId: record } });
    return [...new Set(rows.map(({ rosterOwner }: { rosterOwner: string | null }) => rosterOwner))];
  };
  /** What a relation of a record holds, seen by the system. */
  const linked = async (type: string, documentId: string, attribute: string): Promise<string[]> => {
    const status = type === CUSTOMER ? 'published' : undefined;
    const found = (await site.strapi.documents(type as never).findOne({ documentId, status, populate: [attribute] } as never)) as Record<string, unknown>;
    return [found[attribute]].flat().filter(Boolean).map((row) => (row as { documentId: string }).documentId).sort();
  };

  it("[A006] a csm's edit keeps the parent that he does not see, whatever he sends back of what he got", async () => {
    const acme = idOf('Acme Robotics');
    const cleo = await as('cleo');
    const book = bookOf(world, 'cleo');
    const child = book.find(({ parent }) => parent !== null && !book.includes(world.plan[parent] as never));
    if (!child) throw new Error('cleo has no customer with a parent in another book');
    const parent = world.plan[child.parent as number]?.documentId as string;
    const at = `/api/customers/${child.documentId}`;
    const got = (await cleo.get(`${at}?populate=parent`).expect(200)).body.data;
    expect(got.parent).toBeNull();
    await cleo.put(at).send({ data: { tier: 'growth' } }).expect(200);
    expect(await linked(CUSTOMER, child.documentId, 'parent')).toEqual([parent]);
    await cleo.put(at).send({ data: { tier: 'starter', parent: got.parent } }).expect(200);
    expect(await linked(CUSTOMER, child.documentId, 'parent')).toEqual([parent]);
    await cleo.put(at).send({ data: { parent: { disconnect: [parent] } } });
    expect(await linked(CUSTOMER, child.documentId, 'parent')).toEqual([parent]);
    await cleo.put(at).send({ data: { parent: { set: [] } } }).expect(200);
    expect(await linked(CUSTOMER, child.documentId, 'parent')).toEqual([parent]);
    // A record that he sees replaces it: that is his to say.
    const other = book.find(({ documentId }) => documentId !== child.documentId)?.documentId as string;
    await cleo.put(at).send({ data: { parent: other } }).expect(200);
    expect(await linked(CUSTOMER, child.documentId, 'parent')).toEqual([other]);
    expect(acme).toBeTruthy();
  });

  it("a set of links replaces what the csm sees, and keeps what he does not", async () => {
    const carla = await as('carla');
    const regions = world['regions'] as Record<string, string>;
    const mine = bookOf(world, 'carla').map(({ documentId }) => documentId);
    for (const region of Object.values(regions)) {
      const before = await linked('api::region.region', region, 'customers');
      const hidden = before.filter((id) => !mine.includes(id));
      await carla.put(`/api/regions/${region}`).send({ data: { customers: [mine[1]] } }).expect(200);
      const after = await linked('api::region.region', region, 'customers');
      expect(after.filter((id) => !mine.includes(id))).toEqual(hidden); // Every locale and version that was linked.
      expect([...new Set(after.filter((id) => mine.includes(id)))]).toEqual([mine[1]]);
      await carla.put(`/api/regions/${region}`).send({ data: { customers: { set: [] } } }).expect(200);
      expect(await linked('api::region.region', region, 'customers')).toEqual(hidden);
    }
  });

  it('a favorite that the csm does not see survives his null', async () => {
    const colin = await as('colin');
    const [, region] = Object.entries(world['regions'] as Record<string, string>)[0] as [string, string];
    const before = await linked('api::region.region', region, 'favorite');
    await colin.put(`/api/regions/${region}`).send({ data: { favorite: null, name: 'Alps' } }).expect(200);
    expect(await linked('api::region.region', region, 'favorite')).toEqual(before);
  });

  it('[A041:entries] publishing, drafts, locales and unpublishing keep the book', async () => {
    const ana = await as('ana');
    const record = idOf('Borealis Foods');
    const owner = world.members['chen'];
    const documents = site.strapi.documents(CUSTOMER);
    await ana.put(`/api/customers/${record}?status=draft`).send({ data: { name: 'A new draft' } }).expect(200);
    expect(await owners(record)).toEqual([owner]);
    await ana.put(`/api/customers/${record}?locale=fr`).send({ data: { name: 'En français' } }).expect(200);
    expect(await owners(record)).toEqual([owner]);
    await documents.publish({ documentId: record, locale: '*' });
    expect(await owners(record)).toEqual([owner]);
    await documents.unpublish({ documentId: record, locale: 'fr' });
    await documents.discardDraft({ documentId: record, locale: 'en' });
    expect(await owners(record)).toEqual([owner]);
    expect((await (await as('chen')).get(`/api/customers/${record}?locale=fr&status=draft`)).status).toBe(200);
    expect((await (await as('cleo')).get(`/api/customers/${record}?locale=fr&status=draft`)).status).toBe(404);
  });

  it("a clone is a new record: its source's owner does not come with it, and a csm who may create owns it", async () => {
    const record = idOf('Acme Robotics');
    const clone = (await site.strapi.documents(CUSTOMER).clone({ documentId: record, data: { slug: 'a-clone', email: 'clone@roster.test' } })) as Cloned;
    expect(await owners(clone.documentId)).toEqual([null]);
    const cell = { role: 'csm', feature: 'customer_360', action: 'create', scope: 'book' };
    await roster(site.strapi, 'access').setCells([cell], { kind: 'system' });
    const own = (await roster(site.strapi, 'enforcement').runAs(world.members['carla'] as string, () =>
      site.strapi.documents(CUSTOMER).clone({ documentId: record, data: { slug: 'own-clone', email: 'own-clone@roster.test' } }),
    )) as Cloned;
    expect(await owners(own.documentId)).toEqual([world.members['carla']]);
    const made = await (await as('carla')).post('/api/customers').send({ data: { name: 'Made by Carla' } }).expect(201);
    expect(await owners(made.body.data.documentId)).toEqual([world.members['carla']]);
    expect((await (await as('carla')).get(`/api/customers/${made.body.data.documentId}`)).status).toBe(200);
    await roster(site.strapi, 'access').setCells([{ ...cell, scope: 'none' }], { kind: 'system' });
  });

  it('a hook that throws undoes the write, the entry and the audit together', async () => {
    const cell = { role: 'csm', feature: 'customer_360', action: 'create', scope: 'book' };
    await roster(site.strapi, 'access').setCells([cell], { kind: 'system' });
    const counts = async () => ({
      rows: await site.strapi.db.query(CUSTOMER).count(),
      entries: await table(site.strapi, 'entry').count(),
      audit: await table(site.strapi, 'audit-entry').count(),
    });
    const before = await counts();
    // Later than the plugin's own work, still in the transaction: the audit entry's insert itself.
    const { status } = await withoutLog(site.strapi, async () => (await as('carla')).post('/api/customers').send({ data: { name: 'Half a customer' } }));
    expect(status).toBe(500);
    expect(await counts()).toEqual(before);

    let thrown = 0;
    const unsubscribe = site.strapi.db.lifecycles.subscribe({
      models: [CUSTOMER],
      afterCreate() {
        thrown += 1;
        throw new Error('A hook of the site refused.');
      },
    } as never) as unknown as () => void;
    const answer = await (await as('carla')).post('/api/customers').send({ data: { name: 'Half a customer' } });
    unsubscribe();
    expect([answer.status >= 400, thrown]).toEqual([true, 1]);
    expect(await counts()).toEqual(before);
    await roster(site.strapi, 'access').setCells([{ ...cell, scope: 'none' }], { kind: 'system' });
  });

  it('deleting a record removes its entries; deleting one locale keeps them', async () => {
    const record = idOf('Acme Robotics');
    const documents = site.strapi.documents(CUSTOMER);
    await documents.update({ documentId: record, locale: 'fr', data: { name: 'Acme (fr)' } } as never);
    await documents.delete({ documentId: record, locale: 'fr' });
    expect(await owners(record)).toEqual([world.members['carla']]);
    expect(await table(site.strapi, 'entry').count({ where: { record } as never })).toBe(1);
    await (await as('ana')).delete(`/api/customers/${record}`).expect(204);
    expect(await table(site.strapi, 'entry').count({ where: { record } as never })).toBe(0);
  });

  it('200 interleaved requests of two csm never mix', async () => {
    const people = ['chen', 'cora'] as const;
    const books = Object.fromEntries(people.map((key) => [key, bookOf(world, key).map(({ documentId }) => documentId)]));
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const key = people[index % 2] as 'chen' | 'cora';
        const { body } = await (await as(key)).get('/api/customers?fields[0]=name&pagination[pageSize]=100');
        return { key, ids: body.data.map(({ documentId }: { documentId: string }) => documentId) as string[] };
      }),
    );
    for (const { key, ids } of answers) expect(ids.filter((id) => !books[key]?.includes(id))).toEqual([]);
  });

  it('[A003] what a member writes is in the audit, once, with who and what', async () => {
    const log = table(site.strapi, 'audit-entry');
    const before = await log.count();
    const { body } = await (await as('chen')).put(`/api/customers/${idOf('Borealis Foods')}`).send({ data: { tier: 'starter' } }).expect(200);
    const entries = (await log.findMany({ orderBy: { id: 'asc' } as never })).slice(before);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ action: 'record.updated', actor: world.members['chen'], targetType: CUSTOMER, targetId: body.data.documentId });
  });
});
