import path from 'node:path';

import { csv, importsOn, many, type ImportAnswer } from '../../support/imports';
import { openMailbox, type Mailbox } from '../../support/mailbox';
import { outer } from '../../support/outer';
import { ROOT } from '../../support/paths';
import { PASSWORD } from '../../support/people';
import { roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { shiftTime } from '../../support/time';
import { worldOf, type World } from '../../support/world';

const HOUR_MS = 3_600_000;

const CONFIG = { 'plugin::roster': { team: { url: 'https://acme.example.com/welcome' } } };

describeOnEachDb('imports as jobs', (db) => {
  let site: Site;
  let world: World;
  let mailbox: Mailbox;
  const { ana, team, upload, start, infoOf, planned, ended, carryOut, rowsOf, errorsOf, count, counts, told, codeOf } = importsOn(() => site);

  beforeAll(async () => {
    site = await openSite({ db, customers: 24, configOverride: CONFIG });
    world = await worldOf(site.strapi);
    mailbox = openMailbox(site.strapi);
  });
  afterAll(() => site.close());

  /** What another node does with an import on which nobody has worked for a while. */
  const adopt = async (id: string): Promise<void> => {
    site = await site.reopen({ configOverride: CONFIG });
    const { mails } = mailbox;
    mailbox = openMailbox(site.strapi);
    mailbox.mails.push(...mails);
    for (let looks = 0; looks < 200 && (await infoOf(id)).status === 'running'; looks += 1) await new Promise((resolve) => setTimeout(resolve, 25));
    await ended(id);
  };

  it('a node that stops in the middle leaves no half a batch; the next one goes on, and each is invited and written to once', async () => {
    const { documentId } = await planned(many('half', 1_100));
    // Mails do not leave before the stop: they wait in the database.
    mailbox.failWith = 'nobody is to send yet';
    await start(documentId);
    await team().imports.stopWorking();
    mailbox.failWith = undefined;
    const { done, rows } = await infoOf(documentId);
    expect([done % 500, rows.invited, done < 1_100]).toEqual([0, done, true]);
    expect(await count('invitation', { job: documentId })).toBe(done);
    await table(site.strapi, 'import').updateMany({ where: { documentId } as never, data: { beatAt: new Date(0).toISOString() } as never });
    await adopt(documentId);
    expect(await infoOf(documentId)).toMatchObject({ status: 'done', done: 1_100, rows: { invited: 1_100, refused: 0 } });
    const invited = (await table(site.strapi, 'member').findMany({ where: { email: { $startsWith: 'half' } } as never, select: ['email'] as never })) as unknown as { email: string }[];
    expect(new Set(invited.map(({ email }) => email)).size).toBe(1_100);
    expect(invited).toHaveLength(1_100);
    expect(await told(documentId)).toHaveLength(1_100);
    // What did not leave the first time is tried again later.
    shiftTime(HOUR_MS);
    try {
      team().invitations.sender.wake();
      await team().invitations.sender.idle();
    } finally {
      shiftTime(0);
    }
    const mails = mailbox.mails.filter(({ to }) => to.startsWith('half')).map(({ to }) => to);
    expect([mails.length, new Set(mails).size]).toEqual([1_100, 1_100]);
  });

  it('who may no longer give a role when its turn comes gives it to nobody', async () => {
    const setRole = (role: string) => roster(site.strapi, 'members').setRole(world.members['dora'] as string, role);
    await setRole('admin');
    const { documentId } = (await upload(csv('late.boss@x.test,admin,', 'late.peer@x.test,viewer,'), 'rest', 'dora')).body.data as ImportAnswer;
    await setRole('director');
    await table(site.strapi, 'import').updateMany({ where: { documentId } as never, data: { status: 'running' } as never });
    await adopt(documentId);
    expect((await rowsOf(documentId)).map(({ status, reason }) => [status, reason])).toEqual([['refused', 'ROLE_BEYOND_CEILING'], ['invited', null]]);
  });

  it('two imports of the same file at once, from both doors, make each person once', async () => {
    const file = many('both', 700);
    const ids = [(await upload(file)).body.data.documentId as string, (await upload(file, 'panel')).body.data.documentId as string] as const;
    await Promise.all(ids.map((id, index) => start(id, index === 0 ? 'rest' : 'panel')));
    const infos = [await ended(ids[0]), await ended(ids[1])];
    expect(infos.map(({ status }) => status)).toEqual(['done', 'done']);
    expect(infos.reduce((sum, { rows }) => sum + rows.invited, 0)).toBe(700);
    expect(infos.flatMap(({ reasons }) => reasons.map(({ reason }) => reason)).every((reason) => reason === 'ALREADY_INVITED')).toBe(true);
    expect([await count('member', { email: { $startsWith: 'both' } }), mailbox.mails.filter(({ to }) => to.startsWith('both')).length]).toEqual([700, 700]);
  });

  it('two nodes that send at once write to nobody twice', async () => {
    const { default: plugin } = outer.require(path.join(ROOT, 'strapi-server.js')) as { default: { services: { team(context: object): ReturnType<typeof team> } } };
    // A service of its own knows nothing of the other but what is in the database.
    const other = plugin.services.team({ strapi: site.strapi }).invitations.sender;
    const { documentId } = await planned(many('nodes', 200));
    await start(documentId);
    await team().imports.finished(documentId);
    for (let times = 0; times < 20; times += 1) [team().invitations.sender, other][times % 2]?.wake();
    await Promise.all([team().invitations.sender.idle(), other.idle()]);
    const mails = mailbox.mails.filter(({ to }) => to.startsWith('nodes')).map(({ to }) => to);
    expect([mails.length, new Set(mails).size]).toEqual([200, 200]);
    // What left last is what works.
    for (const email of ['nodes0@x.test', 'nodes199@x.test']) await site.http.post('/api/roster/invitations/preview').send({ data: { token: mailbox.secretFor(email) } }).expect(200);
  });

  it('twenty starts of one import: one counts; and one that has begun is not begun again', async () => {
    const { documentId } = await planned(many('start', 30));
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => start(documentId)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(new Set(statuses.filter((status) => status !== 200))).toEqual(new Set([409]));
    expect(await ended(documentId)).toMatchObject({ status: 'done', rows: { invited: 30 } });
    expect((await start(documentId)).body.error.details.code).toBe('CONFLICT');
    expect(mailbox.mails.filter(({ to }) => to.startsWith('start'))).toHaveLength(30);
  });

  it('an import that is stopped keeps whom it has invited, and its file holds whom it has not', async () => {
    const size = 8_000;
    const { documentId } = await planned(many('stop', size));
    await start(documentId);
    const stopped = await (await ana()).post(`/api/roster/imports/${documentId}/cancel`).send({});
    expect(stopped.status).toBe(200);
    const { status, done, rows } = await ended(documentId);
    expect([status, rows.invited, rows.ready]).toEqual(['cancelled', done, size - done]);
    expect(done).toBeLessThan(size);
    expect(await count('member', { email: { $startsWith: 'stop' } })).toBe(done);
    const rest = await errorsOf(documentId);
    expect(rest.split('\r\n').filter((line) => line.includes('NOT_REACHED'))).toHaveLength(size - done);
    expect((await planned(rest)).rows.ready).toBe(size - done);
    expect((await (await ana()).post(`/api/roster/imports/${documentId}/cancel`).send({})).body.error.details.code).toBe('CONFLICT');
  });

  it('a mail that does not leave is tried twice more, with a new link each time, and then stands at its invitation', async () => {
    mailbox.failWith = '421 too busy';
    const { documentId, mails } = await carryOut(csv('busy@x.test,viewer,'));
    expect(mails).toEqual({ waiting: 1, sent: 0, failed: 0 });
    const invitation = async () => ((await (await ana()).get('/api/roster/invitations?pageSize=100').expect(200)).body.data as { documentId: string; email: string; isMailWaiting: boolean; mailError: string | null; sentAt: string | null }[]).find(({ email }) => email === 'busy@x.test');
    expect(await invitation()).toMatchObject({ isMailWaiting: true, mailError: '421 too busy', sentAt: null });
    try {
      for (const hours of [1, 2]) {
        shiftTime(hours * HOUR_MS);
        team().invitations.sender.wake();
        await team().invitations.sender.idle();
      }
    } finally {
      shiftTime(0);
    }
    expect((await infoOf(documentId)).mails).toEqual({ waiting: 0, sent: 0, failed: 1 });
    mailbox.failWith = undefined;
    await (await ana()).post(`/api/roster/invitations/${(await invitation())?.documentId}/resend`).expect(200);
    expect((await infoOf(documentId)).mails).toEqual({ waiting: 0, sent: 1, failed: 0 });
    await site.http.post('/api/roster/invitations/preview').send({ data: { token: mailbox.secretFor('busy@x.test') } }).expect(200);
  });

  it('nobody sends more invitations a day than the site allows, in whichever way', async () => {
    const day = new Date().toISOString().slice(0, 10);
    const where = { inviter: world.members['ana'], day };
    const { sent } = (await table(site.strapi, 'invitation-count').findOne({ where } as never)) as unknown as { sent: number };
    const set = (value: number) => table(site.strapi, 'invitation-count').updateMany({ where: where as never, data: { sent: value } as never });
    try {
      await set(19_998);
      const { documentId } = await planned(many('quota', 3));
      const before = await counts();
      expect(await codeOf(start(documentId))).toEqual([429, { code: 'INVITATION_QUOTA', left: 2 }]);
      expect(await counts()).toEqual(before);
      const answers = await Promise.all(Array.from({ length: 20 }, async (_, n) => (await ana()).post('/api/roster/invitations').send({ data: { email: `flood${n}@x.test`, role: 'viewer' } })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, ...Array(18).fill(429)]);
      expect([await count('member', { email: { $startsWith: 'flood' } }), mailbox.mails.filter(({ to }) => to.startsWith('flood')).length]).toEqual([2, 2]);
      const one = answers.find(({ status }) => status === 200)?.body.data.documentId as string;
      expect((await (await ana()).post(`/api/roster/invitations/${one}/resend`)).body.error.details).toEqual({ code: 'INVITATION_QUOTA', left: 0 });
      // The next day is another one.
      shiftTime(24 * HOUR_MS);
      expect((await (await ana()).post(`/api/roster/invitations/${one}/resend`)).status).toBe(200);
    } finally {
      shiftTime(0);
      await set(sent);
    }
  });

  it('an import that nobody starts is forgotten after a day, one that is over after a month, with the addresses in it', async () => {
    // Sessions have ended by then.
    const plannedLater = async (file: string) => {
      const { body } = await site.http.post('/api/auth/local').send({ identifier: 'ana@roster.test', password: PASSWORD }).expect(200);
      await site.withToken(body.jwt).post('/api/roster/imports').attach('file', Buffer.from(file), 'later.csv').expect(200);
    };
    const plan = await planned(csv('forgotten@x.test,csm,'));
    const over = await carryOut(csv('remembered@x.test,csm,'));
    try {
      shiftTime(25 * HOUR_MS);
      await plannedLater(csv('another@x.test,csm,'));
      expect([await count('import', { documentId: plan.documentId }), await count('import-row', { job: plan.documentId }), await count('import', { documentId: over.documentId })]).toEqual([0, 0, 1]);
      shiftTime(31 * 24 * HOUR_MS);
      await plannedLater(csv('another@x.test,csm,'));
      expect([await count('import', { documentId: over.documentId }), await count('import-row', { job: over.documentId })]).toEqual([0, 0]);
    } finally {
      shiftTime(0);
    }
  });
});
