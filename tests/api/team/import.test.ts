import { auditLog } from '../../support/audit-log';
import { csv, importsOn, IMPORT_DOORS, many, type ImportAnswer } from '../../support/imports';
import { openMailbox, type Mailbox } from '../../support/mailbox';
import { roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

const CONFIG = { 'plugin::roster': { team: { url: 'https://acme.example.com/welcome' } } };

describeOnEachDb('people from a file', (db) => {
  let site: Site;
  let world: World;
  let mailbox: Mailbox;
  const { at, ana, upload, start, infoOf, planned, ended, carryOut, rowsOf, errorsOf, count, counts, memberOf, grantsOf, told, codeOf } = importsOn(() => site);

  beforeAll(async () => {
    site = await openSite({ db, customers: 24, configOverride: CONFIG });
    world = await worldOf(site.strapi);
    mailbox = openMailbox(site.strapi);
  });
  afterAll(() => site.close());

  describe.each(['panel', 'rest'] as const)('at the door %s', (door) => {
    it(`[A037:${door}] [A038:${door}] five good rows and two bad ones: five invitations, mails and entries, and the bad ones do not stop the rest`, async () => {
      const file = csv(...[1, 2, 3].map((n) => `${door}${n}@x.test,csm,north`), 'not an address,csm,', `${door}4@x.test,viewer,`, `${door}x@x.test,emperor,`, `${door}5@x.test,csm`);
      const [members, mails] = [await count('member'), mailbox.mails.length];
      const { status, body } = await upload(file, door);
      expect([status, body.data]).toEqual([200, expect.objectContaining({ status: 'planned', file: 'team.csv', total: 7, done: 0, rows: { ready: 5, invited: 0, refused: 2 }, createdBy: expect.objectContaining({ name: 'Ana Ruiz' }) })]);
      // A look at the file changes nothing.
      expect([await count('member'), mailbox.mails.length]).toEqual([members, mails]);

      const id = body.data.documentId as string;
      expect((await start(id, door)).status).toBe(200);
      expect(await ended(id)).toMatchObject({ status: 'done', total: 7, done: 7, rows: { ready: 0, invited: 5, refused: 2 }, mails: { waiting: 0, sent: 5, failed: 0 }, reasons: [{ reason: 'INVALID_EMAIL', count: 1 }, { reason: 'UNKNOWN_ROLE', count: 1 }] });
      expect([await count('member'), mailbox.mails.length]).toEqual([members + 5, mails + 5]);
      expect(new Set(mailbox.mails.slice(mails).map(({ to }) => to))).toEqual(new Set([1, 2, 3, 4, 5].map((n) => `${door}${n}@x.test`)));
      expect((await told(id)).map(({ actor }) => actor)).toEqual(Array(5).fill(world.members['ana']));
      const grants = await grantsOf((await memberOf(`${door}1@x.test`))?.documentId as string);
      expect(grants.map(({ role, source }) => [role, source])).toEqual([['csm', 'import']]);

      expect((await rowsOf(id, '&status=refused')).map(({ line, email, reason }) => [line, email, reason])).toEqual([[5, 'not an address', 'INVALID_EMAIL'], [7, `${door}x@x.test`, 'UNKNOWN_ROLE']]);
      const errors = await (await at(door, 'ana')).get(`${IMPORT_DOORS[door]}/imports/${id}/errors`).expect(200);
      expect(errors.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': expect.stringMatching(/^attachment; filename="people-to-mend-[\d-]+\.csv"$/), 'x-content-type-options': 'nosniff' });
      expect(errors.text).toBe(['"email","role","territory_id","line","reason"', '"not an address","csm","","5","INVALID_EMAIL"', `"${door}x@x.test","emperor","","7","UNKNOWN_ROLE"`, ''].join('\r\n'));
    });

    it.each(['dora', 'carla', 'vera'])(`[A037:${door}] %s imports nobody, and sees no import; a file of his is not even read`, async (key) => {
      const before = await counts();
      const { documentId } = await planned(csv('somebody@x.test,viewer,'));
      const agent = await at(door, key);
      const tries = [agent.post(`${IMPORT_DOORS[door]}/imports`).attach('file', Buffer.from('latin\xe9', 'latin1'), 'x.csv'), agent.get(`${IMPORT_DOORS[door]}/imports`), ...['', '/rows', '/errors'].map((what) => agent.get(`${IMPORT_DOORS[door]}/imports/${documentId}${what}`)), ...['start', 'cancel'].map((what) => agent.post(`${IMPORT_DOORS[door]}/imports/${documentId}/${what}`))];
      for (const one of tries) expect((await one).status).toBe(403);
      const after = await counts();
      expect([after[0], after[4], after[6]]).toEqual([before[0], (before[4] ?? 0) + 1, before[6]]);
    });
  });

  it.each([1, 12, 500])('[A035] a file of %i', async (size) => {
    const before = await count('member');
    expect(await carryOut(many(`n${size}.`, size))).toMatchObject({ status: 'done', rows: { ready: 0, invited: size, refused: 0 }, mails: { waiting: 0, sent: size, failed: 0 } });
    expect(await count('member')).toBe(before + size);
    expect(mailbox.mails.filter(({ to }) => to.startsWith(`n${size}.`))).toHaveLength(size);
  });

  it('[A040] who is there already, is invited, or stands twice in the file, is told apart; the same file again makes nobody', async () => {
    const file = csv('twice@x.test,csm,', 'TWICE@x.test,viewer,', 'Carla@Roster.test,csm,', 'super@roster.test,viewer,', 'once@x.test,csm,');
    const first = await carryOut(file);
    expect(first.rows).toEqual({ ready: 0, invited: 2, refused: 3 });
    expect((await rowsOf(first.documentId)).map(({ reason }) => reason)).toEqual([null, 'TWICE_IN_FILE', 'MEMBER_EXISTS', 'USER_EXISTS', null]);
    const before = [await count('member'), await count('invitation'), mailbox.mails.length];
    const second = await carryOut(file);
    expect((await rowsOf(second.documentId)).map(({ reason }) => reason)).toEqual(['ALREADY_INVITED', 'ALREADY_INVITED', 'MEMBER_EXISTS', 'USER_EXISTS', 'ALREADY_INVITED']);
    expect([await count('member'), await count('invitation'), mailbox.mails.length]).toEqual(before);
  });

  it('[A039] the territory of a row is his once he has accepted; one that is not there is an error of its row', async () => {
    const { documentId, rows } = await carryOut(csv('terry@x.test,csm,north', 'tom@x.test,csm,atlantis', 'tim@x.test,csm,North'));
    expect(rows).toEqual({ ready: 0, invited: 1, refused: 2 });
    expect((await rowsOf(documentId, '&status=refused')).map(({ reason }) => reason)).toEqual(['UNKNOWN_TERRITORY', 'UNKNOWN_TERRITORY']);
    const accept = { token: mailbox.secretFor('terry@x.test'), name: 'Terry', timezone: 'UTC', language: 'en', password: 'A good one 1' };
    await site.http.post('/api/roster/invitations/accept').send({ data: accept }).expect(200);
    const listed = (await (await ana()).get('/api/roster/members?search=terry@x.test').expect(200)).body.data[0];
    expect(listed).toMatchObject({ status: 'active', territories: ['north'] });
  });

  it('[A038] the file of errors is mended and sent again as it is, and carries nothing out in a spreadsheet', async () => {
    const { documentId } = await carryOut(csv('=cmd|calc,csm,', '+plus@x.test,emperor,', '-minus@x.test,@SUM(1),', '"mended.one@x,test",csm,'));
    const errors = await errorsOf(documentId);
    expect(errors.split('\r\n').slice(1, 4)).toEqual([`"'=cmd|calc","csm","","2","INVALID_EMAIL"`, `"'+plus@x.test","emperor","","3","UNKNOWN_ROLE"`, `"'-minus@x.test","'@SUM(1)","","4","UNKNOWN_ROLE"`]);
    const mended = errors.replace('emperor', 'viewer').replace("'@SUM(1)", 'viewer').replace('one@x,test', 'one@x.test');
    const again = await carryOut(mended);
    expect(again.rows).toEqual({ ready: 0, invited: 3, refused: 1 });
    expect(await memberOf('+plus@x.test')).toMatchObject({ status: 'invited' });
  });

  it('roles are named by their key alone, and nobody gives what he has not: neither in the file, nor by starting somebody else’s, nor when it is accepted', async () => {
    const spelt = await planned(csv('s1@x.test,CSM,', 's2@x.test,Admin,', 's3@x.test,1,', 's4@x.test,__proto__,', 's5@x.test,csm;admin,'));
    expect((await rowsOf(spelt.documentId)).map(({ reason }) => reason)).toEqual(Array(5).fill('UNKNOWN_ROLE'));

    // A director who may invite, and is none the more an admin.
    const cells = (scope: string) => roster(site.strapi, 'access').setCells([{ role: 'director', feature: 'team_management', action: 'create', scope: scope as 'all' }], { kind: 'system' });
    await cells('all');
    try {
      const file = csv('boss@x.test,admin,', 'peer@x.test,viewer,');
      const own = (await upload(file, 'rest', 'dora')).body.data as ImportAnswer;
      expect((await rowsOf(own.documentId)).map(({ reason }) => reason)).toEqual(['ROLE_BEYOND_CEILING', null]);
      const ofAna = await planned(file);
      expect(await codeOf(start(ofAna.documentId, 'rest', 'dora'))).toEqual([403, expect.objectContaining({ code: 'ROLE_BEYOND_CEILING' })]);
      expect((await infoOf(ofAna.documentId)).status).toBe('planned');

      // She could give it when she imported, and can't when it is accepted.
      await roster(site.strapi, 'members').setRole(world.members['dora'] as string, 'admin');
      const given = (await upload(csv('void.boss@x.test,admin,'), 'rest', 'dora')).body.data as ImportAnswer;
      await start(given.documentId, 'rest', 'dora');
      await ended(given.documentId);
      await roster(site.strapi, 'members').setRole(world.members['dora'] as string, 'director');
      const accept = { token: mailbox.secretFor('void.boss@x.test'), name: 'Boss', timezone: 'UTC', language: 'en', password: 'A good one 1' };
      expect((await site.http.post('/api/roster/invitations/accept').send({ data: accept })).body.error.details.code).toBe('INVITATION_VOID');
    } finally {
      await cells('none');
    }
  });

  it('the log tells who began and stopped it, and how it ended; no secret is anywhere', async () => {
    const { documentId } = await carryOut(csv('secret@x.test,csm,'));
    const entries = (await table(site.strapi, 'audit-entry').findMany({ where: { targetType: 'import', targetId: documentId } as never, orderBy: { id: 'asc' } as never })) as unknown as { action: string; actor: string; body: string }[];
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([['import.started', world.members['ana']], ['import.finished', world.members['ana']]]);
    expect(JSON.parse(entries[1]?.body ?? '{}')).toMatchObject({ details: { status: 'done', invited: 1, refused: 0 } });
    const secret = mailbox.secretFor('secret@x.test');
    const rows = JSON.stringify(await Promise.all(['one-time-token', 'invitation', 'import', 'import-row', 'audit-entry'].map((name) => table(site.strapi, name).findMany())));
    expect(rows).not.toContain(secret);
    expect((await (await ana()).get('/api/roster/imports').expect(200)).body.data[0]).toMatchObject({ documentId, status: 'done' });
    expect((await auditLog(site.strapi).verify()).isSound).toBe(true);
  });
});
