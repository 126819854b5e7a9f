import { get } from 'node:http';
import { parse } from 'csv-parse/sync';
import type TestAgent from 'supertest/lib/agent';
import { auditLog, rawLog } from '../../support/audit-log';
import { PASSWORD } from '../../support/people';
import { CUSTOMER } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf, type World } from '../../support/world';

type Row = Record<string, unknown>;

/** What a spreadsheet would take for a formula has an apostrophe before it: the one difference that is meant. */
const asCell = (value: unknown): string => {
  if (value === null) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
};

const ODD = ['=HYPERLINK("http://evil.test")', '+49 30', '-1+1', '@SUM(A1)', '\tcmd', 'quote " and, comma', 'line\nbreak\r\nand more', 'emoji 🧾🇩🇪', 'שלום, עולם', '   spaces   ', "'already", ';semicolon'];

describeOnEachDb('exports', (db) => {
  let site: Site;
  let world: World;
  const CUSTOMERS = 620;

  beforeAll(async () => {
    site = await openSite({ db, customers: CUSTOMERS });
    world = await worldOf(site.strapi);
    const ana = await site.as('ana@roster.test');
    for (const [at, text] of ODD.entries()) await ana.put(`/api/customers/${bookOf(world, 'carla')[at]?.documentId}?status=published`).send({ data: { name: text } }).expect(200);
  });
  afterAll(() => site.close());

  const text = async (agent: TestAgent, path: string, query: object): Promise<{ status: number; text: string; headers: Record<string, string> }> => {
    const answer = await agent.get(path).query(query).buffer(true).parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts).toString('utf8')));
    });
    return { status: answer.status, text: answer.body as string, headers: answer.headers as Record<string, string> };
  };
  const exported = async (key: string, query: object = {}) => text(await site.as(`${key}@roster.test`), `/api/roster/exports/${CUSTOMER}`, query);
  const csvOf = (given: string) => parse(given, { columns: true, record_delimiter: '\r\n', relax_column_count: false, relax_quotes: false }) as Row[];
  const told = async (action: string): Promise<{ actor: string; details: Row }[]> => {
    await auditLog(site.strapi).seal();
    const rows = (await rawLog(site.strapi)('entries').where({ action })) as unknown as { id: number; actor: string; body: string }[];
    return rows.sort((a, b) => a.id - b.id).map(({ actor, body }) => ({ actor, details: (JSON.parse(body) as { details: Row }).details }));
  };

  it('[A017] a director exports all rows, a csm his own, a viewer none; each is told with how many there were', async () => {
    const counts: Row = {};
    for (const key of ['ana', 'dora', 'carla', 'vera', 'nina']) {
      const { status, text: file } = await exported(key, { format: 'jsonl' });
      counts[key] = status === 200 ? file.trim().split('\n').length : status;
    }
    const own = world.plan.filter(({ owner }) => owner === 'carla').length;
    expect(own).toBeLessThan(bookOf(world, 'carla').length);
    expect(counts).toEqual({ ana: CUSTOMERS, dora: CUSTOMERS, carla: own, vera: 403, nina: 403 });
    const finished = await told('export.finished');
    expect(finished.map(({ actor, details }) => [actor, details['rows'], details['isComplete']])).toEqual(['ana', 'dora', 'carla'].map((key) => [world.members[key], counts[key], true]));
    expect(await told('export.started')).toHaveLength(3);
    expect((await site.http.get(`/api/roster/exports/${CUSTOMER}`)).status).toBe(403);
  });

  it('[A094] CSV is row for row what JSON is, read by a strict parser, with all that may stand in a cell', async () => {
    const [csv, json, lines] = [await exported('ana', { format: 'csv' }), await exported('ana', { format: 'json' }), await exported('ana', { format: 'jsonl' })];
    const rows = JSON.parse(json.text) as Row[];
    expect(rows).toHaveLength(CUSTOMERS);
    expect(lines.text.trim().split('\n').map((line) => JSON.parse(line) as Row)).toEqual(rows);
    expect(csvOf(csv.text)).toEqual(rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asCell(value)]))));
    const names = new Set(rows.map(({ name }) => name));
    for (const odd of ODD) expect([odd, names.has(odd)]).toEqual([odd, true]);
    expect([csv.headers['content-type'], csv.headers['x-total-count'], csv.headers['cache-control']]).toEqual(['text/csv; charset=utf-8', String(CUSTOMERS), 'no-store']);
    expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="customer-\d{4}-\d\d-\d\d\.csv"$/);
    expect(rows[0]).toMatchObject({ ownerId: expect.any(String), owner: expect.any(String) });
    expect(Object.keys(rows[0] ?? {})).not.toContain('rosterOwner');
  });

  it('filters as the REST API does, and refuses what that refuses', async () => {
    const query = { format: 'json', filters: { arr: { $gt: 50_000 } } };
    const found = JSON.parse((await exported('dora', query)).text) as { arr: number }[];
    const { body } = await (await site.as('dora@roster.test')).get('/api/customers').query({ filters: { arr: { $gt: 50_000 } }, pagination: { pageSize: 1 } });
    expect([found.length, found.every(({ arr }) => arr > 50_000)]).toEqual([body.meta.pagination.total, true]);
    expect((await told('export.finished')).at(-1)?.details).toMatchObject({ filters: { arr: { $gt: '50000' } }, rows: found.length });
    expect((await exported('dora', { filters: { roster_owner: 'x' } })).status).toBe(400);
    expect((await exported('dora', { format: 'xls' })).status).toBe(400);
    expect((await text(await site.as('ana@roster.test'), '/api/roster/exports/api::nothing.nothing', {})).status).toBe(400);
  });

  it('an export from which the client goes away is told as one that is not complete', async () => {
    const before = (await told('export.finished')).length;
    const abort = new AbortController();
    const credentials = { identifier: 'ana@roster.test', password: PASSWORD };
    const { body } = await site.http.post('/api/auth/local').send(credentials).expect(200);
    const answer = await fetch(`${site.url}/api/roster/exports/${CUSTOMER}?format=jsonl`, { headers: { authorization: `Bearer ${body.jwt}` }, signal: abort.signal });
    await answer.body?.getReader().read();
    abort.abort();
    for (let tries = 0; tries < 50 && (await told('export.finished')).length === before; tries += 1) await new Promise((resolve) => void setTimeout(resolve, 100));
    const last = (await told('export.finished')).slice(before);
    expect(last).toHaveLength(1);
    expect(Number(last[0]?.details['rows'])).toBeLessThanOrEqual(CUSTOMERS);
  });

  it('[A091] an export that breaks off in its middle is a broken download, never a whole one, and is told as one that has failed', async () => {
    let pages = 0;
    let isBreaking = true;
    site.strapi.documents.use(((context: { uid: string; action: string }, next: () => unknown) => {
      if (isBreaking && context.uid === CUSTOMER && context.action === 'findMany' && (pages += 1) > 1) throw new Error('the database is gone');
      return next();
    }) as never);
    const before = (await told('export.finished')).length;
    const { body } = await site.http.post('/api/auth/local').send({ identifier: 'ana@roster.test', password: PASSWORD }).expect(200);
    const address = `${site.url}/api/roster/exports/${CUSTOMER}?format=json`;
    const received = await new Promise<{ status: number | undefined; total: unknown; text: string; isWhole: boolean }>((resolve, reject) => {
      get(address, { headers: { authorization: `Bearer ${body.jwt}` } }, (response) => {
        let file = '';
        response.on('data', (part: Buffer) => (file += part.toString('utf8')));
        response.on('error', () => undefined);
        response.on('close', () => resolve({ status: response.statusCode, total: response.headers['x-total-count'], text: file, isWhole: response.complete }));
      }).on('error', reject);
    });
    expect(received).toMatchObject({ status: 200, total: String(CUSTOMERS), isWhole: false });
    expect(() => JSON.parse(received.text) as unknown).toThrow();
    pages = 0;
    // What a browser or an app would see: its download fails.
    await expect(fetch(address, { headers: { authorization: `Bearer ${body.jwt}` } }).then((answer) => answer.text())).rejects.toThrow();
    isBreaking = false;
    const broken = (await told('export.finished')).slice(before);
    expect(broken.map(({ details }) => [details['rows'], details['isComplete'], details['reason']])).toEqual([[200, false, 'failed'], [200, false, 'failed']]);
  });

  it('[A091][A094] the log itself: what is looked for, in each format, told with its filter and its rows', async () => {
    const admin = await site.asAdmin('super@roster.test');
    const filter = { action: 'export.finished' };
    const count = (await told('export.finished')).length;
    const csv = csvOf((await text(admin, '/roster/audit/export', { ...filter, format: 'csv' })).text);
    const json = JSON.parse((await text(admin, '/roster/audit/export', { ...filter, format: 'json' })).text) as Row[];
    expect([csv.length, json.length]).toEqual([count, count + 1]);
    expect(csv).toEqual(json.slice(0, count).map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asCell(value)]))));
    expect((await told('export.finished')).at(-1)?.details).toMatchObject({ format: 'json', filters: { action: ['export.finished'] }, rows: count + 1, isComplete: true });
    const whole = JSON.parse((await text(admin, '/roster/audit/export', { format: 'json' })).text) as { place: number }[];
    expect(whole.length).toBeGreaterThan(500);
    expect(whole.map(({ place }) => place)).toEqual(whole.map((_row, at) => at));
    for (const [format, key] of [['ocsf', 'class_uid'], ['ecs', '@timestamp']] as const) {
      const [line] = (await text(admin, '/roster/audit/export', { ...filter, format })).text.split('\n');
      expect(JSON.parse(line ?? '')).toHaveProperty([key]);
    }
  });
});
