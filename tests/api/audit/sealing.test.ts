import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AuditFault } from '../../../contracts/audit-report';
import { auditLog, copyOf, rawLog } from '../../support/audit-log';
import { describeOnEachDb, openSite, type Site } from '../../support/site';

const KEY = 'the secret of this log, for its tests alone';
const NEXT_KEY = 'the secret that comes after it, when it has leaked';
const keyed = (more: object = {}) => ({ configOverride: { 'plugin::roster': { audit: { key: KEY, checkpointSeconds: 1, anchorLog: false, ...more } } } });

describeOnEachDb('the sealed log', (db) => {
  let site: Site;
  const folder = mkdtempSync(path.join(tmpdir(), 'roster-anchors-'));
  const anchorFile = path.join(folder, 'anchors.txt');

  beforeAll(async () => {
    site = await openSite({ db, customers: 12, ...keyed({ anchorFile }) });
  });
  afterAll(() => site.close());

  const raw = (name: Parameters<ReturnType<typeof rawLog>>[0]) => rawLog(site.strapi)(name);
  const log = () => auditLog(site.strapi);
  const entryAt = async (place: number) => (await raw('entries').where({ place }))[0] as Record<string, unknown>;
  const noteNow = async () => ((await raw('heads').select('*'))[0] as { note: string }).note;
  /** Something happens, twenty times. */
  const work = async (count = 20) => {
    const ana = await site.as('ana@roster.test');
    for (let number = 0; number < count; number += 1) await ana.post('/api/customers').send({ data: { name: `Sealed ${number}` } }).expect(201);
    await log().seal();
  };

  it('[A096] gives every entry its place, without a gap, and finds nothing wrong', async () => {
    await work();
    const rows = await raw('entries').select('*');
    const places = rows.map(({ place }) => Number(place)).sort((a, b) => a - b);
    expect(places).toEqual(places.map((_place, at) => at));
    expect(rows.length).toBeGreaterThan(20);
    const report = await log().verify();
    expect(report).toMatchObject({ isSound: true, entries: rows.length, size: rows.length, waiting: 0, forgotten: 0, faults: [] });
    expect(report.checkpoints).toBeGreaterThan(0);
    // The site was filled by a boot that had no anchor file.
    expect(report.anchors).toBeGreaterThan(0);
  });

  describe('shows every attack', () => {
    let restore: () => Promise<void>;
    let size: number;
    let anchors: string;

    beforeAll(async () => {
      await work();
      // A second batch behind a second checkpoint: damage in one must not spoil the other.
      await new Promise((resolve) => void setTimeout(resolve, 1_100));
      await work(10);
      size = (await log().verify()).size;
      restore = await copyOf(site.strapi);
      anchors = readFileSync(anchorFile, 'utf8');
    });
    afterEach(async () => {
      await restore();
      writeFileSync(anchorFile, anchors);
    });

    const idOf = async (place: number) => (await entryAt(place))['id'];
    const found = async (anchors: readonly string[] = []): Promise<[kind: string, place: number | null, detail: string | null][]> =>
      (await log().verify({ anchors })).faults.map(({ kind, place, detail }: AuditFault) => [kind, place, detail]);

    it('nothing was done', async () => expect(await found()).toEqual([]));

    it.each([
      ['action', { action: 'record.deleted' }, 'action'],
      ['actor', { actor: 'somebodyelsesdocumentid00' }, 'actor'],
      ['time', { occurred_at: new Date('2020-01-01T00:00:00Z') }, 'occurredAt'],
      ['target', { target_id: 'another' }, 'target'],
      ['outcome', { outcome: 'refused' }, 'outcome'],
      ['address', { personal: '{"ip":"10.1.1.1","salt":"AAAA"}' }, 'personal'],
    ])('an edited %s', async (_what, change, part) => {
      await raw('entries').where({ place: 7 }).update(db === 'sqlite' && 'occurred_at' in change ? { occurred_at: change.occurred_at.getTime() } : change);
      expect(await found()).toEqual([['edited', 7, part]]);
    });

    it('an edited text, also with columns that fit it', async () => {
      const [{ place, body }] = (await raw('entries').where({ action: 'record.created' })) as unknown as [{ place: number; body: string }];
      await raw('entries').where({ place }).update({ body: body.replace('"action":"record.created"', '"action":"record.updated"'), action: 'record.updated' });
      expect(await found()).toEqual([['edited', place, 'body']]);
    });

    it('an edited text with a leaf that fits it', async () => {
      const [{ body }, other] = [(await entryAt(9)) as { body: string }, await entryAt(10)];
      await raw('entries').where({ place: 9 }).update({ body: `${body} `, leaf: other['leaf'] });
      expect(await found()).toEqual([['forged', 9, null]]);
    });

    it('a deleted entry, and several', async () => {
      await raw('entries').where({ place: 5 }).del();
      await raw('entries').whereIn('place', [11, 12, 13]).del();
      const { faults } = await log().verify();
      expect(faults.map(({ kind, place, upTo }) => [kind, place, upTo])).toEqual([['missing', 5, 5], ['missing', 11, 13]]);
    });

    it('entries that are gone on both sides of a checkpoint', async () => {
      const [, { size: at }] = (await raw('checkpoints').orderBy('size')) as [object, { size: number }];
      await raw('entries').whereIn('place', [at - 2, at - 1, at, at + 1]).del();
      expect((await log().verify()).faults).toMatchObject([{ kind: 'missing', place: at - 2, upTo: at + 1 }]);
    });

    it('a deleted entry whose followers were numbered anew', async () => {
      await raw('entries').where({ place: 5 }).del();
      for (let place = 6; place < size; place += 1) await raw('entries').where({ place }).update({ place: place - 1 });
      const faults = await found();
      expect(faults[0]).toEqual(['moved', 5, 'sealed at 6']);
      expect(faults.at(-1)).toEqual(['missing', size - 1, null]);
    });

    it('two swapped entries', async () => {
      const [four, eight] = [await idOf(4), await idOf(8)];
      await raw('entries').where({ id: four }).update({ place: null });
      await raw('entries').where({ id: eight }).update({ place: 4 });
      await raw('entries').where({ id: four }).update({ place: 8 });
      expect(await found()).toEqual([['moved', 4, 'sealed at 8'], ['moved', 8, 'sealed at 4']]);
    });

    it('an entry without the key, with and without a place', async () => {
      const { id: _id, ...copy } = await entryAt(3);
      await raw('entries').insert({ ...copy, event_id: randomUUID(), document_id: 'forged', place: size });
      await raw('entries').insert({ ...copy, event_id: randomUUID(), document_id: 'forged2', place: null });
      await raw('entries').insert({ ...copy, event_id: randomUUID(), document_id: 'forged3', place: null, seal: null, leaf: null, key_id: null });
      await log().seal();
      expect((await found()).map(([kind, place]) => [kind, place])).toEqual([['inserted', size], ['inserted', null], ['inserted', null]]);
    });

    it('a forged entry keeps no other from its place', async () => {
      const { id: _id, ...copy } = await entryAt(3);
      await raw('entries').insert({ ...copy, event_id: randomUUID(), document_id: 'forged', place: null });
      await log().record({ action: 'member.created', actor: { kind: 'system' }, target: { type: 'member', id: 'x' } });
      await log().seal();
      expect([(await log().verify()).size, await found()]).toEqual([size + 1, [['inserted', null, null]]]);
    });

    it('a checkpoint of another root, and one of another size', async () => {
      const [first, second] = (await raw('checkpoints').orderBy('size')) as [{ id: number; note: string; size: number }, { id: number; size: number }];
      await raw('checkpoints').where({ id: first.id }).update({ note: first.note.replace(/\n[A-Za-z0-9+/]{4}/, '\nAAAA') });
      await raw('checkpoints').where({ id: second.id }).update({ size: second.size + 1 });
      expect(await found()).toEqual([['checkpoint', first.size, 'checkpoint: bad signature'], ['checkpoint', second.size + 1, 'checkpoint: its note is of another size']]);
    });

    it('a checkpoint of another time', async () => {
      const [{ id, size: its }] = (await raw('checkpoints').orderBy('size')) as [{ id: number; size: number }];
      const earlier = new Date('2020-01-01T00:00:00Z');
      await raw('checkpoints').where({ id }).update({ signed_at: db === 'sqlite' ? earlier.getTime() : earlier });
      expect(await found()).toEqual([['checkpoint', its, 'checkpoint: its note is of another time']]);
    });

    it('another frontier: the log cannot be led on from elsewhere', async () => {
      const [{ size: at, frontier }] = (await raw('heads').select('*')) as [{ size: number; frontier: string }];
      await raw('heads').where({ size: at }).update({ frontier: frontier.replace(/^..../, 'AAAA') });
      expect(await found()).toEqual([['head', size, 'what it goes on from is not what it has signed']]);
    });

    it('a head that is gone', async () => {
      await raw('heads').del();
      expect(await found()).toEqual([['head', null, 'it is gone']]);
      await expect(log().seal()).resolves.toBeUndefined();
    });

    it('an end that was cut off', async () => {
      await raw('entries').whereIn('place', [size - 1, size - 2]).del();
      expect((await log().verify()).faults).toMatchObject([{ kind: 'missing', place: size - 2, upTo: size - 1 }]);
    });

    it('an end that was cut off with its checkpoints, against an anchor alone', async () => {
      const before = await noteNow();
      const [first] = (await raw('checkpoints').orderBy('size')) as [{ size: number; note: string; frontier: string; signed_at: unknown; key_id: string }];
      for (let place = first.size; place < size; place += 1) await raw('entries').where({ place }).del();
      for (const { id, size: its } of (await raw('checkpoints').select('*')) as { id: number; size: number }[]) if (its > first.size) await raw('checkpoints').where({ id }).del();
      await raw('heads').where({ name: 'log' }).update({ size: first.size, note: first.note, frontier: first.frontier, signed_at: first.signed_at });
      writeFileSync(anchorFile, '');
      // What no anchor has seen cannot be missed.
      expect(await found()).toEqual([]);
      expect(await found([before])).toEqual([['truncated', first.size, expect.stringMatching(/^the anchor of 2/)]]);
      writeFileSync(anchorFile, anchors);
      expect((await found()).map(([kind]) => kind)).toContain('truncated');
    });

    it('everything made anew with the stolen key, against an anchor alone', async () => {
      const before = await noteNow();
      const rows = (await raw('entries').orderBy('place')) as { id: number; body: string; event_id: string }[];
      await raw('checkpoints').del();
      await raw('heads').del();
      await raw('entries').where({ id: (rows[4] as { id: number }).id }).del();
      for (const { id } of rows) await raw('entries').where({ id }).update({ place: null, seal: null, leaf: null, key_id: null });
      await log().seal();
      writeFileSync(anchorFile, '');
      expect(await found()).toEqual([]);
      expect(await found([before])).toEqual([['rewritten', expect.any(Number), expect.stringContaining('has another root')]]);
    });

    it('an anchor that another key has signed', async () => {
      appendFileSync(path.join(folder, 'foreign.txt'), (await noteNow()).replace(/— roster .{8}/, '— roster AAAAAAAA'));
      const { faults } = await log().verify({ anchorFiles: [path.join(folder, 'foreign.txt')] });
      expect(faults).toMatchObject([{ kind: 'unknown-key', detail: 'anchor: unknown key' }]);
    });

    it('an entry that was changed before it got its place', async () => {
      await log().record({ action: 'member.created', actor: { kind: 'system' }, target: { type: 'member', id: 'x' } });
      const [{ id, body }] = (await raw('entries').where({ place: null } as never)) as unknown as [{ id: number; body: string }];
      await raw('entries').where({ id }).update({ body: body.replace('member.created', 'member.deactivated') });
      await log().seal();
      expect(await found()).toEqual([['edited', null, 'body']]);
    });
  });

  it('an entry is proven to somebody who has the public key and nothing else', async () => {
    for (const place of [0, 13]) {
      const { event_id } = (await entryAt(place)) as { event_id: string };
      const proof = await log().prove(event_id);
      const file = path.join(folder, 'proof.json');
      const check = (content: object) => {
        writeFileSync(file, JSON.stringify(content));
        return execFileSync('node', ['bin/check-proof.mjs', file, '--public-key', log().publicKey()], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
      };
      expect(check(proof)).toContain(event_id);
      expect(() => check({ ...proof, body: proof.body.replace('"outcome":"done"', '"outcome":"gone"') })).toThrow(/does not lead/);
      expect(() => check({ ...proof, place: proof.place + 1 })).toThrow(/does not lead/);
      expect(() => check({ ...proof, checkpoint: proof.checkpoint.replace('time 2', 'time 1') })).toThrow(/signature/);
      if (proof.personal !== null) expect(() => check({ ...proof, personal: '{}' })).toThrow(/personal/);
    }
    await expect(log().prove(randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('what is personal is forgotten, and the log still holds', async () => {
    const rows = (await raw('entries').select('*')) as { id: number; personal: string | null; body: string }[];
    const withAddress = rows.find(({ personal }) => personal?.includes('"ip"'));
    expect(withAddress?.body).not.toContain('127.0.0.1');
    await raw('entries').where({ id: withAddress?.id }).update({ personal: null });
    expect(await log().verify()).toMatchObject({ isSound: true, forgotten: 1 });
  });

  it('another key goes on, and what the first has sealed is verified as long as it is known', async () => {
    site = await site.reopen(keyed({ key: NEXT_KEY, earlierKeys: [KEY], anchorFile }));
    await work(3);
    expect(await log().verify()).toMatchObject({ isSound: true });
    const changes = (await raw('entries').where({ action: 'log.key-changed' })) as unknown as object[];
    // The site was filled by a boot that had the key of the site.
    expect(changes).toHaveLength(2);
    site = await site.reopen(keyed({ key: NEXT_KEY, anchorFile }));
    const { faults } = await log().verify();
    expect(faults).toContainEqual(expect.objectContaining({ kind: 'unknown-key', upTo: expect.any(Number), detail: expect.stringMatching(/^key [0-9a-f]{16}, \d+ entries$/) }));
  });
});
