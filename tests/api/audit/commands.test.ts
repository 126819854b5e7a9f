import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AuditProof, AuditReport } from '../../../contracts/audit-report';
import { auditLog } from '../../support/audit-log';
import { checkProof, runBin } from '../../support/bin';
import { outer } from '../../support/outer';
import { openSite, type Site } from '../../support/site';

interface Database {
  prepare(sql: string): { run(...values: unknown[]): unknown; get(...values: unknown[]): Record<string, unknown> };
  close(): void;
}

/** Another sign of its kind: what is changed so still looks like a proof. */
const otherThan = (sign: string): string => {
  if (/\d/.test(sign)) return String((Number(sign) + 1) % 10);
  if (/[a-z]/i.test(sign)) return /z/i.test(sign) ? 'b' : String.fromCharCode(sign.charCodeAt(0) + 1);
  return '~';
};

describe('the commands that check the log', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'roster-commands-'));
  const inFolder = (name: string) => path.join(folder, name);
  let env: Readonly<Record<string, string>>;
  let resume: () => void;
  let reopened: Promise<Site>;
  /** As the database was before any test. */
  const backup = inFolder('backup.db');
  const databaseFile = () => env['DATABASE_FILENAME'] as string;

  const roster = (...args: string[]) => runBin(args, { env });

  /** SQL past Strapi and all of it, as whoever has the file can do it. */
  const inDatabase = <T>(work: (database: Database) => T): T => {
    const Sqlite = outer.require('better-sqlite3') as new (file: string) => Database;
    const database = new Sqlite(databaseFile());
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  const eventAt = (place: number) => inDatabase((database) => database.prepare('SELECT event_id AS id FROM roster_audit_entries WHERE place = ?').get(place)['id'] as string);

  beforeAll(async () => {
    const site = await openSite({ db: 'sqlite', customers: 12 });
    const log = auditLog(site.strapi);
    await log.seal();
    for (let number = 0; number < 20; number += 1) await log.record({ action: 'member.created', actor: { kind: 'system' }, target: { type: 'member', id: `m${number}` } });
    await log.seal();
    env = site.env;
    // The site is stopped while its commands are tried: one at a time has the file, whatever a test does to it.
    await new Promise<void>((stopped, failed) => {
      reopened = site.reopen({}, () => {
        stopped();
        return new Promise<void>((resolve) => (resume = resolve));
      });
      reopened.catch(failed);
    });
    copyFileSync(databaseFile(), backup);
  });
  afterEach(() => copyFileSync(backup, databaseFile()));
  afterAll(async () => {
    resume();
    await (await reopened).close();
    rmSync(folder, { recursive: true });
  });

  it('verify: a sound log, in a report that people read', async () => {
    const { count } = inDatabase((database) => database.prepare('SELECT count(*) AS count FROM roster_audit_entries').get()) as { count: number };
    const { code, output } = await roster('verify');
    expect([code, output.trim().split('\n')]).toEqual([
      0,
      [
        expect.stringMatching(new RegExp(`^${count} entries, of which ${count} have a place and 0 wait for one; \\d+ checkpoints?, 0 anchors\\.$`)),
        expect.stringMatching(/^No anchor was given/),
        '',
        'The log is whole.',
      ],
    ]);
  });

  it('verify: names the rows that were changed in the database, the first one first', async () => {
    inDatabase((database) => {
      database.prepare("UPDATE roster_audit_entries SET outcome = 'refused' WHERE place = 7").run();
      database.prepare("UPDATE roster_audit_entries SET action = 'member.deactivated' WHERE place = 12").run();
    });
    const { code, output } = await roster('verify', '--json', inFolder('report.json'));
    expect([code, output]).toEqual([1, expect.stringContaining('The log is NOT whole. 2 things are wrong')]);
    const lines = output.split('\n').filter((line) => line.includes('edited'));
    expect(lines.map((line) => line.trim().replace(/\s+/g, ' '))).toEqual([`edited at 7, entry ${eventAt(7)}: outcome`, `edited at 12, entry ${eventAt(12)}: action`]);
    const report = JSON.parse(readFileSync(inFolder('report.json'), 'utf8')) as AuditReport;
    expect(report).toMatchObject({ isSound: false, faultCount: 2, faults: [{ kind: 'edited', place: 7 }, { kind: 'edited', place: 12 }] });
  });

  it('verify: an end that was cut off with all that tells of it is seen against an anchor from before', async () => {
    const anchors = inFolder('anchors.txt');
    inDatabase((database) => {
      const head = database.prepare('SELECT size, note FROM roster_audit_heads').get() as { size: number; note: string };
      writeFileSync(anchors, `${head.note}\n\n`);
      const first = database.prepare('SELECT size, note, frontier, signed_at FROM roster_audit_checkpoints ORDER BY size LIMIT 1').get() as { size: number; note: string; frontier: string; signed_at: number };
      expect(first.size).toBeLessThan(head.size);
      database.prepare('DELETE FROM roster_audit_entries WHERE place >= ?').run(first.size);
      database.prepare('DELETE FROM roster_audit_checkpoints WHERE size > ?').run(first.size);
      database.prepare('UPDATE roster_audit_heads SET size = ?, note = ?, frontier = ?, signed_at = ?').run(first.size, first.note, first.frontier, first.signed_at);
    });
    const without = await roster('verify');
    expect([without.code, without.output]).toEqual([0, expect.stringContaining('No anchor was given: an end that was cut off')]);
    const { code, output } = await roster('verify', '--anchor', anchors);
    expect([code, output]).toEqual([1, expect.stringContaining('1 thing is wrong')]);
    expect(output).toMatch(/truncated +from \d+ to \d+: the anchor of 2/);
  });

  it('verify: a log that could not be checked is no log that was found wanting', async () => {
    const unread = await roster('verify', '--anchor', inFolder('nothing.txt'));
    expect([unread.code, unread.output]).toEqual([2, expect.stringContaining('no such file')]);
    const elsewhere = await runBin(['verify'], { cwd: '/' });
    expect([elsewhere.code, elsewhere.output]).toEqual([2, expect.stringContaining('no Strapi')]);
    const off = await runBin(['verify'], { env: { ...env, ROSTER: 'off' } });
    expect([off.code, off.output]).toEqual([2, expect.stringContaining('not enabled')]);
    const misused = await roster('verify', 'everything');
    expect([misused.code, misused.output]).toEqual([2, expect.stringContaining('Usage')]);
    for (const { output } of [unread, elsewhere, off, misused]) expect(output).not.toMatch(/^\s+at /m);
  });

  it('prove: writes what the script accepts with the public key, and refuses wherever one sign of it is another one', async () => {
    const [event, file] = [eventAt(5), inFolder('proof.json')];
    const { code, output } = await roster('prove', event, '--out', file);
    const [, publicKey = ''] = /--public-key '(.+)'/.exec(output) ?? [];
    expect([code, output]).toEqual([0, expect.stringContaining(`Written to ${file}`)]);
    const proven = await checkProof([file, '--public-key', publicKey]);
    expect([proven.code, proven.output]).toEqual([0, expect.stringMatching(new RegExp(`^PROVEN: entry ${event} .* stands at place 5 of the log "roster"`))]);

    const whole = JSON.stringify(JSON.parse(readFileSync(file, 'utf8')) as AuditProof);
    const isRefused = async (content: string, key = publicKey): Promise<boolean> => {
      const changed = inFolder(`changed-${Math.random()}.json`);
      writeFileSync(changed, content);
      const answer = await checkProof([changed, '--public-key', key]);
      return answer.code === 1 && answer.output.startsWith('NOT PROVEN: ');
    };
    const STEP = 17;
    const places = Array.from({ length: Math.ceil(whole.length / STEP) }, (_none, number) => number * STEP);
    const accepted: string[] = [];
    for (const at of places) if (!(await isRefused(whole.slice(0, at) + otherThan(whole[at] as string) + whole.slice(at + 1)))) accepted.push(whole.slice(at - 10, at + 10));
    expect([places.length > 40, accepted]).toEqual([true, []]);
    for (const at of [2, 9, 30]) expect([at, await isRefused(whole, publicKey.slice(0, at) + otherThan(publicKey[at] as string) + publicKey.slice(at + 1))]).toEqual([at, true]);
    expect(await isRefused('')).toBe(true);
  });

  it('prove: an entry that is not there is refused with its code, and no file is written', async () => {
    const file = inFolder('none.json');
    const unknown = await roster('prove', '00000000-0000-4000-8000-000000000000', '--out', file);
    expect([unknown.code, unknown.output.trim()]).toEqual([1, 'NOT_FOUND: There is no entry 00000000-0000-4000-8000-000000000000 in the audit log.']);
    expect(() => readFileSync(file)).toThrow(/no such file/);
    const unsaid = await roster('prove');
    expect([unsaid.code, unsaid.output]).toEqual([1, expect.stringContaining('Which entry?')]);
  });
});
