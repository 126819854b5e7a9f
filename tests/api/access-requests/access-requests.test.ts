import type { AccessRequestInfo, MyAccessRequests } from '../../../contracts/http-access-requests';
import { rawLog } from '../../support/audit-log';
import { openMailbox, type CaughtMail, type Mailbox } from '../../support/mailbox';
import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { shiftTime } from '../../support/time';
import { createApiToken } from '../../support/tokens';
import { until } from '../../support/until';
import { worldOf, type World } from '../../support/world';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MISSING = 'abcdefghijklmnopqrstuvwx';

interface Answer {
  readonly status: number;
  readonly body: { readonly data: AccessRequestInfo; readonly error?: { readonly message: string; readonly details?: { readonly code?: string; readonly path?: string } } };
}

describeOnEachDb('requests for access', (db) => {
  let site: Site;
  let world: World;
  let mailbox: Mailbox;
  /** Carla's, and nothing of Cleo's. */
  let acme: string;

  const idOf = (key: string) => world.members[key] as string;
  const as = (key: string) => site.as(`${key}@roster.test`);
  const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
  const codeOf = ({ status, body }: Answer) => [status, body.error?.details?.code, body.error?.details?.path];
  const acmeWanted = () => ({ type: CUSTOMER, record: acme });
  const ask = async (key: string, wanted: object, rest: object = {}): Promise<Answer> => (await as(key)).post('/api/roster/me/access-requests').send({ data: { wanted, reason: 'I stand in for a week', endsAt: inMs(7 * DAY), ...rest } });
  const asked = async (key: string, wanted: object, rest: object = {}): Promise<string> => {
    const answer = await ask(key, wanted, rest);
    expect(codeOf(answer)).toEqual([201, undefined, undefined]);
    return answer.body.data.documentId;
  };
  const answer = async (key: string, request: string, how: 'approve' | 'decline', data: object = {}): Promise<Answer> => (await as(key)).post(`/api/roster/access-requests/${request}/${how}`).send({ data });
  const revoke = async (key: string, request: string): Promise<Answer> => (await as(key)).delete(`/api/roster/access-requests/${request}`);
  const withdraw = async (key: string, request: string): Promise<Answer> => (await as(key)).delete(`/api/roster/me/access-requests/${request}`);
  const mine = async (key: string) => (await (await as(key)).get('/api/roster/me/access-requests').expect(200)).body as MyAccessRequests;
  const toAnswer = async (key: string) => ((await (await as(key)).get('/api/roster/access-requests').expect(200)).body.data as AccessRequestInfo[]).map(({ documentId }) => documentId);
  const sees = async (key: string, record: string) => (await (await as(key)).get(`/api/customers/${record}`)).status;
  const rolesOf = async (key: string) => (await (await as(key)).get('/api/roster/me').expect(200)).body.data.roles as string[];
  /** Mails leave behind the answers, those of the test before among them. */
  const mailsAbout = (word: string) => mailbox.mails.filter(({ text }) => text.includes(word));
  const entries = async (action: string) => (await rawLog(site.strapi)('entries').where({ action })).length;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24, configOverride: { 'plugin::roster': { limits: { mail: { account: { attempts: 1000, minutes: 1 }, address: { attempts: 1000, minutes: 1 } } } } } });
    world = await worldOf(site.strapi);
    mailbox = openMailbox(site.strapi);
    acme = world.customers['Acme Robotics'] as string;
  });
  afterAll(() => site.close());
  afterEach(async () => {
    shiftTime(0);
    await table(site.strapi, 'access-request').deleteMany({});
    await table(site.strapi, 'grant').deleteMany({ where: { source: 'request' } as never });
    for (const { member } of await roster(site.strapi, 'books').shares(CUSTOMER, acme)) await roster(site.strapi, 'books').unshare(CUSTOMER, acme, member);
  });

  describe('for a record', () => {
    it('is answered by its owner, and counts until its end without anybody looking', async () => {
      expect(await sees('cleo', acme)).toBe(404);
      const request = await asked('cleo', acmeWanted(), { endsAt: inMs(2 * HOUR) });
      expect(await sees('cleo', acme)).toBe(404);
      expect(await toAnswer('carla')).toEqual([request]);
      const approved = await answer('carla', request, 'approve', { note: 'Gladly' });
      expect(approved.body.data).toMatchObject({ status: 'approved', member: { documentId: idOf('cleo') }, record: { title: 'Acme Robotics', documentId: acme }, role: null, note: 'Gladly', answeredBy: { documentId: idOf('carla') } });
      expect(await sees('cleo', acme)).toBe(200);
      shiftTime(2 * HOUR - 5_000);
      expect(await sees('cleo', acme)).toBe(200);
      shiftTime(2 * HOUR + 1_000);
      expect(await sees('cleo', acme)).toBe(404);
      expect((await mine('cleo')).data[0]).toMatchObject({ status: 'over', record: { title: null } });
    });

    it('opens the record to be viewed and for nothing else', async () => {
      await answer('carla', await asked('cleo', acmeWanted()), 'approve');
      expect((await (await as('cleo')).put(`/api/customers/${acme}`).send({ data: { tier: 'starter' } })).status).toBe(403);
      expect((await (await as('cleo')).post(`/api/roster/records/${CUSTOMER}/${acme}/shares`).send({ data: { member: idOf('colin') } })).status).toBe(403);
    });

    it('that is shared for longer meanwhile is neither shortened by the answer, nor taken away with it', async () => {
      const request = await asked('cleo', acmeWanted(), { endsAt: inMs(DAY) });
      const longer = new Date(Date.now() + 9 * DAY);
      await roster(site.strapi, 'books').share(CUSTOMER, acme, idOf('cleo'), { endsAt: longer });
      const endsAt = async () => (await roster(site.strapi, 'books').shares(CUSTOMER, acme)).map((share) => new Date(share.endsAt ?? 0).getTime());
      expect([(await answer('carla', request, 'approve')).status, await endsAt()]).toEqual([200, [longer.getTime()]]);
      expect([(await revoke('carla', request)).status, await endsAt()]).toEqual([200, [longer.getTime()]]);
    });

    it('is there for nobody but whoever may answer it', async () => {
      const request = await asked('cleo', acmeWanted());
      for (const key of ['chen', 'vera', 'cleo']) {
        expect([key, await toAnswer(key)]).toEqual([key, []]);
        for (const how of ['approve', 'decline'] as const) expect([key, codeOf(await answer(key, request, how))]).toEqual([key, [404, 'NOT_FOUND', undefined]]);
        expect([key, codeOf(await revoke(key, request))]).toEqual([key, [404, 'NOT_FOUND', undefined]]);
      }
      expect(codeOf(await withdraw('chen', request))).toEqual([404, 'NOT_FOUND', undefined]);
      expect(await sees('cleo', acme)).toBe(404);
      expect(await toAnswer('ana')).toEqual([request]);
      expect((await answer('ana', request, 'approve')).status).toBe(200);
    });

    it('that is not there is answered as one that is hidden, and heard of by nobody', async () => {
      const reason = { reason: 'Of what is not there' };
      const [missing, hidden] = [await ask('cleo', { type: CUSTOMER, record: MISSING }, reason), await ask('cleo', acmeWanted(), reason)];
      const shape = ({ status: code, body }: Answer) => ({ code, ...body.data, documentId: '', createdAt: '', endsAt: '', record: { ...body.data.record, documentId: '' } });
      expect(shape(missing)).toEqual(shape(hidden));
      await until(() => mailsAbout('Of what is not there').length > 0);
      expect(mailsAbout('Of what is not there').map(({ to }) => to)).toEqual(['carla@roster.test']);
      expect(await toAnswer('ana')).toEqual([hidden.body.data.documentId]);
      expect(codeOf(await answer('ana', missing.body.data.documentId, 'approve'))).toEqual([404, 'NOT_FOUND', undefined]);
    });

    it('is not asked for by who sees it, nor of a type that nobody shares, nor until a moment that is past', async () => {
      expect(codeOf(await ask('carla', acmeWanted()))).toEqual([409, 'ALREADY_ALLOWED', 'data.wanted.record']);
      expect(codeOf(await ask('cleo', { type: 'api::note.note', record: MISSING }))).toEqual([400, 'UNKNOWN_TYPE', 'data.wanted.type']);
      expect(codeOf(await ask('cleo', acmeWanted(), { endsAt: inMs(-HOUR) }))).toEqual([400, 'VALIDATION_FAILED', 'data.endsAt']);
      expect(codeOf(await ask('cleo', acmeWanted(), { reason: ' ' }))).toEqual([400, 'VALIDATION_FAILED', 'data.reason']);
      expect(codeOf(await ask('cleo', acmeWanted(), { reason: 'x'.repeat(501) }))).toEqual([400, 'VALIDATION_FAILED', 'data.reason']);
      expect(await table(site.strapi, 'access-request').count({})).toBe(0);
    });
  });

  describe('for a role', () => {
    it('lends it beside the one that he has, until its end', async () => {
      const request = await asked('vera', { role: 'csm' }, { endsAt: inMs(2 * HOUR) });
      expect(await rolesOf('vera')).toEqual(['viewer']);
      expect(codeOf(await answer('ana', request, 'approve'))[0]).toBe(200);
      expect((await rolesOf('vera')).sort()).toEqual(['csm', 'viewer']);
      shiftTime(2 * HOUR + 1_000);
      expect(await rolesOf('vera')).toEqual(['viewer']);
    });

    it('is answered by those alone who manage the team and could give it by hand', async () => {
      const request = await asked('vera', { role: 'admin' });
      // Dora views the team and gives nobody a role; Carla owns records and gives nobody a role.
      for (const key of ['dora', 'carla', 'vera']) expect([key, codeOf(await answer(key, request, 'approve'))]).toEqual([key, [404, 'NOT_FOUND', undefined]]);
      await roster(site.strapi, 'access').setCells([{ role: 'director', feature: 'team_management', action: 'update', scope: 'all' }], { kind: 'system' });
      // Now she manages the team, and still gives no more than she has.
      expect(codeOf(await answer('dora', request, 'approve'))).toEqual([404, 'NOT_FOUND', undefined]);
      expect(await toAnswer('dora')).toEqual([]);
      await roster(site.strapi, 'access').setCells([{ role: 'director', feature: 'team_management', action: 'update', scope: 'none' }], { kind: 'system' });
      expect(await rolesOf('vera')).toEqual(['viewer']);
      expect((await answer('ana', request, 'decline', { note: 'Not this one' })).body.data).toMatchObject({ status: 'declined', note: 'Not this one' });
      expect(await rolesOf('vera')).toEqual(['viewer']);
    });

    it('is not asked for by who has it, nor where there is none, nor by a token', async () => {
      expect(codeOf(await ask('vera', { role: 'viewer' }))).toEqual([409, 'ALREADY_ALLOWED', 'data.wanted.role']);
      expect(codeOf(await ask('vera', { role: 'emperor' }))).toEqual([400, 'UNKNOWN_ROLE', 'data.wanted.role']);
      expect((await mine('vera')).meta.roles.map(({ key }) => key).sort()).toEqual(['admin', 'csm', 'director']);
      const token = await createApiToken(site.strapi, 'Of Vera', 'read-only');
      await (await site.asAdmin('ana@roster.test')).put(`/roster/api-tokens/${token.documentId}/binding`).send({ data: { member: idOf('vera') } }).expect(200);
      const refused = await site.http.post('/api/roster/me/access-requests').set('Authorization', `Bearer ${token.accessKey}`).send({ data: { wanted: { role: 'csm' }, reason: 'So that I may', endsAt: inMs(DAY) } });
      expect(refused.status).toBe(403);
      expect(await table(site.strapi, 'access-request').count({})).toBe(0);
    });

    it('is never answered by whoever asks, whatever he may do with others', async () => {
      const request = await asked('ana', { role: 'director' });
      expect([await toAnswer('ana'), codeOf(await answer('ana', request, 'approve'))]).toEqual([[], [404, 'NOT_FOUND', undefined]]);
      expect(await toAnswer('bruno')).toEqual([request]);
    });

    it('is answered by nobody who does not manage the team, nor by who has less than whoever asks', async () => {
      const [ofVera, ofBruno] = [await asked('vera', { role: 'director' }), await asked('bruno', { role: 'viewer' })];
      expect(await toAnswer('dora')).toEqual([]);
      const managing = (scope: 'all' | 'none') => roster(site.strapi, 'access').setCells([{ role: 'director', feature: 'team_management', action: 'update', scope }], { kind: 'system' });
      await managing('all');
      expect([await toAnswer('dora'), codeOf(await answer('dora', ofBruno, 'approve'))]).toEqual([[ofVera], [404, 'NOT_FOUND', undefined]]);
      await managing('none');
    });

    it('ends before its time by who may answer it, and the last admin is not lost by it', async () => {
      const request = await asked('vera', { role: 'director' });
      await answer('ana', request, 'approve', { endsAt: inMs(DAY) });
      expect((await rolesOf('vera')).sort()).toEqual(['director', 'viewer']);
      expect((await revoke('ana', request)).body.data).toMatchObject({ status: 'revoked' });
      expect(await rolesOf('vera')).toEqual(['viewer']);
      expect(codeOf(await revoke('ana', request))).toEqual([409, 'REQUEST_CLOSED', undefined]);
    });
  });

  it('is answered by the site itself, through a token of full access', async () => {
    const full = await createApiToken(site.strapi, 'All of it', 'full-access');
    const agent = site.withToken(full.accessKey);
    const [record, role] = [await asked('cleo', acmeWanted()), await asked('vera', { role: 'director' })];
    expect(((await agent.get('/api/roster/access-requests').expect(200)).body.data as AccessRequestInfo[]).map(({ documentId }) => documentId)).toEqual([role, record]);
    for (const request of [record, role]) expect((await agent.post(`/api/roster/access-requests/${request}/approve`).send({ data: {} })).body.data).toMatchObject({ status: 'approved', answeredBy: null });
    expect([await sees('cleo', acme), (await rolesOf('vera')).includes('director')]).toEqual([200, true]);
  });

  it('is answered once, however many answer at once', async () => {
    const request = await asked('cleo', acmeWanted());
    const before = await entries('access.approved');
    const carla = await as('carla');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => carla.post(`/api/roster/access-requests/${request}/${index % 2 === 0 ? 'approve' : 'decline'}`).send({ data: {} })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status, body }) => status === 409 && (body as Answer['body']).error?.details?.code === 'REQUEST_CLOSED')).toHaveLength(19);
    const { status } = (await mine('cleo')).data[0] as AccessRequestInfo;
    expect(await sees('cleo', acme)).toBe(status === 'approved' ? 200 : 404);
    expect((await entries('access.approved')) - before).toBe(status === 'approved' ? 1 : 0);
  });

  it('is asked once, however many ask at once; and again when it was answered, taken back, or nobody did for a month', async () => {
    const cleo = await as('cleo');
    const said = { data: { wanted: acmeWanted(), reason: 'Once', endsAt: inMs(90 * DAY) } };
    const answers = await Promise.all(Array.from({ length: 10 }, () => cleo.post('/api/roster/me/access-requests').send(said)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    const request = answers.find(({ status }) => status === 201)?.body.data.documentId as string;
    expect(codeOf(await ask('cleo', acmeWanted()))).toEqual([409, 'ALREADY_ASKED', undefined]);
    expect((await withdraw('cleo', request)).body.data).toMatchObject({ status: 'withdrawn' });
    expect(codeOf(await withdraw('cleo', request))).toEqual([409, 'REQUEST_CLOSED', undefined]);
    expect(codeOf(await answer('carla', request, 'approve'))).toEqual([409, 'REQUEST_CLOSED', undefined]);
    const again = await asked('cleo', acmeWanted(), { endsAt: inMs(90 * DAY) });
    await table(site.strapi, 'access-request').updateMany({ where: { documentId: again } as never, data: { createdAt: inMs(-31 * DAY) } as never });
    expect(await toAnswer('carla')).toEqual([]);
    expect(codeOf(await answer('carla', again, 'approve'))).toEqual([409, 'REQUEST_CLOSED', undefined]);
    expect((await mine('cleo')).data.map(({ status }) => status)).toEqual(['over', 'withdrawn']);
    await asked('cleo', acmeWanted());
  });

  it('tells whoever may answer, and whoever asked, in their languages', async () => {
    await table(site.strapi, 'member').updateMany({ where: { documentId: idOf('cleo') } as never, data: { language: 'es' } as never });
    const request = await asked('cleo', acmeWanted(), { reason: 'Chen is <away>' });
    await until(() => mailsAbout('Chen is <away>').length === 1);
    expect(mailsAbout('Chen is <away>')[0]).toMatchObject({ to: 'carla@roster.test', subject: 'Cleo Dubois asks for access', text: expect.stringMatching(/cleo@roster\.test.*Customer: Acme Robotics[^]*Chen is <away>[^]*tab=requests/) as string, html: expect.stringContaining('Chen is &lt;away&gt;') as string });
    await answer('carla', request, 'decline', { note: 'Ask again on Monday' });
    await until(() => mailsAbout('Ask again on Monday').length === 1);
    const [{ to, subject, text }] = mailsAbout('Ask again on Monday') as [CaughtMail];
    expect([to, subject, text]).toEqual(['cleo@roster.test', 'Su solicitud ha sido rechazada', expect.stringContaining('Ask again on Monday')]);
    // What a record is called is not told to who may not see it.
    expect(text).not.toContain('Acme Robotics');
    await table(site.strapi, 'member').updateMany({ where: { documentId: idOf('cleo') } as never, data: { language: null } as never });
  });

  it('goes to the admins where nobody owns the record, and is of no use to who is not active any more', async () => {
    await roster(site.strapi, 'books').setOwner(CUSTOMER, acme, null);
    const request = await asked('cyrus', acmeWanted(), { reason: 'Nobody looks after it' });
    await until(() => mailsAbout('Nobody looks after it').some(({ to }) => to === 'ana@roster.test'));
    expect(mailsAbout('Nobody looks after it').map(({ to }) => to)).not.toContain('carla@roster.test');
    await roster(site.strapi, 'members').deactivate(idOf('cyrus'));
    expect(await toAnswer('ana')).toEqual([]);
    expect(codeOf(await answer('ana', request, 'approve'))).toEqual([404, 'NOT_FOUND', undefined]);
    await roster(site.strapi, 'members').reactivate(idOf('cyrus'));
    await roster(site.strapi, 'books').setOwner(CUSTOMER, acme, idOf('carla'));
  });

  it('goes to the admins where who owns the record is not active any more', async () => {
    await roster(site.strapi, 'members').deactivate(idOf('carla'));
    await asked('cora', acmeWanted(), { reason: 'She has left' });
    await until(() => mailsAbout('She has left').some(({ to }) => to === 'ana@roster.test'));
    expect(mailsAbout('She has left').map(({ to }) => to)).not.toContain('carla@roster.test');
    await roster(site.strapi, 'members').reactivate(idOf('carla'));
  });
});
