import { ACTIONS } from '../../support/matrix-cases';
import { roster } from '../../support/roster';
import { openSite, type Site } from '../../support/site';
import { worldOf } from '../../support/world';

/** The same feature with one action more: then what the public sees takes a right of its own. */
const configOverride = { 'plugin::roster': { features: { customer_360: { actions: [...ACTIONS, 'publish'] } } } };

describe('publishing, where the feature has the action', () => {
  let site: Site;
  let at: string;

  beforeAll(async () => {
    const before = await openSite({ customers: 20 });
    site = await before.reopen({ configOverride });
    at = `/api/customers/${(await worldOf(site.strapi)).customers['Acme Robotics']}`;
  });
  afterAll(() => site.close());

  const allow = (scope: string) => roster(site.strapi, 'access').setCells([{ role: 'csm', feature: 'customer_360', action: 'publish', scope }], { kind: 'system' });
  const shown = async () => (await (await site.as('ana@roster.test')).get(at)).body.data.name as string;

  it('an action that is added to a site that runs belongs to the admin at once', async () => {
    await (await site.as('ana@roster.test')).put(at).send({ data: { arr: 1 } }).expect(200);
    const { body } = await (await site.as('ana@roster.test')).get('/api/roster/me');
    expect(body.data.permissions.customer_360.publish).toEqual(['all']);
  });

  it('a write that publishes, as every PUT does, is refused with its code, and never quietly a draft', async () => {
    const carla = await site.as('carla@roster.test');
    const before = await carla.get(`${at}?status=draft`);
    const { status, body } = await carla.put(at).send({ data: { name: 'Published by a csm' } });
    expect([status, body.error.details]).toEqual([403, { code: 'PUBLISH_REQUIRED', feature: 'customer_360', action: 'publish' }]);
    expect((await carla.get(`${at}?status=draft`)).body).toEqual(before.body);
  });

  it('a draft is saved without it, and the public sees nothing of it', async () => {
    const carla = await site.as('carla@roster.test');
    const public_ = await shown();
    await carla.put(`${at}?status=draft`).send({ data: { name: 'A draft of Carla' } }).expect(200);
    expect([await shown(), (await carla.get(`${at}?status=draft`)).body.data.name]).toEqual([public_, 'A draft of Carla']);
  });

  it('with the right it is published, as far as the right reaches', async () => {
    const carla = await site.as('carla@roster.test');
    await allow('own');
    await carla.put(at).send({ data: { name: 'Published by Carla' } }).expect(200);
    expect(await shown()).toBe('Published by Carla');
    const borealis = `/api/customers/${(await worldOf(site.strapi)).customers['Borealis Foods']}`;
    const { status, body } = await carla.put(borealis).send({ data: { name: 'Only co-owned' } });
    expect([status, body.error.details.code]).toEqual([403, 'PUBLISH_REQUIRED']);
    await carla.put(`${borealis}?status=draft`).send({ data: { name: 'Only co-owned' } }).expect(200);
    await allow('none');
  });

  it('publish, unpublish and discard through the document service ask the same', async () => {
    const { runAs } = roster(site.strapi, 'enforcement');
    const world = await worldOf(site.strapi);
    const documentId = world.customers['Acme Robotics'] as string;
    const documents = site.strapi.documents('api::customer.customer');
    const asCarla = <T>(run: () => Promise<T>) => runAs(world.members['carla'] as string, run);
    await expect(asCarla(() => documents.publish({ documentId }))).rejects.toMatchObject({ details: { code: 'PUBLISH_REQUIRED' } });
    await expect(asCarla(() => documents.unpublish({ documentId }))).rejects.toMatchObject({ details: { code: 'PUBLISH_REQUIRED' } });
    await asCarla(() => documents.discardDraft({ documentId }));
    await allow('book');
    await asCarla(() => documents.unpublish({ documentId }));
    await asCarla(() => documents.publish({ documentId }));
    const hidden = world.customers['Cumulus Air'] as string;
    expect(await asCarla(() => documents.publish({ documentId: hidden }))).toEqual({ documentId: hidden, entries: [] });
    expect(await asCarla(() => documents.unpublish({ documentId: hidden }))).toEqual({ documentId: hidden, entries: [] });
    expect(await site.strapi.db.query('api::customer.customer').count({ where: { documentId: hidden, publishedAt: { $notNull: true } } })).toBeGreaterThan(0);
  });
});
