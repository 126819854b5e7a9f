import { CUSTOMER, roster } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

interface Row {
  readonly id: number;
  readonly documentId: string;
}

/** What a review found that went past the guards by being something else to the host than to the check. */
describeOnEachDb('input that means one thing to the check and another to the host', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const idOf = (name: string) => world.customers[name] as string;
  const as = (key: string) => site.as(`${key}@roster.test`);
  const rowOf = async (documentId: string, published = true) =>
    (await site.strapi.db.query(CUSTOMER).findOne({ where: { documentId, locale: 'en', publishedAt: published ? { $notNull: true } : null } })) as Row;

  it.each([
    ['a list as documentId', { connect: [{ documentId: ['<id>'] }] }],
    ['an object as documentId', { connect: [{ documentId: { $in: ['<id>'] } }] }],
    ['a list as id', { connect: [{ id: ['<id>'] }] }],
    ['a list in a list', [['<id>']]],
    ['nothing named', { connect: [{ position: { end: true } }] }],
    ['a list as place', { connect: [{ documentId: '<own>', position: { before: ['<id>'] } }] }],
    ['yes', true],
  ])('%s is refused with 400 and the field, alike for a hidden record and a missing one', async (_what, customers) => {
    const region = (world['regions'] as Record<string, string>)['Alps'];
    const ask = async (id: string) => {
      const data = JSON.parse(JSON.stringify({ customers }).replaceAll('<id>', id).replaceAll('<own>', idOf('Acme Robotics')));
      const { status, body } = await (await as('carla')).put(`/api/regions/${region}`).send({ data });
      return { status, error: body.error };
    };
    const hidden = await ask(idOf('Cumulus Air'));
    expect(hidden.status).toBe(400);
    expect(hidden).toEqual(await ask('abcdefghijklmnopqrstuvwx'));
  });

  it('a component is named by a string', async () => {
    const data = { title: 'A deal', blocks: [{ __component: ['crm.quote'], customer: idOf('Cumulus Air') }] };
    await (await as('carla')).post('/api/deals').send({ data }).expect(400);
  });

  it('__pivot does not write into the link table', async () => {
    const [own, hidden] = [await rowOf(idOf('Acme Robotics')), await rowOf(idOf('Cumulus Air'))];
    const data = { title: 'Pivoted', customer: { connect: [{ id: own.id, __pivot: { customer_id: hidden.id } }] } };
    const { body } = await (await as('carla')).post('/api/notes').send({ data });
    const linked = await site.strapi.db.query('api::note.note').findMany({ where: { title: 'Pivoted' }, populate: ['customer'] });
    expect([body.error?.status ?? 201, linked.map(({ customer }: { customer: Row }) => customer.documentId)]).toEqual([201, [idOf('Acme Robotics')]]);
  });

  it('an empty locale is the default one: hidden links survive it too', async () => {
    const cleo = world.plan.filter(({ owner, coOwners }) => owner === 'cleo' || coOwners.includes('cleo'));
    const child = cleo.find(({ parent }) => parent !== null && !cleo.includes(world.plan[parent] as never));
    const at = `/api/customers/${child?.documentId}`;
    await (await as('cleo')).put(`${at}?status=draft&locale=`).send({ data: { parent: null } }).expect(200);
    const draft = (await site.strapi.documents(CUSTOMER).findOne({ documentId: child?.documentId as string, populate: ['parent'] } as never)) as unknown as { parent: Row | null };
    expect(draft.parent?.documentId).toBe(world.plan[child?.parent as number]?.documentId);
  });

  it('a detail whose draft hangs on a hidden record is hidden where the draft is touched', async () => {
    const [own, hidden] = [idOf('Acme Robotics'), idOf('Cumulus Air')];
    const tasks = site.strapi.documents('api::task.task' as never);
    const made = (await tasks.create({ data: { title: 'Split', customer: own }, status: 'published' } as never)) as Row;
    await tasks.update({ documentId: made.documentId, data: { title: 'Secret draft', customer: hidden } } as never);
    const carla = await as('carla');
    await carla.get(`/api/tasks/${made.documentId}`).expect(200);
    await carla.get(`/api/tasks/${made.documentId}?status=draft`).expect(404);
    const put = await carla.put(`/api/tasks/${made.documentId}?status=draft`).send({ data: {} });
    expect([put.status, put.text.includes('Secret')]).toEqual([404, false]);
    await carla.put(`/api/tasks/${made.documentId}`).send({ data: { title: 'Overwritten' } }).expect(404);
    await carla.delete(`/api/tasks/${made.documentId}`).expect(204);
    expect(await site.strapi.db.query('api::task.task' as never).count({ where: { documentId: made.documentId, title: 'Secret draft' } as never })).toBe(1);
  });

  it('a query is no documentId, and a chosen one takes no record over', async () => {
    const [own, hidden] = [idOf('Acme Robotics'), idOf('Cumulus Air')];
    const documents = site.strapi.documents(CUSTOMER);
    const books = roster(site.strapi, 'books');
    await roster(site.strapi, 'access').setCells([{ role: 'csm', feature: 'customer_360', action: 'create', scope: 'book' }], { kind: 'system' });
    const asCarla = <T>(run: () => Promise<T>) => roster(site.strapi, 'enforcement').runAs(world.members['carla'] as string, run);
    const refused = { details: { code: 'VALIDATION_FAILED' } };
    for (const documentId of [{ $in: [own, hidden] }, [hidden], 7]) {
      await expect(asCarla(() => documents.update({ documentId, data: { tier: 'growth' } } as never))).rejects.toMatchObject(refused);
      await expect(asCarla(() => documents.create({ data: { documentId, name: 'Taken', locale: 'fr' } } as never))).rejects.toMatchObject(refused);
    }
    const made = (await asCarla(() => documents.create({ data: { documentId: hidden, name: 'Taken' }, locale: 'fr' } as never))) as Row;
    expect(made.documentId).not.toBe(hidden);
    expect((await books.ownership(CUSTOMER, hidden)).owner).toBeNull();
    const borealis = idOf('Borealis Foods');
    await asCarla(() => documents.create({ data: { documentId: borealis, name: 'Boréalis' }, locale: 'fr' } as never));
    expect((await books.ownership(CUSTOMER, borealis)).owner).toBe(world.members['chen']);
  });

  it('a type that nobody governs is written as ever, dynamic zones and all', async () => {
    for (const key of ['ana', 'carla', 'nina']) {
      const data = { title: `By ${key}`, blocks: [{ __component: 'crm.fact', label: 'a', value: 'b' }] };
      const { body } = await (await as(key)).post('/api/articles').send({ data }).expect(201);
      await (await as(key)).put(`/api/articles/${body.data.documentId}`).send({ data: { title: 'Again', blocks: [] } }).expect(200);
    }
  });

  it('a file is attached to what one may edit, and to nothing else', async () => {
    const [own, hidden] = [await rowOf(idOf('Acme Robotics')), await rowOf(idOf('Cumulus Air'))];
    const attach = (id: number) =>
      roster(site.strapi, 'enforcement').runAs(world.members['carla'] as string, () =>
        site.strapi.db.query('plugin::upload.file').create({
          data: { name: 'a.txt', hash: `h${id}`, ext: '.txt', mime: 'text/plain', size: 1, url: '/a', provider: 'local', folderPath: '/', related: [{ id, __type: CUSTOMER, __pivot: { field: 'logo' } }] } as never,
        }),
      );
    await expect(attach(own.id)).resolves.toBeTruthy();
    await expect(attach(hidden.id)).rejects.toMatchObject({ details: { code: 'OUT_OF_SCOPE' } });
  });

  it('the projected owner is written by nobody but books', async () => {
    const query = site.strapi.db.query(CUSTOMER);
    await roster(site.strapi, 'enforcement').runAs(world.members['carla'] as string, async () => {
      const where = { documentId: idOf('Borealis Foods') } as never;
      await expect(query.updateMany({ where, data: { rosterOwner: world.members['carla'] } as never })).rejects.toMatchObject({ details: { code: 'USE_DOCUMENTS' } });
      await expect(query.update({ where, data: { rosterOwner: world.members['carla'] } as never })).rejects.toMatchObject({ details: { code: 'USE_DOCUMENTS' } });
    });
  });
});
