import { CUSTOMER, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

interface Fact {
  readonly target: { readonly type: string };
  readonly details: { readonly count: number };
}

type Request = [what: string, send: string, body: object | null];

const CONTENT = `/content-manager/collection-types/${CUSTOMER}`;

/** Every way to write a customer, or one of his details. `<id>` and `<note>` are put in. */
const REST: Request[] = [
  ['update', 'PUT /api/customers/<id>', { data: { name: 'By the director' } }],
  ['update of a draft', 'PUT /api/customers/<id>?status=draft', { data: { name: 'By the director' } }],
  ['update of a translation', 'PUT /api/customers/<id>?locale=fr', { data: { name: 'Par la directrice' } }],
  ['create', 'POST /api/customers', { data: { name: 'By the director' } }],
  ['delete', 'DELETE /api/customers/<id>', null],
  ['create a detail', 'POST /api/notes', { data: { title: 'By the director', customer: '<id>' } }],
  ['delete a detail', 'DELETE /api/notes/<note>', null],
];

const GRAPHQL: [string, string][] = [
  ['update', 'mutation { updateCustomer(documentId: "<id>", data: { name: "By the director" }) { documentId } }'],
  ['create', 'mutation { createCustomer(data: { name: "By the director" }) { documentId } }'],
  ['delete', 'mutation { deleteCustomer(documentId: "<id>") { documentId } }'],
  ['create a detail', 'mutation { createNote(data: { title: "By the director", customer: "<id>" }) { documentId } }'],
];

const PANEL: Request[] = [
  ['update', `PUT ${CONTENT}/<id>`, { name: 'By the director' }],
  ['create', `POST ${CONTENT}`, { name: 'By the director' }],
  ['delete', `DELETE ${CONTENT}/<id>`, null],
  ['publish', `POST ${CONTENT}/<id>/actions/publish`, {}],
  ['unpublish', `POST ${CONTENT}/<id>/actions/unpublish`, {}],
  ['discard', `POST ${CONTENT}/<id>/actions/discard`, {}],
  ['bulk publish', `POST ${CONTENT}/actions/bulkPublish`, { documentIds: ['<id>'] }],
  ['bulk unpublish', `POST ${CONTENT}/actions/bulkUnpublish`, { documentIds: ['<id>'] }],
  ['bulk delete', `POST ${CONTENT}/actions/bulkDelete`, { documentIds: ['<id>'] }],
  ['clone', `POST ${CONTENT}/clone/<id>`, { name: 'By the director' }],
  ['publish many', `POST ${CONTENT}/actions/publish`, { name: 'By the director' }],
];

describeOnEachDb('a director changes no customer', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 20 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const fill = (text: string) => text.replaceAll('<id>', world.customers['Acme Robotics'] as string).replaceAll('<note>', world.details['Acme Robotics']?.['note']?.[0] as string);
  const rows = async () => JSON.stringify(await Promise.all([CUSTOMER, 'api::note.note'].map((uid) => site.strapi.db.query(uid as never).findMany({ orderBy: 'id' }))));

  /** The refusals in the audit log. Reading the log has them written. */
  const refusals = async (): Promise<Fact[]> => {
    await (await site.asAdmin('ana@roster.test')).get('/roster/audit').expect(200);
    const entries = (await table(site.strapi, 'audit-entry').findMany({ where: { action: 'permission.denied', actor: world.members['dora'] } as never })) as { body: string }[];
    return entries.map(({ body }) => JSON.parse(body) as Fact);
  };
  const countOf = (facts: readonly Fact[]) => facts.reduce((sum, { details }) => sum + details.count, 0);

  const refused = async (agent: Awaited<ReturnType<Site['as']>>, send: string, body: object | null) => {
    const before = await rows();
    const [method = '', path = ''] = fill(send).split(' ');
    const call = agent[method.toLowerCase() as 'get'](path);
    const answer = await (body ? call.send(JSON.parse(fill(JSON.stringify(body)))) : call);
    expect(await rows()).toBe(before);
    return answer;
  };

  it.each(REST)('[A005:rest] %s', async (_what, send, body) => {
    const { status, body: answer } = await refused(await site.as('dora@roster.test'), send, body);
    expect([status, answer.data, answer.error.details.code]).toEqual([403, null, 'PERMISSION_DENIED']);
  });

  it.each(GRAPHQL)('[A005:graphql] %s', async (_what, query) => {
    const { body } = await refused(await site.as('dora@roster.test'), 'POST /graphql', { query });
    const [error] = body.errors;
    expect([Object.values(body.data ?? {}).filter(Boolean), error.extensions.code, error.extensions.error.details.code]).toEqual([[], 'FORBIDDEN', 'PERMISSION_DENIED']);
  });

  it.each(PANEL)('[A005:panel] %s', async (_what, send, body) => {
    const { status, body: answer } = await refused(await site.asAdmin('dora@roster.test'), send, body);
    expect([status, answer.data, answer.error.details.code]).toEqual([403, null, 'PERMISSION_DENIED']);
  });

  it('[A005:audit] each refusal is in the audit log, who and what, counted where it repeats', async () => {
    const dora = await site.as('dora@roster.test');
    const at = `/api/customers/${world.customers['Acme Robotics']}`;
    // A refusal of her own, which nothing before it in this suite had.
    await (await site.asAdmin('dora@roster.test')).put(`/content-manager/collection-types/api::renewal.renewal/${world.details['Acme Robotics']?.['renewal']?.[0]}`).send({ amount: 1 }).expect(403);
    const entry = (await refusals()).find(({ target }) => target.type === 'api::renewal.renewal');
    expect(entry).toMatchObject({ actor: { kind: 'member', member: world.members['dora'] }, outcome: 'refused', details: { code: 'PERMISSION_DENIED', feature: 'renewals', action: 'update', count: 1 } });

    // What repeats within a minute is written at its end: with the site, at the latest.
    const before = countOf(await refusals());
    for (let n = 0; n < 3; n += 1) await dora.put(at).send({ data: { name: 'No' } }).expect(403);
    expect(countOf(await refusals())).toBe(before);
    site = await site.reopen();
    expect(countOf(await refusals())).toBeGreaterThanOrEqual(before + 3);
  });
});
