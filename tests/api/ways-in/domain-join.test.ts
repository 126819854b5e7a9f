import request from 'supertest';
import { openMailbox, type Mailbox } from '../../support/mailbox';
import { createApiUser, createPanelUser, PASSWORD } from '../../support/people';
import { pngOf } from '../../support/pictures';
import { table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { shiftTime } from '../../support/time';
import { until } from '../../support/until';
import { worldOf, type World } from '../../support/world';

const DOMAIN = 'yourcompany.com';
const PROFILE = { name: 'Maria Sol', timezone: 'America/Bogota', language: 'es', password: 'A good one 1' };
const DAY_MS = 24 * 3_600_000;

interface Row {
  readonly documentId: string;
  readonly status: string;
  readonly restriction: string | null;
  readonly apiUser: string | null;
  readonly panelUser: string | null;
}

describeOnEachDb('joining by the domain of an address', (db) => {
  let site: Site;
  let world: World;
  let mailbox: Mailbox;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24, configOverride: { 'plugin::roster': { waysIn: { joinUrl: 'https://acme.example.com/join' } } } });
    world = await worldOf(site.strapi);
    mailbox = openMailbox(site.strapi);
  });
  afterAll(() => site.close());

  const set = async (data: object, who = 'ana') => (await site.asAdmin(`${who}@roster.test`)).put('/roster/ways-in/domains').send({ data });
  const open = async (more: object = {}) => expect((await set({ domains: [DOMAIN], isOn: true, role: 'csm', ...more })).status).toBe(200);
  const ask = (email: string, base = '/api/roster') => request(site.url).post(`${base}/ways-in/join`).send({ data: { email } });
  const accept = (token: string, data: object = PROFILE) => request(site.url).post('/api/roster/ways-in/join/accept').send({ data: { token, ...data } });
  const preview = (token: string) => request(site.url).post('/api/roster/ways-in/join/preview').send({ data: { token } });
  const mailsTo = (email: string) => mailbox.mails.filter(({ to }) => to === email).length;
  const memberOf = async (email: string) => (await table(site.strapi, 'member').findOne({ where: { email } as never })) as unknown as Row | null;
  const grantsOf = async (email: string) => ((await table(site.strapi, 'grant').findMany({ where: { member: (await memberOf(email))?.documentId } as never })) as unknown as { role: string; source: string }[]).map(({ role, source }) => ({ role, source }));

  /** Asks for a link, and waits until it is there. */
  const asked = async (email: string): Promise<string> => {
    const before = mailsTo(email);
    await ask(email).expect(202);
    await until(() => mailsTo(email) > before);
    return mailbox.secretFor(email);
  };
  /** Asks for addresses that must get no mail, and then for one that does: what was asked before has been dealt with by then. */
  const unanswered = async (...emails: string[]): Promise<void> => {
    const before = mailbox.mails.length;
    for (const email of emails) {
      const { status, body } = await ask(email);
      expect([email, status, body]).toEqual([email, 202, { data: {} }]);
    }
    const witness = `witness.${before}@${DOMAIN}`;
    await asked(witness);
    expect(mailbox.mails.slice(before).map(({ to }) => to)).toEqual([witness]);
  };

  it('[A191:off] it is off at first: nobody joins, and no mail is sent', async () => {
    expect((await (await site.asAdmin('ana@roster.test')).get('/roster/ways-in').expect(200)).body.data).toEqual({ domains: { domains: [], isOn: false, role: 'viewer' }, links: { panel: false, api: false }, mayOpenApi: false });
    for (const base of ['/roster', '/api/roster']) {
      expect((await request(site.url).get(`${base}/ways-in/open`).expect(200)).body).toEqual({ data: { join: false, link: false } });
      expect((await ask(`maria@${DOMAIN}`, base)).body.error.details.code).toBe('WAY_CLOSED');
    }
    expect(mailbox.mails).toEqual([]);
  });

  it.each(['dora', 'carla', 'vera', 'nina'])('[A190] [A192] %s neither sees nor changes it', async (who) => {
    expect((await set({ domains: [DOMAIN], isOn: true, role: 'viewer' }, who)).status).toBe(403);
    expect((await (await site.asAdmin(`${who}@roster.test`)).get('/roster/ways-in')).status).toBe(403);
  });

  it.each([
    ['a public mail domain', ['acme.com', 'gmail.com'], 'data.domains[1]', 'public-mail'],
    ['another one', ['Yahoo.co.uk'], 'data.domains[0]', 'public-mail'],
    ['outlook.com', ['outlook.com'], 'data.domains[0]', 'public-mail'],
    ['a public suffix', ['co.uk'], 'data.domains[0]', 'public-suffix'],
    ['the end of all addresses', ['com'], 'data.domains[0]', 'public-suffix'],
    ['a wildcard', ['*.acme.com'], 'data.domains[0]', 'not-a-domain'],
    ['an address of a machine', ['127.0.0.1'], 'data.domains[0]', 'not-a-domain'],
    ['an address of a page', ['https://acme.com'], 'data.domains[0]', 'not-a-domain'],
    ['an address of a person', ['a@acme.com'], 'data.domains[0]', 'not-a-domain'],
    ['a trailing dot', ['acme.com.'], 'data.domains[0]', 'not-a-domain'],
  ])('[A190] %s is refused with its place, and nothing is stored', async (_what, domains, path, reason) => {
    const { status, body } = await set({ domains, isOn: true, role: 'viewer' });
    expect([status, body.error.details]).toEqual([400, { code: 'DOMAIN_REFUSED', path, reason }]);
    expect(await table(site.strapi, 'way-in').count({ where: { key: 'domains' } } as never)).toBe(0);
  });

  it.each([
    ['a role that is not there', { role: 'emperor' }, 400, 'UNKNOWN_ROLE', 'data.role'],
    ['no role', { role: '' }, 400, 'VALIDATION_FAILED', 'data.role'],
    ['admin, without saying so', { role: 'admin' }, 409, 'ROLE_NEEDS_CONFIRMATION', 'data.confirmAdmin'],
    ['a key that is not known', { admin: true }, 400, 'VALIDATION_FAILED', 'data.admin'],
  ])('[A192] %s is refused', async (_what, data, status, code, path) => {
    const answer = await set({ domains: [DOMAIN], isOn: true, role: 'viewer', ...data });
    expect([answer.status, answer.body.error.details]).toEqual([status, expect.objectContaining({ code, path })]);
  });

  it('[A190] domains are kept as mail names them, whatever letters they are given in; the change is told', async () => {
    const { body } = await set({ domains: ['YourCompany.com', 'MÜNCHEN.de', 'yourcompany.com'], isOn: false, role: 'viewer' });
    expect(body.data.domains).toEqual({ domains: ['xn--mnchen-3ya.de', 'yourcompany.com'], isOn: false, role: 'viewer' });
    const entries = (await table(site.strapi, 'audit-entry').findMany({ where: { action: 'way-in.changed' } as never })) as unknown as { actor: string; body: string }[];
    expect(entries.map(({ actor }) => actor)).toEqual([world.members['ana']]);
    expect(entries[0]?.body).toContain('xn--mnchen-3ya.de');
  });

  it('[A191] [A192] whoever shows that an address of the domain is his becomes a member with the default role', async () => {
    await open();
    const token = await asked(`Maria@YourCompany.com`.toLowerCase());
    expect(mailbox.to(`maria@${DOMAIN}`).text).toContain('https://acme.example.com/join#');
    expect(await memberOf(`maria@${DOMAIN}`)).toBeNull();
    for (let times = 0; times < 2; times += 1) {
      expect((await preview(token).expect(200)).body.data).toMatchObject({ email: `maria@${DOMAIN}`, role: { key: 'csm' }, doors: { panel: true, api: true }, isPasswordOptional: false });
    }
    expect((await accept(token, { ...PROFILE, picture: pngOf([1, 2, 3]).toString('base64') }).expect(200)).body.data).toEqual({ email: `maria@${DOMAIN}`, doors: { panel: true, api: true } });
    const maria = await memberOf(`maria@${DOMAIN}`);
    expect(maria).toMatchObject({ status: 'active', name: 'Maria Sol', timezone: 'America/Bogota', language: 'es', restriction: null });
    expect(await grantsOf(`maria@${DOMAIN}`)).toEqual([{ role: 'csm', source: 'domain' }]);
    expect(await table(site.strapi, 'picture').count({ where: { member: maria?.documentId } } as never)).toBe(1);
    expect((await request(site.url).post('/api/auth/local').send({ identifier: `maria@${DOMAIN}`, password: PROFILE.password })).status).toBe(200);
    expect((await request(site.url).post('/admin/login').send({ email: `maria@${DOMAIN}`, password: PROFILE.password })).status).toBe(200);
    expect((await accept(token)).body.error.details.code).toBe('LINK_SPENT');
  });

  it('[A191:addresses] a sub-domain, a look-alike, and an address that is written to deceive get no mail', async () => {
    await open({ domains: [DOMAIN, 'münchen.de'] });
    await unanswered(`a@mail.${DOMAIN}`, `a@${DOMAIN}.evil.test`, `a@x-${DOMAIN}`, 'a@yourcompany.co', 'a@yourcornpany.com', 'a@your-company.com', 'a@xn--yourcompany-xyz.com', 'a@munchen.de', `a@gmail.com`);
    for (const email of [`"a@${DOMAIN}"@evil.test`, `a@${DOMAIN}@evil.test`, `a@evil.test,b@${DOMAIN}`, `a@yourcompаny.com`, `a@${DOMAIN}.`, `a@${DOMAIN}\nBcc: b@evil.test`, `<a@${DOMAIN}>`, `a b@${DOMAIN}`]) {
      expect([email, (await ask(email)).status]).toEqual([email, 400]);
    }
    await asked('a@xn--mnchen-3ya.de');
  });

  it('[A191:unverified] nobody joins without the link: the address alone, or a guess, opens nothing', async () => {
    for (const token of ['x'.repeat(43), '']) expect((await accept(token)).status).toBeGreaterThanOrEqual(400);
    expect((await accept('x'.repeat(43))).body.error.details.code).toBe('LINK_INVALID');
  });

  it('[A191:squatter] a user whom somebody made with the address before, and whose password he has, does not become the member', async () => {
    const early = await asked(`victim@${DOMAIN}`);
    const { documentId } = await createApiUser(site.strapi, 'squatter');
    await site.strapi.db.query('plugin::users-permissions.user').updateMany({ where: { documentId } as never, data: { email: `victim@${DOMAIN}` } as never });
    expect((await accept(early)).body.error.details.code).toBe('USER_EXISTS');
    await unanswered(`victim@${DOMAIN}`);
    const { body } = await request(site.url).post('/api/auth/local').send({ identifier: `victim@${DOMAIN}`, password: PASSWORD }).expect(200);
    expect((await request(site.url).get('/api/roster/me').auth(body.jwt as string, { type: 'bearer' })).status).toBe(403);
    expect(await memberOf(`victim@${DOMAIN}`)).toBeNull();
  });

  it('[A191:once] of twenty who use a link at once one joins; a later link makes the one before void, and each ends', async () => {
    const first = await asked(`once@${DOMAIN}`);
    const second = await asked(`once@${DOMAIN}`);
    expect((await accept(first)).body.error.details.code).toBe('LINK_INVALID');
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => accept(second)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(await table(site.strapi, 'member').count({ where: { email: `once@${DOMAIN}` } } as never)).toBe(1);
    expect(await site.strapi.db.query('admin::user').count({ where: { email: `once@${DOMAIN}` } })).toBe(1);
    const old = await asked(`old@${DOMAIN}`);
    shiftTime(DAY_MS + 1_000);
    try {
      expect((await accept(old)).body.error.details.code).toBe('LINK_SPENT');
    } finally {
      shiftTime(0);
    }
  });

  it('[A191:gone] whoever was deactivated or deleted, is invited, or is a Super Admin, does not come in by it', async () => {
    const status = async (email: string, value: string) => table(site.strapi, 'member').updateMany({ where: { email } as never, data: { status: value } as never });
    const early = await asked(`leaver@${DOMAIN}`);
    await accept(early).expect(200);
    const { documentId } = (await memberOf(`leaver@${DOMAIN}`)) as Row;
    await (await site.as('ana@roster.test')).put(`/api/roster/members/${documentId}/status`).send({ data: { status: 'deactivated' } }).expect(200);
    await unanswered(`leaver@${DOMAIN}`);
    await status(`leaver@${DOMAIN}`, 'deleted');
    await unanswered(`leaver@${DOMAIN}`);
    expect(await memberOf(`leaver@${DOMAIN}`)).toMatchObject({ status: 'deleted' });
    await status(`leaver@${DOMAIN}`, 'deactivated');
    // For good, without a trace of the address.
    const ana = await site.as('ana@roster.test');
    const { body } = await ana.post(`/api/roster/members/${documentId}/deletion`).expect(200);
    await ana.post(`/api/roster/members/${documentId}/deletion/confirm`).send({ data: { token: body.data.token, email: `leaver@${DOMAIN}`, reason: 'A request under the GDPR' } }).expect(200);
    expect(await memberOf(`leaver@${DOMAIN}`)).toBeNull();
    expect(JSON.stringify(await table(site.strapi, 'barred-address').findMany())).not.toContain('leaver');
    await unanswered(`leaver@${DOMAIN}`);
    expect(await memberOf(`leaver@${DOMAIN}`)).toBeNull();
    await (await site.as('ana@roster.test')).post('/api/roster/invitations').send({ data: { email: `invited@${DOMAIN}`, role: 'viewer' } }).expect(200);
    await unanswered();
    const before = mailsTo(`invited@${DOMAIN}`);
    await unanswered(`invited@${DOMAIN}`);
    expect(mailsTo(`invited@${DOMAIN}`)).toBe(before);
    await site.strapi.db.query('admin::user').updateMany({ where: { email: 'super@roster.test' } as never, data: { email: `boss@${DOMAIN}` } as never });
    await unanswered(`boss@${DOMAIN}`);
    await site.strapi.db.query('admin::user').updateMany({ where: { email: `boss@${DOMAIN}` } as never, data: { email: 'super@roster.test' } as never });
  });

  it('[A191:meanwhile] what was closed, taken off the list, or became somebody’s meanwhile is asked again at the link', async () => {
    const tokens = [await asked(`late1@${DOMAIN}`), await asked(`late2@${DOMAIN}`), await asked(`late3@${DOMAIN}`)] as const;
    await open({ isOn: false });
    expect((await accept(tokens[0])).body.error.details.code).toBe('WAY_CLOSED');
    await open({ domains: ['other.test'] });
    expect((await preview(tokens[1])).body.error.details.code).toBe('WAY_CLOSED');
    await open();
    const user = await createPanelUser(site.strapi, 'late3');
    await (await site.as('ana@roster.test')).post('/api/roster/members').send({ data: { email: `late3@${DOMAIN}`, name: 'Late', role: 'viewer', panelUser: user.documentId } }).expect(200);
    expect((await accept(tokens[2])).body.error.details.code).toBe('MEMBER_EXISTS');
    expect(await grantsOf(`late3@${DOMAIN}`)).toEqual([{ role: 'viewer', source: 'manual' }]);
    // What was refused took nothing away from the link.
    await accept(tokens[0]).expect(200);
  });

  it('[A191:viewer] a viewer who joins by himself sees what is shared with him, and nothing else at first', async () => {
    await open({ role: 'viewer' });
    await accept(await asked(`looker@${DOMAIN}`)).expect(200);
    expect(await memberOf(`looker@${DOMAIN}`)).toMatchObject({ restriction: 'shared' });
    const { body } = await request(site.url).post('/api/auth/local').send({ identifier: `looker@${DOMAIN}`, password: PROFILE.password }).expect(200);
    const list = await request(site.url).get('/api/customers').auth(body.jwt as string, { type: 'bearer' }).expect(200);
    expect(list.body.data).toEqual([]);
    expect((await (await site.as('vera@roster.test')).get('/api/customers').expect(200)).body.data.length).toBeGreaterThan(0);
  });

  it('[A192:admin] admin is given after a confirmation, and by whoever has it himself', async () => {
    await open({ role: 'admin', confirmAdmin: true });
    await accept(await asked(`chief@${DOMAIN}`)).expect(200);
    expect(await grantsOf(`chief@${DOMAIN}`)).toEqual([{ role: 'admin', source: 'domain' }]);
    // Somebody of the host with the right of the page, and no part in the team, gives nobody anything.
    const roles = site.strapi.service('admin::role') as unknown as { create(values: object): Promise<{ id: number }>; assignPermissions(role: number, list: object[]): Promise<unknown> };
    const { id } = await roles.create({ name: 'Keeper', description: 'of the Security page' });
    await roles.assignPermissions(id, ['plugin::roster.security.read', 'plugin::roster.security.update'].map((action) => ({ action, subject: null })));
    const keeper = await createPanelUser(site.strapi, 'keeper');
    await site.strapi.db.query('admin::user').update({ where: { id: keeper.id }, data: { roles: [id] } as never });
    const answer = await (await site.asAdmin('keeper@roster.test')).put('/roster/ways-in/domains').send({ data: { domains: [DOMAIN], isOn: true, role: 'viewer' } });
    expect([answer.status, answer.body.error.details.code]).toEqual([403, 'ROLE_BEYOND_CEILING']);
  });
});
