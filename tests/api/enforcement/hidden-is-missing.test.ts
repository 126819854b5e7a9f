import type { Response } from 'supertest';

import { CUSTOMER, roster } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf } from '../../support/world';

type Requester = Awaited<ReturnType<Site['as']>>;

const MISSING = 'abcdefghijklmnopqrstuvwx';

/** Requests about a record, `<id>` (its row: `<row>`); sent for a hidden record and for one that does not exist. */
const REST: [string, unknown?][] = [
  ['GET /api/customers/<id>'],
  ['GET /api/customers/<id>?status=draft'],
  ['GET /api/customers/<id>?locale=fr'],
  ['GET /api/customers/<id>?populate=*'],
  ['GET /api/customers?filters[documentId]=<id>'],
  ['PUT /api/customers/<id>', { data: { tier: 'growth' } }],
  ['PUT /api/customers/<id>?status=draft', { data: { name: 'Taken' } }],
  ['PUT /api/customers/<id>?locale=fr', { data: { name: 'Pris' } }],
  ['PUT /api/customers/<id>', { data: { tier: 'no such tier' } }],
  ['PUT /api/customers/<id>', { data: { parent: '<id>' } }],
  ['PUT /api/customers/<id>?populate=notes', { data: { tier: 'growth' } }],
  ['GET /api/roster/records/api::customer.customer/<id>/owner'],
  ['POST /api/notes', { data: { title: 'A note', customer: '<id>' } }],
  ['POST /api/notes', { data: { title: 'A note', customer: { connect: ['<id>'] } } }],
  ['POST /api/notes', { data: { title: 'A note', customer: { set: [{ documentId: '<id>' }] } } }],
  ['POST /api/playbook-runs', { data: { state: 'open', customer: '<id>' } }],
  ['PUT /api/regions/<region>', { data: { customers: { connect: [{ documentId: '<id>', position: { end: true } }] } } }],
  ['PUT /api/regions/<region>', { data: { customers: { disconnect: ['<id>'] } } }],
  ['PUT /api/regions/<region>', { data: { favorite: '<id>' } }],
  ['POST /api/deals', { data: { title: 'A deal', parties: [{ role: 'buyer', customer: '<id>' }] } }],
  ['POST /api/deals', { data: { title: 'A deal', blocks: [{ __component: 'crm.quote', customer: '<id>' }] } }],
];

const CUSTOMERS = '/content-manager/collection-types/api::customer.customer';
const NOTES = '/content-manager/collection-types/api::note.note';
const REGIONS = '/content-manager/collection-types/api::region.region';

const PANEL: [string, unknown?][] = [
  [`GET ${CUSTOMERS}/<id>`],
  [`GET ${CUSTOMERS}/<id>?status=published&locale=fr`],
  [`GET ${CUSTOMERS}?filters[$and][0][documentId][$eq]=<id>`],
  [`GET ${CUSTOMERS}/<id>/actions/countDraftRelations`],
  [`GET ${CUSTOMERS}/actions/countManyEntriesDraftRelations?documentIds=<id>`],
  [`PUT ${CUSTOMERS}/<id>`, { tier: 'growth' }],
  [`PUT ${CUSTOMERS}/<id>`, { tier: 'no such tier' }],
  [`PUT ${CUSTOMERS}/<id>?locale=fr`, { name: 'Pris' }],
  [`PUT ${CUSTOMERS}/<acme>`, { parent: { connect: [{ documentId: '<id>' }] } }],
  [`POST ${CUSTOMERS}/<id>/actions/publish`, {}],
  [`POST ${CUSTOMERS}/<id>/actions/unpublish`, {}],
  [`POST ${CUSTOMERS}/<id>/actions/discard`, {}],
  [`POST ${CUSTOMERS}/actions/bulkPublish`, { documentIds: ['<id>'] }],
  [`POST ${CUSTOMERS}/actions/bulkUnpublish`, { documentIds: ['<id>'] }],
  [`POST ${NOTES}/actions/bulkDelete`, { documentIds: ['<note>'] }],
  [`DELETE ${NOTES}/<note>`],
  [`POST ${NOTES}/clone/<note>`, {}],
  [`POST ${NOTES}`, { title: 'A note', customer: { connect: [{ documentId: '<id>' }] } }],
  [`PUT ${REGIONS}/<region>`, { customers: { connect: [{ documentId: '<id>' }] } }],
  [`PUT ${REGIONS}/<region>`, { customers: { disconnect: [{ documentId: '<id>' }] } }],
  ['GET /content-manager/relations/api::customer.customer/<id>/notes'],
  ['GET /content-manager/relations/api::customer.customer/<id>/tags'],
  ['GET /content-manager/relations/api::customer.customer/parent?id=<id>'],
  ['GET /content-manager/relations/api::customer.customer/parent?idsToInclude[0]=<row>&_q=Nobody'],
  ['POST /i18n/content-manager/actions/get-non-localized-fields', { model: 'api::customer.customer', id: '<row>', locale: 'fr' }],
  ['GET /roster/records/api::customer.customer/<id>/owner'],
  ['GET /roster/records/api::customer.customer/<id>/why'],
];

