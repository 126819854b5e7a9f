import { auditLog, rawLog } from '../../support/audit-log';
import { describeOnEachDb, openSite, type Site } from '../../support/site';

describeOnEachDb('a log from before there were seals', (db) => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite({ db, customers: 6 });
    const raw = rawLog(site.strapi);
    await raw('checkpoints').del();
    await raw('heads').del();
    for (const { id } of (await raw('entries').select('id')) as { id: number }[]) await raw('entries').where({ id }).update({ place: null, leaf: null, seal: null, key_id: null, personal: null });
    site = await site.reopen();
  });
  afterAll(() => site.close());

  it('is taken over as it is, and says so; later, an entry without a seal is a forged one', async () => {
    const log = auditLog(site.strapi);
    await log.seal();
    const raw = rawLog(site.strapi);
    const [started] = (await raw('entries').where({ action: 'log.sealing-started' })) as unknown as { body: string }[];
    const earlier = (JSON.parse(started?.body ?? '{}') as { details: { earlier: number } }).details.earlier;
    expect(earlier).toBeGreaterThan(5);
    expect(await log.verify()).toMatchObject({ isSound: true, waiting: 0 });
    const [{ id: _id, ...copy }] = (await raw('entries').where({ place: 1 })) as unknown as [Record<string, unknown>];
    await raw('entries').insert({ ...copy, event_id: 'forged', document_id: 'forged', place: null, leaf: null, seal: null, key_id: null });
    await log.seal();
    expect((await log.verify()).faults).toMatchObject([{ kind: 'inserted', place: null, eventId: 'forged' }]);
  });

  it('a clock that is set back is told', async () => {
    const log = auditLog(site.strapi);
    await log.record({ action: 'member.created', actor: { kind: 'system' }, target: { type: 'member', id: 'x' } });
    await log.seal();
    const raw = rawLog(site.strapi);
    const [{ signed_at: at }] = (await raw('heads').select('*')) as [{ signed_at: string | number | Date }];
    const later = new Date(new Date(at).getTime() + 3_600_000);
    await raw('heads').where({ name: 'log' }).update({ signed_at: db === 'sqlite' ? later.getTime() : later });
    await log.record({ action: 'member.created', actor: { kind: 'system' }, target: { type: 'member', id: 'y' } });
    await log.seal();
    const entries = (await raw('entries').where({ action: 'log.clock-set-back' })) as unknown as object[];
    expect(entries).toHaveLength(1);
  });
});
