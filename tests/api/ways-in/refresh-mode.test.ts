import request from 'supertest';
import { openMailbox } from '../../support/mailbox';
import { openSite, type Site } from '../../support/site';
import { until } from '../../support/until';

describe('a mailed link on a site whose API has sessions', () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite({ customers: 6, env: { JWT_MANAGEMENT: 'refresh' }, configOverride: { 'plugin::roster': { waysIn: { signInUrl: 'https://acme.example.com/sign-in' }, limits: { mail: { account: { attempts: 3, minutes: 15 } }, link: { address: { attempts: 10, minutes: 1 } } } } } });
  });
  afterAll(() => site.close());

  it('[A189:refresh] gives a pair of tokens, of which one renews the other', async () => {
    const mailbox = openMailbox(site.strapi);
    await (await site.asAdmin('ana@roster.test')).put('/roster/ways-in/links').send({ data: { panel: false, api: true } }).expect(200);
    await request(site.url).post('/api/roster/ways-in/links').send({ data: { email: 'cora@roster.test' } }).expect(202);
    await until(() => mailbox.mails.length === 1);
    const { body } = await request(site.url).post('/api/roster/ways-in/links/use').send({ data: { token: mailbox.secretFor('cora@roster.test'), isConfirmed: true } }).expect(200);
    await request(site.url).get('/api/roster/me').auth(body.data.jwt as string, { type: 'bearer' }).expect(200);
    const renewed = await request(site.url).post('/api/auth/refresh').send({ refreshToken: body.data.refreshToken as string }).expect(200);
    await request(site.url).get('/api/roster/me').auth(renewed.body.jwt as string, { type: 'bearer' }).expect(200);
  });

  it('[A189:limits] is asked for three times in fifteen minutes for an address, whoever has it, and guessed ten times a minute', async () => {
    const ask = (email: string) => request(site.url).post('/api/roster/ways-in/links').send({ data: { email } });
    for (const email of ['chen@roster.test', 'nobody@x.test']) {
      const statuses: number[] = [];
      for (let times = 0; times < 5; times += 1) statuses.push((await ask(times % 2 ? email.toUpperCase() : email)).status);
      expect([email, statuses]).toEqual([email, [202, 202, 202, 429, 429]]);
    }
    const guess = () => request(site.url).post('/api/roster/ways-in/links/use').send({ data: { token: 'x'.repeat(43), isConfirmed: true } });
    const statuses = (await Promise.all(Array.from({ length: 20 }, guess))).map(({ status }) => status);
    // One was used above.
    expect(statuses.filter((status) => status === 404)).toHaveLength(9);
    expect(statuses.filter((status) => status === 429)).toHaveLength(11);
  });
});