/** As documents; the answer of a truly missing one is the host's. */
const GRAPHQL: [string][] = [
  ['{ customer(documentId: "<id>") { documentId name notes { title } } }'],
  ['{ customer(documentId: "<id>", status: DRAFT, locale: "fr") { documentId } }'],
  ['{ customers(filters: { documentId: { eq: "<id>" } }) { name } }'],
  ['{ customers_connection(filters: { documentId: { eq: "<id>" } }) { pageInfo { total } } }'],
  ['{ regions(filters: { customers: { documentId: { eq: "<id>" } } }) { name } }'],
  ['mutation { updateCustomer(documentId: "<id>", data: { tier: growth }) { documentId } }'],
  ['mutation { updateCustomer(documentId: "<id>", data: { parent: "<id>" }) { documentId } }'],
  ['mutation { updateNote(documentId: "<note>", data: { title: "Mine" }) { documentId title } }'],
  ['mutation { deleteNote(documentId: "<note>") { documentId } }'],
  ['mutation { createNote(data: { title: "A note", customer: "<id>" }) { title } }'],
  ['mutation { updateRegion(documentId: "<region>", data: { customers: ["<id>"] }) { name } }'],
  ['{ rosterOwners(type: "api::customer.customer", documentId: "<id>") { owner { name } } }'],
];

/** What legitimately differs between two answers: clocks, random bytes, and the id that the sender named. */
const comparable = ({ status, headers, text }: Response, id: string) => {
  const { date, 'x-roster-decision': decision = '', 'x-response-time': _time, etag: _etag, ...rest } = headers as Record<string, string>;
  return { status, headers: { ...rest, hasDate: Boolean(date), decision: decision.length }, text: text.replaceAll(id, '<id>').replace(/"(id|documentId|createdAt|updatedAt|publishedAt)":("[^"]*"|\d+)/g, '"$1":"…"') };
};

describeOnEachDb('a hidden record answers exactly as one that does not exist', (db) => {
  let site: Site;
  let hidden: string;
  /** What stands for the placeholders, for a record that is there and for one that is not. */
  let places: Record<'hidden' | 'missing', Readonly<Record<string, string>>>;

  beforeAll(async () => {
    site = await openSite({ db, customers: 20 });
    const world = await worldOf(site.strapi);
    hidden = world.customers['Cumulus Air'] as string;
    const row = (await site.strapi.db.query(CUSTOMER).findOne({ where: { documentId: hidden, locale: 'en', publishedAt: null } })) as { id: number };
    const common = { region: (world['regions'] as Record<string, string>)['Alps'] as string, acme: world.customers['Acme Robotics'] as string };
    places = {
      hidden: { ...common, id: hidden, note: world.details['Cumulus Air']?.['note']?.[0] as string, row: String(row.id) },
      missing: { ...common, id: MISSING, note: MISSING, row: '999999' },
    };
  });
  afterAll(() => site.close());

  const fill = (text: string, which: 'hidden' | 'missing') => text.replace(/<(\w+)>/g, (_, name: string) => places[which][name] as string);

  const unnamed = (answer: Response, which: 'hidden' | 'missing') => {
    const { id = '', note = '' } = places[which];
    const { text, ...rest } = comparable(answer, id);
    return { ...rest, text: text.replaceAll(note, '<note>') };
  };

  const ask = async (agent: Requester, request: string, body: unknown, which: 'hidden' | 'missing') => {
    const [method = 'GET', ...path] = fill(request, which).split(' ');
    const call = agent[method.toLowerCase() as 'get' | 'put' | 'post' | 'delete'](encodeURI(path.join(' ')));
    return unnamed(await (body ? call.send(JSON.parse(fill(JSON.stringify(body), which))) : call), which);
  };

  it.each(REST.map(([request, body]) => [request, body ?? null] as const))('%s %j', async (request, body) => {
    const carla = await site.as('carla@roster.test');
    expect(await ask(carla, request, body, 'hidden')).toEqual(await ask(carla, request, body, 'missing'));
  });

  it.each(PANEL.map(([request, body]) => [request, body ?? null] as const))('in the panel: %s %j', async (request, body) => {
    const carla = await site.asAdmin('carla@roster.test');
    expect(await ask(carla, request, body, 'hidden')).toEqual(await ask(carla, request, body, 'missing'));
  });

  it.each(GRAPHQL)('over GraphQL: %s', async (query) => {
    const carla = await site.as('carla@roster.test');
    expect(await ask(carla, 'POST /graphql', { query }, 'hidden')).toEqual(await ask(carla, 'POST /graphql', { query }, 'missing'));
  });

  it('also where the role may delete', async () => {
    await roster(site.strapi, 'access').setCells([{ role: 'csm', feature: 'customer_360', action: 'delete', scope: 'own' }], { kind: 'system' });
    const carla = await site.as('carla@roster.test');
    const [forHidden, forMissing] = [await carla.delete(`/api/customers/${hidden}`), await carla.delete(`/api/customers/${MISSING}`)];
    expect(comparable(forHidden, hidden)).toEqual(comparable(forMissing, MISSING));
    expect(await site.strapi.db.query('api::customer.customer').count({ where: { documentId: hidden } })).toBeGreaterThan(0);
  });

  it('the decision header opens for the site, and only for it', async () => {
    const carla = await site.as('carla@roster.test');
    const { headers } = await carla.get(`/api/customers/${hidden}`);
    const envelope = (headers as Record<string, string>)['x-roster-decision'] as string;
    const enforcement = roster(site.strapi, 'enforcement');
    expect(enforcement.openDecision(envelope)).toMatchObject({ type: 'api::customer.customer', record: hidden, feature: 'customer_360', action: 'view' });
    expect(envelope).not.toContain(hidden);
    expect(enforcement.openDecision(`${envelope.slice(0, -2)}AA`)).toBeUndefined();
    expect(enforcement.openDecision('v1.')).toBeUndefined();
  });
});
