import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

import { csv, HEADER, importsOn } from '../../support/imports';
import { PASSWORD } from '../../support/people';
import { describeOnEachDb, openSite, type Site } from '../../support/site';

const CONFIG = { 'plugin::roster': { team: { url: 'https://acme.example.com/welcome' } } };

describeOnEachDb('a file of people', (db) => {
  let site: Site;
  const { ana, upload, planned, rowsOf, counts, codeOf } = importsOn(() => site);

  beforeAll(async () => {
    site = await openSite({ db, customers: 24, configOverride: CONFIG });
  });
  afterAll(() => site.close());

  describe('the file', () => {
    it.each([
      ['as it is documented', 'email,role,territory_id\na1@x.test,csm,north\n'],
      ['without territories', 'email,role\na2@x.test,csm\n'],
      ['in another order', 'territory_id,role,email\nnorth,csm,a3@x.test\n'],
      ['with a mark, CRLF and quotes', '\ufeffemail,role,territory_id\r\n"a4@x.test","csm","north"\r\n'],
      ['with lines that end in three ways, and empty ones', 'email,role\r\n\r\na5@x.test,csm\ra6@x.test,csm\na7@x.test,csm'],
      ['with semicolons, as spreadsheets of half the world write', 'email;role;territory_id\na8@x.test;csm;north\n'],
      ['with blanks, capitals and empty columns behind', 'Email , ROLE\n a9@X.test , csm ,,\n'],
    ])('[A036] %s is read', async (_what, file) => {
      const { documentId, rows } = await planned(file);
      expect([rows.refused, rows.ready > 0]).toEqual([0, true]);
      for (const row of await rowsOf(documentId)) expect([row.email, row.role, row.status]).toEqual([expect.stringMatching(/^a\d@x\.test$/i), 'csm', 'ready']);
    });

    it.each([
      ['no email', 'role\ncsm\n', { code: 'FILE_COLUMNS', column: 'email', fault: 'missing' }],
      ['no role', 'email,territory_id\na@x.test,north\n', { code: 'FILE_COLUMNS', column: 'role', fault: 'missing' }],
      ['nothing', '', { code: 'FILE_COLUMNS', column: 'email', fault: 'missing' }],
      ['one that nobody knows', 'email,role,is_admin\na@x.test,csm,yes\n', { code: 'FILE_COLUMNS', column: 'is_admin', fault: 'unknown' }],
      ['one twice', 'email,role,EMAIL\na@x.test,csm,b@x.test\n', { code: 'FILE_COLUMNS', column: 'email', fault: 'twice' }],
      ['__proto__', 'email,role,__proto__\na@x.test,csm,x\n', { code: 'FILE_COLUMNS', column: '__proto__', fault: 'unknown' }],
      ['constructor', 'email,role,constructor\na@x.test,csm,x\n', { code: 'FILE_COLUMNS', column: 'constructor', fault: 'unknown' }],
    ])('[A036] a header with %s is one clear error, and nothing is kept', async (_what, file, details) => {
      const before = await counts();
      expect(await codeOf(upload(file))).toEqual([400, expect.objectContaining({ ...details, path: 'file' })]);
      expect(await counts()).toEqual(before);
    });

    it.each([
      ['UTF-16 with its mark', Buffer.from('\ufeffemail,role\na@x.test,csm\n', 'utf16le'), { fault: 'encoding', line: 1 }],
      ['UTF-16 without', Buffer.from('email,role\na@x.test,csm\n', 'utf16le'), { fault: 'nul', line: 1 }],
      ['latin-1', Buffer.from('email,role\na@x.test,csm\njos\xe9@x.test,csm\n', 'latin1'), { fault: 'encoding', line: 3 }],
      ['NUL', Buffer.from('email,role\r\na@x.test,csm\r\nb@x.test,c\0sm\r\n'), { fault: 'nul', line: 3 }],
      ['a spreadsheet as it is', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0xff]), { fault: 'encoding', line: 1 }],
      ['a quote that never closes', Buffer.from('email,role\na@x.test,csm\n"b@x.test,csm\nc@x.test,csm\n'), { fault: 'quote', line: 3 }],
      ['a quote in a quoted value', Buffer.from('email,role\n"a@x.test,csm\n"b@x.test",viewer\n'), { fault: 'quote', line: 2 }],
    ])('%s is refused with its line, and nothing is kept', async (_what, file, details) => {
      const before = await counts();
      expect(await codeOf(upload(file))).toEqual([400, expect.objectContaining({ code: 'FILE_UNREADABLE', path: 'file', ...details })]);
      expect(await counts()).toEqual(before);
    });

    it('rows that say too much, nothing or something odd are refused one by one; what spans lines is one row, not two', async () => {
      const { documentId } = await planned(`${HEADER}\na@x.test,csm,north,admin\n,csm,\n"c@x.test\nd@x.test",csm,\n"e@x.test,csm\nf@x.test",csm,\n"g@x.test, h@x.test",csm,\nTeam: i@x.test;,csm,\nJ <j@x.test>,csm,\nk@x.test\u0000,csm,`.replace('\u0000', ''));
      const rows = await rowsOf(documentId);
      expect(rows.map(({ line, reason }) => [line, reason])).toEqual([[2, 'TOO_MANY_VALUES'], [3, 'INVALID_EMAIL'], [4, 'INVALID_EMAIL'], [6, 'INVALID_EMAIL'], [8, 'INVALID_EMAIL'], [9, 'INVALID_EMAIL'], [10, 'INVALID_EMAIL'], [11, null]]);
    });

    it('more than 10,000 rows are refused; 10,000 are read', async () => {
      const row = (n: number) => `r${n}@x.test,nobody,`;
      const rows = Array.from({ length: 10_001 }, (_, n) => row(n));
      expect(await codeOf(upload(csv(...rows)))).toEqual([413, expect.objectContaining({ code: 'FILE_TOO_LARGE', rows: 10_000 })]);
      expect(await codeOf(upload(`${HEADER}\n${'\n'.repeat(1_000_000)}`))).toEqual([413, expect.objectContaining({ code: 'FILE_TOO_LARGE' })]);
      expect((await planned(csv(...rows.slice(1)))).total).toBe(10_000);
    });

    it('a request without a file says so', async () => {
      const agent = await ana();
      for (const answer of [agent.post('/api/roster/imports').send({ data: {} }), agent.post('/api/roster/imports').field('file', 'text'), agent.post('/api/roster/imports').set('content-type', 'multipart/form-data; boundary=x').send('nonsense')]) {
        const { status, body } = await answer;
        expect([status, body.error.details]).toEqual([400, { code: 'VALIDATION_FAILED', path: 'file' }]);
      }
      // As a body by itself, for scripts.
      expect((await agent.post('/api/roster/imports').set('content-type', 'text/csv').send(csv('raw@x.test,csm,'))).body.data).toMatchObject({ total: 1, file: null });
    });
  });

  describe('a file that is too large', () => {
    const LARGE = 100 * 1024 * 1024;
    /** Files of some size in the folder for temporary ones: other suites put small ones there meanwhile. */
    const leftovers = () => fs.readdirSync(os.tmpdir()).filter((name) => (fs.statSync(path.join(os.tmpdir(), name), { throwIfNoEntry: false })?.size ?? 0) > 100_000);

    /** Sends as much as it is let, and says how much of it had left when the answer came. */
    const send = async (isMultipart: boolean, length: number | undefined): Promise<{ status: number; code: unknown; sent: number }> => {
      const token = (await site.http.post('/api/auth/local').send({ identifier: 'ana@roster.test', password: PASSWORD }).expect(200)).body.jwt as string;
      return new Promise((resolve, reject) => {
        const type = isMultipart ? 'multipart/form-data; boundary=cut' : 'text/csv';
        const headers = { authorization: `Bearer ${token}`, 'content-type': type, ...(length === undefined ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(length) }) };
        let sent = 0;
        let isAnswered = false;
        const request = http.request(`${site.url}/api/roster/imports`, { method: 'POST', headers }, (response) => {
          isAnswered = true;
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => void parts.push(part));
          response.on('end', () => {
            const { error } = JSON.parse(Buffer.concat(parts).toString()) as { error: { details: { code: string } } };
            resolve({ status: response.statusCode ?? 0, code: error.details.code, sent });
            request.destroy();
          });
        });
        request.on('error', (error) => isAnswered || reject(error));
        if (isMultipart) request.write('--cut\r\ncontent-disposition: form-data; name="file"; filename="x.csv"\r\ncontent-type: text/csv\r\n\r\n');
        const block = Buffer.alloc(256 * 1024, 'a,b\n');
        const more = (): void => {
          while (!isAnswered && sent < LARGE) {
            sent += block.length;
            if (!request.write(block)) return void request.once('drain', more);
          }
        };
        more();
      });
    };

    it.each([
      ['a part, with its length', true, LARGE],
      ['a part, in chunks', true, undefined],
      ['a body, with its length', false, LARGE],
      ['a body, in chunks', false, undefined],
    ])('%s: refused long before its end, and nothing of it stays on the disk', async (_what, isMultipart, length) => {
      const [before, files] = [await counts(), leftovers()];
      const { status, code, sent } = await send(isMultipart, length);
      expect([status, code]).toEqual([413, 'FILE_TOO_LARGE']);
      expect(sent).toBeLessThan(LARGE / 4);
      expect(leftovers().filter((name) => !files.includes(name))).toEqual([]);
      expect(await counts()).toEqual(before);
    });
  });
});
