import { auditLog, rawLog } from '../../support/audit-log';
import { CUSTOMER } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { createApiToken } from '../../support/tokens';
import { bookOf, worldOf, type World } from '../../support/world';

const MODEL = 'api::health-model.health-model';
const TOKEN = 'sk_live_abcdefgh12345678';

describeOnEachDb('what the log tells of a write', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24, configOverride: { 'plugin::roster': { audit: { redact: ['territory'] }, bindings: { [CUSTOMER]: { audit: 'changes' } } } } });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const told = async (action: string, target: string): Promise<Record<string, unknown>[]> => {
    await auditLog(site.strapi).seal();
    const rows = (await rawLog(site.strapi)('entries').where({ action, target_id: target })) as unknown as { id: number; body: string }[];
    return rows.sort((a, b) => a.id - b.id).map(({ body }) => (JSON.parse(body) as { details: Record<string, unknown> }).details);
  };
  const ana = () => site.as('ana@roster.test');

  it('[A090] a health model: the values before and after', async () => {
    const { body } = await (await ana()).post('/api/health-models').send({ data: { name: 'First', weights: { usage: 0.4, support: 0.6 } } }).expect(201);
    const record = body.data.documentId as string;
    await (await ana()).put(`/api/health-models/${record}`).send({ data: { weights: { usage: 0.7, support: 0.3 } } }).expect(200);
    expect(await told('record.created', record)).toEqual([{ changes: expect.arrayContaining([{ field: 'name', before: null, after: 'First' }]) }]);
    expect(await told('record.updated', record)).toEqual([{ changes: [{ field: 'weights', before: { usage: 0.4, support: 0.6 }, after: { usage: 0.7, support: 0.3 } }] }]);
    await (await ana()).delete(`/api/health-models/${record}`).expect(204);
    const [deleted] = await told('record.deleted', record);
    expect(deleted).toMatchObject({ name: 'First', changes: expect.arrayContaining([{ field: 'name', before: 'First', after: null }]) });
    expect(site.strapi.contentTypes[MODEL as never]).toBeDefined();
  });

  it('a write that changes nothing has no changes; a secret in a field, and a field that the site names, are not told', async () => {
    const [customer] = bookOf(world, 'carla');
    const record = customer?.documentId as string;
    await (await ana()).put(`/api/customers/${record}`).send({ data: { territory: 'latam', email: 'billing@acme.test' } }).expect(200);
    await (await ana()).put(`/api/customers/${record}`).send({ data: { email: 'billing@acme.test' } }).expect(200);
    await (await ana()).put(`/api/customers/${record}`).send({ data: { name: `Acme ${TOKEN}` } }).expect(200);
    const [first, second, third] = (await told('record.updated', record)).slice(-3);
    expect(first).toEqual({ changes: expect.arrayContaining([expect.objectContaining({ field: 'email', after: 'billing@acme.test' }), { field: 'territory', before: '[redacted]', after: '[redacted]' }]) });
    expect(second).toEqual({ changes: [] });
    expect(third).toEqual({ changes: [{ field: 'name', before: customer?.name, after: 'Acme [redacted]' }] });
    const everything = JSON.stringify(await rawLog(site.strapi)('entries').where({ target_type: CUSTOMER }));
    expect(everything).not.toContain(TOKEN);
    expect(everything).not.toContain('latam');
  });

  it('a relation is told by documentId', async () => {
    const [customer, parent] = bookOf(world, 'chen');
    await (await ana()).put(`/api/customers/${customer?.documentId}`).send({ data: { parent: parent?.documentId } }).expect(200);
    const details = await told('record.updated', customer?.documentId as string);
    expect(details).toEqual([{ changes: [{ field: 'parent', before: null, after: parent?.documentId }] }]);
  });

  it('[A092] deleted customers, one by one and many at once, each with its name', async () => {
    const [first, second, third] = bookOf(world, 'cleo').slice(-3);
    await (await ana()).delete(`/api/customers/${first?.documentId}`).expect(204);
    const panel = await site.asAdmin('super@roster.test');
    await panel.post(`/content-manager/collection-types/${CUSTOMER}/actions/bulkDelete`).send({ documentIds: [second?.documentId, third?.documentId] }).expect(200);
    for (const customer of [first, second, third]) expect(await told('record.deleted', customer?.documentId as string)).toEqual([expect.objectContaining({ name: customer?.draftName })]);
  });

  describe('by whom nobody checks', () => {
    /** action, kind of actor and token of every entry about a record, in their order. */
    const entriesOf = async (record: string): Promise<(readonly [string, string, string | null])[]> => {
      await auditLog(site.strapi).seal();
      const rows = (await rawLog(site.strapi)('entries').where({ target_type: CUSTOMER, target_id: record })) as unknown as { id: number; action: string; actor_kind: string; token: string | null }[];
      return rows.filter(({ action }) => action.startsWith('record.')).sort((a, b) => a.id - b.id).map(({ action, actor_kind, token }) => [action, actor_kind, token]);
    };

    it('[A092] a full-access token: what it creates, changes and deletes, and which token it was', async () => {
      const { documentId, accessKey } = await createApiToken(site.strapi, 'nightly sync', 'full-access');
      const sync = site.withToken(accessKey);
      const { body } = await sync.post('/api/customers').send({ data: { name: 'Synced' } }).expect(201);
      const record = body.data.documentId as string;
      await sync.put(`/api/customers/${record}`).send({ data: { name: 'Synced again' } }).expect(200);
      await sync.delete(`/api/customers/${record}`).expect(204);
      expect(await entriesOf(record)).toEqual(['record.created', 'record.updated', 'record.deleted'].map((action) => [action, 'system', documentId]));
      expect(await told('record.updated', record)).toEqual([{ changes: [{ field: 'name', before: 'Synced', after: 'Synced again' }] }]);
      expect(await told('record.deleted', record)).toEqual([expect.objectContaining({ name: 'Synced again' })]);
    });

    it('[A092] site code outside of requests', async () => {
      const documents = site.strapi.documents(CUSTOMER as never);
      const { documentId: record } = await documents.create({ data: { name: 'By cron' } as never });
      await documents.publish({ documentId: record });
      await documents.delete({ documentId: record });
      expect(await entriesOf(record)).toEqual(['record.created', 'record.published', 'record.deleted'].map((action) => [action, 'system', null]));
    });

    it('what is not there is neither deleted nor told', async () => {
      const missing = 'abcdefghijklmnopqrstuvwx';
      await site.strapi.documents(CUSTOMER as never).delete({ documentId: missing });
      expect(await entriesOf(missing)).toEqual([]);
    });

    it('a write that is undone leaves no entry', async () => {
      const [customer] = bookOf(world, 'cora');
      const record = customer?.documentId as string;
      const before = await entriesOf(record);
      const undone = site.strapi.db.transaction(async () => {
        await site.strapi.documents(CUSTOMER as never).delete({ documentId: record });
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      expect(await entriesOf(record)).toEqual(before);
    });
  });
});
