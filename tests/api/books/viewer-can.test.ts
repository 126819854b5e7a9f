import { CUSTOMER, roster } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { statementsOf } from '../../support/statements';
import { bookOf, worldOf, type World } from '../../support/world';

type Can = Readonly<Record<string, boolean>>;

interface Row {
  readonly documentId: string;
  readonly viewerCan: Can;
}

const COUNT = 60;
const ALL = 'pagination[pageSize]=100';
const NOTE = 'api::note.note';
const ACTIONS = ['view', 'update', 'delete', 'config', 'execute', 'personalize', 'export'];

const only = (...allowed: string[]): Can => Object.fromEntries(ACTIONS.map((action) => [action, allowed.includes(action)]));

describeOnEachDb('what one may do with a record, as a field of it', (db) => {
  let site: Site;
  let world: World;
  /** Carla's, and shared with Cleo. */
  let acme: string;

  beforeAll(async () => {
    site = await openSite({ db, customers: COUNT });
    world = await worldOf(site.strapi);
    acme = world.customers['Acme Robotics'] as string;
    await roster(site.strapi, 'books').share(CUSTOMER, acme, world.members['cleo'] as string, { endsAt: null });
  });
  afterAll(() => site.close());

  const as = (key: string) => site.as(`${key}@roster.test`);
  const rowsOf = async (key: string, path: string): Promise<Row[]> => (await (await as(key)).get(`/api/${path}`).expect(200)).body.data;
  const ask = async (key: string, query: string) => (await (await as(key)).post('/graphql').send({ query })).body;

  /** The other door to the same question. */
  const checked = async (key: string, type: string, { documentId: record, viewerCan }: Row): Promise<Can> => {
    const actions = Object.keys(viewerCan);
    const { body } = await (await as(key)).post('/api/roster/check').send({ data: { questions: actions.map((action) => ({ type, record, action })) } }).expect(200);
    return Object.fromEntries(actions.map((action, index) => [action, body.data[index].allowed]));
  };

  it('[A225:abilities] differs from record to record: a csm changes his book, and only looks at what is shared with him', async () => {
    const rows = await rowsOf('cleo', `customers?${ALL}&populate[viewerCan]=true`);
    const book = bookOf(world, 'cleo').map(({ documentId }) => documentId);
    expect(rows.map(({ documentId }) => documentId).sort()).toEqual([...book, acme].sort());
    for (const { documentId, viewerCan } of rows) expect([documentId, viewerCan]).toEqual([documentId, documentId === acme ? only('view') : only('view', 'update')]);
  });

  it.each(['ana', 'dora', 'carla', 'cleo', 'vera'])('[A225:abilities] is what check answers, and what then happens: %s', async (key) => {
    const rows = await rowsOf(key, `customers?${ALL}&populate=viewerCan`);
    for (const row of rows.slice(0, 10)) {
      expect(Object.keys(row.viewerCan)).toEqual(ACTIONS);
      expect(row.viewerCan).toEqual(await checked(key, CUSTOMER, row));
      const { status } = await (await as(key)).put(`/api/customers/${row.documentId}`).send({ data: {} });
      expect([row.documentId, status]).toEqual([row.documentId, row.viewerCan['update'] ? 200 : 403]);
    }
  });

  it('[A225:abilities] is shown of details, and of records that hang on others, where asked', async () => {
    for (const query of ['populate[viewerCan]=true&populate[customer][populate][viewerCan]=true', 'populate=viewerCan,customer.viewerCan']) {
      const notes = (await rowsOf('cleo', `notes?${ALL}&${query}`)) as (Row & { customer: Row })[];
      expect(notes.length).toBeGreaterThan(1);
      for (const note of notes) {
        expect(note.viewerCan).toEqual(await checked('cleo', NOTE, note));
        expect(note.customer.viewerCan['update']).toBe(note.customer.documentId !== acme);
      }
    }
    const [plain] = await rowsOf('cleo', 'customers?populate=*');
    expect(plain).not.toHaveProperty('viewerCan');
  });

  it('[A225:abilities] is typed over GraphQL: one asks for the actions that one needs', async () => {
    const { data, errors } = await ask('cleo', '{ customers(pagination: { pageSize: 100 }) { documentId viewerCan { update delete } notes { documentId viewerCan { update } } } }');
    expect(errors).toBeUndefined();
    expect(data.customers.length).toBeGreaterThan(2);
    for (const { documentId, viewerCan, notes } of data.customers as (Row & { notes: Row[] })[]) {
      expect([documentId, { ...viewerCan }]).toEqual([documentId, { update: documentId !== acme, delete: false }]);
      for (const note of notes) expect(note.viewerCan['update']).toBe(documentId !== acme);
    }
    const wrong = await ask('cleo', '{ customers { viewerCan { fly } } }');
    expect(wrong.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('[A225:abilities] of a hundred records costs as much as of one', async () => {
    const rest = (query: string) => statementsOf(site.strapi, () => rowsOf('cleo', `customers?${query}`));
    const graphql = (size: number) => statementsOf(site.strapi, () => ask('cleo', `{ customers(pagination: { pageSize: ${size} }) { documentId viewerCan { update } } }`));
    const [plain, one, all] = [await rest(ALL), await rest('pagination[pageSize]=1&populate=viewerCan'), await rest(`${ALL}&populate=viewerCan`)];
    expect(all).toBe(one);
    expect(all - plain).toBeLessThanOrEqual(3);
    expect(await graphql(100)).toBe(await graphql(1));
  });

  it('[A225:abilities] is to read: nothing is found by it, and a record may be sent back with it', async () => {
    const carla = await as('carla');
    await carla.get('/api/customers?filters[viewerCan][update]=true').expect(400);
    await carla.get('/api/customers?populate[viewerCan][fields][0]=update').expect(400);
    const before = (await carla.get(`/api/customers/${acme}?populate=viewerCan`)).body.data as Row;
    const { body } = await carla.put(`/api/customers/${acme}?populate=viewerCan`).send({ data: { name: 'Acme Robotics', viewerCan: { ...before.viewerCan, delete: true } } }).expect(200);
    expect(body.data.viewerCan).toEqual(before.viewerCan);
    await carla.delete(`/api/customers/${acme}`).expect(403);
  });
});
