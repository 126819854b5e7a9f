import request from 'supertest';
import { openMailbox, type CaughtMail, type Mailbox } from '../../support/mailbox';
import { createApiUser } from '../../support/people';
import { roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

const PROFILE = { name: 'Maria Sol', timezone: 'America/Bogota', language: 'es', password: 'A good one 1' };

describeOnEachDb('inviting with less than all', (db) => {
  let site: Site;
  let world: World;
  let mailbox: Mailbox;

  const as = (key: string) => site.as(`${key}@roster.test`);
  const invite = async (key: string, data: object) => (await as(key)).post('/api/roster/invitations').send({ data });
  const accept = (token: string) => request(site.url).post('/api/roster/invitations/accept').send({ data: { token, ...PROFILE } });
  const codeOf = ({ status, body }: { status: number; body: { error?: { details?: { code?: string; path?: string } } } }) => [status, body.error?.details?.code, body.error?.details?.path];

  beforeAll(async () => {
    site = await openSite({ db, customers: 12 });
    world = await worldOf(site.strapi);
    mailbox = openMailbox(site.strapi);
    // A role that opens nothing, and a director who invites, within her own territory.
    await table(site.strapi, 'role').create({ data: { key: 'clerk', kind: 'custom', label: { en: 'Clerk' }, description: {}, position: 9, mayOwn: false, doors: 'both' } as never });
    await table(site.strapi, 'policy').updateMany({ where: {}, data: { revision: 100 } as never });
    const cells = [{ feature: 'team_management', action: 'create', scope: 'all' as const }, { feature: 'customer_360', action: 'view', scope: 'territory' as const }];
    await roster(site.strapi, 'access').setCells(cells.map((cell) => ({ role: 'director', ...cell })), { kind: 'system' });
    await roster(site.strapi, 'members').setTerritories(world.members['dora'] as string, ['north']);
  });
  afterAll(() => site.close());

  it('[A028] nobody sends again, nor takes back, what he could not have sent himself', async () => {
    const { documentId } = (await invite('ana', { email: 'boss@x.test', role: 'admin' })).body.data as { documentId: string };
    const token = mailbox.secretFor('boss@x.test');
    const mails = mailbox.mails.length;
    const dora = await as('dora');
    expect(codeOf(await dora.post(`/api/roster/invitations/${documentId}/resend`))).toEqual([403, 'ROLE_BEYOND_CEILING', 'role']);
    expect(codeOf(await dora.delete(`/api/roster/invitations/${documentId}`))).toEqual([403, 'ROLE_BEYOND_CEILING', 'role']);
    expect(mailbox.mails).toHaveLength(mails);
    expect((await accept(token)).status).toBe(200);
  });

  it('[A039] who reaches by his territories invites to these, one by one or from a file', async () => {
    expect(codeOf(await invite('dora', { email: 'far@x.test', role: 'clerk', territories: ['north', 'south'] }))).toEqual([403, 'ROLE_BEYOND_CEILING', 'data.territories[1]']);
    expect((await invite('dora', { email: 'near@x.test', role: 'clerk', territories: ['north'] })).status).toBe(200);
    const plan = async (key: string) => (await (await as(key)).post('/api/roster/imports').attach('file', Buffer.from('email,role,territory_id\nsouth@x.test,clerk,south\n'), 'people.csv').expect(200)).body.data as { documentId: string; reasons: object[] };
    expect((await plan('dora')).reasons).toEqual([{ reason: 'TERRITORY_BEYOND_CEILING', count: 1 }]);
    const { documentId, reasons } = await plan('ana');
    expect(reasons).toEqual([]);
    expect(codeOf(await (await as('dora')).post(`/api/roster/imports/${documentId}/start`))).toEqual([403, 'ROLE_BEYOND_CEILING', 'import']);
    expect(await table(site.strapi, 'member').count({ where: { email: { $in: ['far@x.test', 'south@x.test'] } } as never })).toBe(0);
  });

  it('[A030] a user who has become somebody else’s meanwhile is not taken over by accepting', async () => {
    await invite('ana', { email: 'taken@roster.test', role: 'viewer' });
    const user = await createApiUser(site.strapi, 'taken');
    await (await as('ana')).post('/api/roster/members').send({ data: { email: 'other@x.test', name: 'Other', role: 'viewer', apiUser: user.documentId } }).expect(200);
    expect(codeOf(await accept(mailbox.secretFor('taken@roster.test')))).toEqual([409, 'USER_EXISTS', 'data.email']);
    expect(await table(site.strapi, 'member').findOne({ where: { email: 'taken@roster.test' } as never })).toMatchObject({ status: 'invited', apiUser: null });
  });

  it('[A031] a provider that repeats the mail in its refusal brings no secret into the list', async () => {
    let secret = '';
    (site.strapi.plugin('email') as unknown as { provider: { send(mail: CaughtMail): Promise<void> } }).provider.send = ({ text }) => {
      secret = /#([\w-]{20,})/.exec(text)?.[1] as string;
      return Promise.reject(new Error(`550 refused: ${secret} and nothing else`));
    };
    const { body } = await invite('ana', { email: 'repeated@x.test', role: 'viewer' });
    expect([secret.length > 20, body.data.mailError]).toEqual([true, '550 refused: … and nothing else']);
    expect(JSON.stringify(await table(site.strapi, 'invitation').findMany())).not.toContain(secret);
  });
});
