import type { Response } from 'supertest';

import { roster } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf } from '../../support/world';

const MISSING = 'abcdefghijklmnopqrstuvwx';

/** Requests about a record, `<id>`; sent for a hidden record and for one that does not exist. */
const REQUESTS: [string, unknown?][] = [
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

/** What legitimately differs between two answers: clocks, random bytes, and the id that the sender named. */
const comparable = ({ status, headers, text }: Response, id: string) => {
  const { date, 'x-roster-decision': decision = '', 'x-response-time': _time, etag: _etag, ...rest } = headers as Record<string, string>;
  return { status, headers: { ...rest, hasDate: Boolean(date), decision: decision.length }, text: text.replaceAll(id, '<id>').replace(/"(id|documentId|createdAt|updatedAt|publishedAt)":("[^"]*"|\d+)/g, '"$1":"…"') };
};

describeOnEachDb('a hidden record answers exactly as one that does not exist', (db) => {
  let site: Site;
  let hidden: string;
  let region: string;

  beforeAll(async () => {
    site = await openSite({ db, customers: 20 });
    const world = await worldOf(site.strapi);
    hidden = world.customers['Cumulus Air'] as string;
    region = (world['regions'] as Record<string, string>)['Alps'] as string;
  });
  afterAll(() => site.close());

  it.each(REQUESTS.map(([request, body]) => [request, body ?? null] as const))('%s %j', async (request, body) => {
    const carla = await site.as('carla@roster.test');
    const ask = async (id: string) => {
      const fill = (text: string) => text.replaceAll('<id>', id).replaceAll('<region>', region);
      const [method = 'GET', ...path] = fill(request).split(' ');
      const call = carla[method.toLowerCase() as 'get' | 'put' | 'post'](path.join(' '));
      return comparable(await (body ? call.send(JSON.parse(fill(JSON.stringify(body)))) : call), id);
    };
    const [forHidden, forMissing] = [await ask(hidden), await ask(MISSING)];
    expect(forHidden).toEqual(forMissing);
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
