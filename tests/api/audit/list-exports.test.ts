import type TestAgent from 'supertest/lib/agent';
import { auditLog, rawLog } from '../../support/audit-log';
import { CUSTOMER } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf, type World } from '../../support/world';

type Row = Record<string, unknown>;

const LIST = `/content-manager/collection-types/${CUSTOMER}`;
const EXPORT = `/roster/exports/${CUSTOMER}`;

/** A query as the address of a list has it: `filters[$and][0][name][$eq]=…`. */
const written = (value: unknown, name = ''): string => {
  if (typeof value !== 'object' || value === null) return `${name}=${encodeURIComponent(String(value))}`;
  return Object.entries(value).map(([key, inner]) => written(inner, name === '' ? key : `${name}[${key}]`)).join('&');
};

describeOnEachDb('a list of the Content Manager, exported', (db) => {
  let site: Site;
  let world: World;
  const CUSTOMERS = 530;

  beforeAll(async () => {
    site = await openSite({ db, customers: CUSTOMERS });
    world = await worldOf(site.strapi);
    const ana = await site.asAdmin('ana@roster.test');
    const [first, second, third] = bookOf(world, 'carla');
    await ana.put(`${LIST}/${first?.documentId}`).send({ name: 'A % sign & more' }).expect(200);
    await ana.post(`${LIST}/${second?.documentId}/actions/unpublish`).send({}).expect(200);
    await ana.put(`${LIST}/${third?.documentId}`).send({ name: 'Zebra, "striped"' }).expect(200);
  });
  afterAll(() => site.close());

  /** Every row of a list, page by page, as the panel would show them. */
  const listed = async (agent: TestAgent, query: object): Promise<string[]> => {
    const found: string[] = [];
    for (let page = 1; ; page += 1) {
      const { body } = await agent.get(LIST).query(written({ ...query, page, pageSize: 100 })).expect(200);
      found.push(...(body.results as { documentId: string }[]).map(({ documentId }) => documentId));
      if (page >= Number(body.pagination.pageCount)) return found;
    }
  };
  const exported = async (agent: TestAgent, query: object): Promise<Row[]> => (await agent.get(EXPORT).query(written({ ...query, format: 'json' })).expect(200)).body as Row[];
  const idsOf = (rows: readonly Row[]) => rows.map(({ documentId }) => documentId);

  it('has the rows of the list and no others, in its order', async () => {
    const ana = await site.asAdmin('ana@roster.test');
    const where = (...filters: object[]) => ({ filters: { $and: filters } });
    const lists: object[] = [
      { sort: 'name:ASC' },
      { sort: 'arr:DESC,name:ASC', ...where({ arr: { $gt: 50_000 } }) },
      { sort: 'name:DESC', ...where({ name: { $startsWith: 'A' } }, { territory: { $notNull: true } }) },
      { sort: 'name:ASC', ...where({ parent: { name: { $contains: 'a' } } }) },
      { sort: 'name:ASC', ...where({ name: { $eq: 'A % sign & more' } }) },
      { sort: 'name:ASC', _q: 'striped' },
      { sort: 'name:ASC', ...where({ __status: { $eq: 'draft' } }) },
      { sort: 'name:ASC', ...where({ __status: { $eq: 'published-modified' } }) },
      { sort: 'name:DESC', roster: { owner: world.members['carla'] } },
      { sort: 'name:DESC', roster: { book: world.members['chen'] }, _q: 'a' },
    ];
    for (const list of lists) {
      const expected = await listed(ana, list);
      expect([list, expected.length > 0]).toEqual([list, true]);
      expect([list, idsOf(await exported(ana, list))]).toEqual([list, expected]);
    }
    expect((await listed(ana, { sort: 'name:ASC' })).length).toBe(CUSTOMERS);
    // A list whose address says nothing is drawn in the order that the site has chosen for it.
    expect(idsOf(await exported(ana, {}))).toEqual(await listed(ana, { sort: 'name:ASC' }));
    expect(await exported(ana, where({ name: { $eq: 'nobody is called so' } }))).toEqual([]);
  });

  it('shows drafts as the list does, and who owns them', async () => {
    const [row] = await exported(await site.asAdmin('ana@roster.test'), { filters: { $and: [{ name: { $eq: 'Zebra, "striped"' } }] } });
    expect(row).toMatchObject({ name: 'Zebra, "striped"', owner: expect.any(String) });
    const answer = await (await site.asAdmin('ana@roster.test')).get(EXPORT).query({ _q: 'striped' }).expect(200);
    expect([answer.headers['x-total-count'], answer.headers['content-type']]).toEqual(['1', 'text/csv; charset=utf-8']);
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="customer-/);
  });

  it('[A017] reaches as far as one may export: a csm’s own, out of a list of his book; nobody else’s anything', async () => {
    const carla = await site.asAdmin('carla@roster.test');
    const own = world.plan.filter(({ owner }) => owner === 'carla').map(({ documentId }) => documentId);
    const rows = await exported(carla, { sort: 'name:ASC' });
    expect(idsOf(rows)).toEqual((await listed(carla, { sort: 'name:ASC' })).filter((id) => own.includes(id)));
    expect(rows).toHaveLength(own.length);
    expect((await exported(carla, { roster: { book: 'mine' } })).length).toBe(own.length);
    expect(await exported(carla, { roster: { owner: world.members['chen'] } })).toEqual([]);
    expect((await (await site.asAdmin('vera@roster.test')).get(EXPORT)).status).toBe(403);
    expect((await site.http.get(EXPORT)).status).toBe(401);
  });

  it('refuses what the list refuses', async () => {
    const ana = await site.asAdmin('ana@roster.test');
    for (const query of [{ filters: { $and: [{ nothing: { $eq: 'x' } }] } }, { roster: { owner: '' } }, { status: 'no such' }, { sort: 'nothing:ASC' }]) {
      expect([query, (await ana.get(EXPORT).query(written(query))).status]).toEqual([query, (await ana.get(LIST).query(written(query))).status]);
    }
    expect((await ana.get(EXPORT).query({ format: 'xls' })).status).toBe(400);
    expect((await ana.get('/roster/exports/api::nothing.nothing')).status).toBe(400);
  });

  it('[A091] is told with what the list was narrowed to', async () => {
    const query = { sort: 'name:DESC', _q: 'striped', filters: { $and: [{ __status: { $eq: 'draft' } }] }, roster: { owner: world.members['carla'] } };
    await exported(await site.asAdmin('ana@roster.test'), query);
    await auditLog(site.strapi).seal();
    const rows = (await rawLog(site.strapi)('entries').where({ action: 'export.finished' })) as unknown as { id: number; actor: string; body: string }[];
    const last = rows.sort((a, b) => b.id - a.id)[0];
    expect([last?.actor, (JSON.parse(last?.body ?? '{}') as { details: object }).details]).toEqual([
      world.members['ana'],
      { format: 'json', sort: 'name:DESC', search: 'striped', filters: query.filters, owner: world.members['carla'], rows: expect.any(Number), isComplete: true },
    ]);
  });
});
