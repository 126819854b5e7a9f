import { auditDaysResponse } from '../../../contracts/http-audit';
import { auditLog, rawLog, type AuditLog } from '../../support/audit-log';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { shiftTime } from '../../support/time';

const DAY_MS = 86_400_000;

describeOnEachDb('the retention of the log', (db) => {
  let site: Site;
  let log: AuditLog & { cut(): Promise<void> };
  let days = 0;

  const raw = (name: 'entries' | 'checkpoints' | 'heads') => rawLog(site.strapi)(name);
  const note = async (count: number, id: string) => {
    for (let number = 0; number < count; number += 1) await log.record({ action: 'member.restricted', actor: { kind: 'system' }, target: { type: 'member', id } });
    await log.seal();
  };
  const later = (more: number) => {
    days += more;
    shiftTime(days * DAY_MS);
  };
  const places = async () => ((await raw('entries').select('place')) as { place: number }[]).map(({ place }) => Number(place)).sort((a, b) => a - b);

  beforeAll(async () => {
    site = await openSite({ db, customers: 6, configOverride: { 'plugin::roster': { audit: { retentionDays: 30, checkpointSeconds: 1, anchorLog: false } } } });
    log = auditLog(site.strapi) as typeof log;
    await log.seal();
  });
  afterAll(async () => {
    shiftTime(0);
    await site.close();
  });

  it('removes a beginning that is older, with an entry that says so, and the rest still verifies', async () => {
    await log.cut();
    expect((await places())[0]).toBe(0);
    await note(40, 'old');
    // With a checkpoint at its end, whenever the site has sealed meanwhile; what follows is behind it, and the cut goes through that day.
    shiftTime(2_000);
    await note(1, 'old');
    await note(7, 'same day');
    later(40);
    await note(10, 'new');
    const before = await places();
    await log.cut();
    const after = await places();
    expect(after[0]).toBeGreaterThan(40);
    expect(before.slice(0, after[0])).toHaveLength(after[0] as number);
    expect(await raw('entries').where({ target_id: 'old' })).toHaveLength(0);
    expect(await raw('entries').where({ target_id: 'new' })).toHaveLength(10);
    expect(await log.verify()).toMatchObject({ isSound: true, from: after[0], entries: after.length });
    const [told] = (await raw('entries').where({ action: 'log.cut' })) as unknown as [{ body: string }];
    expect((JSON.parse(told.body) as { details: object }).details).toMatchObject({ size: after[0], days: 30, root: expect.any(String) });
  });

  it('the chart of the days tells of what is left', async () => {
    const admin = await site.asAdmin('super@roster.test');
    const dayOf = (moment: unknown) => new Date(moment as string | number).toISOString().slice(0, 10);
    const first = new Date(Date.now() - 2 * DAY_MS);
    const { data } = auditDaysResponse.parse((await admin.get(`/roster/audit/days?from=${dayOf(first)}`).expect(200)).body);
    const left = new Map<string, number>();
    for (const { occurred_at: at } of await raw('entries').select('occurred_at')) left.set(dayOf(at), (left.get(dayOf(at)) ?? 0) + 1);
    expect(Object.fromEntries(data.filter(({ entries }) => entries > 0).map(({ day, entries }) => [day, entries]))).toEqual(Object.fromEntries(left));
  });

  it('an entry behind the cut is still proven', async () => {
    const [first] = await places();
    for (const place of [first, (first ?? 0) + 3, (await places()).at(-1)]) {
      const [{ event_id: id }] = (await raw('entries').where({ place })) as unknown as [{ event_id: string }];
      expect(await log.prove(id)).toMatchObject({ place });
    }
  });

  it('is done once a day, and goes on where the last one ended', async () => {
    const [first] = await places();
    await log.cut();
    expect((await places())[0]).toBe(first);
    later(31);
    await note(5, 'newest');
    await log.cut();
    expect((await places())[0]).toBeGreaterThan(first as number);
    expect(await log.verify()).toMatchObject({ isSound: true });
    expect(await raw('entries').where({ target_id: 'newest' })).toHaveLength(5);
  });

  it('hides nothing: what goes beyond a cut is missing, and a forged cut is none', async () => {
    const [first] = (await places()) as [number];
    const [row] = (await raw('entries').where({ place: first })) as unknown as [object];
    await raw('entries').where({ place: first }).del();
    expect((await log.verify()).faults).toMatchObject([{ kind: 'missing', place: first, upTo: first }]);
    await raw('entries').insert(row);
    const cuts = (await raw('entries').where({ action: 'log.cut' })) as unknown as { id: number; place: number; body: string }[];
    const last = cuts.sort((a, b) => b.place - a.place)[0] as { id: number; place: number; body: string };
    await raw('entries').where({ id: last.id }).update({ body: last.body.replace(/"size":\d+/, `"size":${first + 2}`) });
    await raw('entries').where({ place: first }).del();
    const kinds = (await log.verify()).faults.map(({ kind, place }) => [kind, place]);
    expect(kinds).toContainEqual(['edited', last.place]);
    expect(kinds).toContainEqual(['missing', expect.any(Number)]);
  });

});
