import request from 'supertest';
import { auditLog } from '../../support/audit-log';
import { openMailbox, type Mailbox } from '../../support/mailbox';
import { createPanelUser } from '../../support/people';
import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { shiftTime } from '../../support/time';
import { worldOf, type World } from '../../support/world';

const PASSWORD = 'A good one 1';
const PROFILE = { name: 'Maria Sol', timezone: 'America/Bogota', language: 'es', password: PASSWORD };
const DAY_MS = 24 * 3_600_000;

/** The two doors to the same invitations. */
const DOORS = [
  ['panel', '/roster'],
  ['rest', '/api/roster'],
] as const;

describeOnEachDb('invitations', (db) => {
  let site: Site;
  let world: World;
  let mailbox: Mailbox;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24, configOverride: { 'plugin::roster': { team: { url: 'https://acme.example.com/welcome' } } } });
    world = await worldOf(site.strapi);
    mailbox = openMailbox(site.strapi);
  });
  afterAll(() => site.close());

  const at = (door: 'panel' | 'rest', key: string) => (door === 'panel' ? site.asAdmin(`${key}@roster.test`) : site.as(`${key}@roster.test`));
  const invite = async (data: object, key = 'ana', base: '/roster' | '/api/roster' = '/api/roster') => (await at(base === '/roster' ? 'panel' : 'rest', key)).post(`${base}/invitations`).send({ data });
  const invited = async (email: string) => ({ id: (await invite({ email, role: 'viewer' })).body.data.documentId as string, secret: mailbox.secretFor(email) });
  const accept = (token: string, data: object = PROFILE) => request(site.url).post('/api/roster/invitations/accept').send({ data: { token, ...data } });
  const preview = (token: string) => request(site.url).post('/api/roster/invitations/preview').send({ data: { token } });
  const signIn = (identifier: string, password = PASSWORD) => request(site.url).post('/api/auth/local').send({ identifier, password });
  const panelSignIn = (email: string, password = PASSWORD) => request(site.url).post('/admin/login').send({ email, password });
  const memberOf = async (email: string) => (await table(site.strapi, 'member').findOne({ where: { email } as never })) as unknown as { documentId: string; status: string; name: string; timezone: string; language: string; apiUser: string | null } | null;
  const counts = async () => [await table(site.strapi, 'member').count(), await table(site.strapi, 'grant').count(), await table(site.strapi, 'invitation').count(), await table(site.strapi, 'one-time-token').count(), mailbox.mails.length];
  const told = async (action: string) => (await table(site.strapi, 'audit-entry').findMany({ where: { action } as never, orderBy: { id: 'asc' } as never })) as unknown as { targetId: string; actor: string | null; body: string; personal: string | null }[];

  describe.each(DOORS)('at the door %s', (door, base) => {
    it(`[A028:${door}] [A031:${door}] [A184:${door}] an admin invites; one mail comes, with a link to the configured address that holds a secret of its own`, async () => {
      const before = mailbox.mails.length;
      const { status, body } = await invite({ email: `one.${door}@x.test`, role: 'csm' }, 'ana', base);
      expect(status).toBe(200);
      expect(body.data).toMatchObject({ email: `one.${door}@x.test`, role: 'csm', status: 'pending', book: 0, mailError: null, invitedBy: { documentId: world.members['ana'], name: 'Ana Ruiz' } });
      expect(body.data.sentAt).toMatch(/^\d{4}-/);
      await invite({ email: `two.${door}@x.test`, role: 'viewer' }, 'ana', base);
      expect(mailbox.mails).toHaveLength(before + 2);
      const mail = mailbox.to(`one.${door}@x.test`);
      expect(mail.subject).toBe('Ana Ruiz invites you to join the team');
      expect(mail.text).toContain('https://acme.example.com/welcome#');
      expect(mail.html).toContain('https://acme.example.com/welcome#');
      expect(mailbox.secretFor(`one.${door}@x.test`)).not.toBe(mailbox.secretFor(`two.${door}@x.test`));
      // Neither the answer nor any table holds the secret.
      const secret = mailbox.secretFor(`one.${door}@x.test`);
      const rows = JSON.stringify([body, await table(site.strapi, 'one-time-token').findMany(), await table(site.strapi, 'invitation').findMany(), await table(site.strapi, 'audit-entry').findMany()]);
      expect(rows).not.toContain(secret);
      expect(await told('member.invited')).toEqual(expect.arrayContaining([expect.objectContaining({ targetId: body.data.member, actor: world.members['ana'] })]));
    });

    it.each(['dora', 'carla', 'vera'])(`[A028:${door}] [A184:${door}] %s does not invite, and sees no invitation`, async (key) => {
      const before = await counts();
      expect((await invite({ email: 'nobody@x.test', role: 'viewer' }, key, base)).status).toBe(403);
      expect((await (await at(door, key)).get(`${base}/invitations`)).status).toBe(403);
      expect(await counts()).toEqual(before);
    });

    it.each([
      ['no e-mail', { role: 'csm' }, 'VALIDATION_FAILED', 'data.email'],
      ['no role', { email: 'bad@x.test' }, 'VALIDATION_FAILED', 'data.role'],
      ['what is no address', { email: 'not an address', role: 'csm' }, 'VALIDATION_FAILED', 'data.email'],
      ['an end that is over', { email: 'bad@x.test', role: 'csm', endsAt: '2020-01-01T00:00:00Z' }, 'VALIDATION_FAILED', 'data.endsAt'],
      ['an address with a line break', { email: 'a@x.test\nBcc: b@x.test', role: 'csm' }, 'VALIDATION_FAILED', 'data.email'],
      ['a role that is not there', { email: 'bad@x.test', role: 'emperor' }, 'UNKNOWN_ROLE', 'data.role'],
      ['a member', { email: 'CARLA@roster.test ', role: 'csm' }, 'MEMBER_EXISTS', 'email'],
      ['a Super Admin', { email: 'super@roster.test', role: 'viewer' }, 'USER_EXISTS', 'data.email'],
      ['a territory that is not there', { email: 'bad@x.test', role: 'csm', territories: ['atlantis'] }, 'VALIDATION_FAILED', 'territories'],
      ['a key that is not known', { email: 'bad@x.test', role: 'csm', admin: true }, 'VALIDATION_FAILED', 'data.admin'],
      ['a record that is not there', { email: 'bad@x.test', role: 'csm', book: [{ type: CUSTOMER, record: 'nowherenowherenowherenow' }] }, 'NOT_FOUND', 'data.book[0].record'],
      ['a type without owners', { email: 'bad@x.test', role: 'csm', book: [{ type: 'api::tag.tag', record: 'x' }] }, 'UNKNOWN_TYPE', 'data.book[0].type'],
      ['a book for who owns nothing', { email: 'bad@x.test', role: 'viewer', book: [{ type: CUSTOMER, record: 'x' }] }, 'CANNOT_OWN', 'data.book'],
    ])(`[A029:${door}] %s is refused with its field, and nothing is stored or sent`, async (_what, data, code, path) => {
      const before = await counts();
      const { status, body } = await invite(data, 'ana', base);
      expect([status >= 400 && status < 500, body.error?.details]).toEqual([true, expect.objectContaining({ code, path })]);
      expect(await counts()).toEqual(before);
    });
  });

  it('[A030] [A033] [A034] who accepts says who he is, is active from then on, at the doors of his role, and has his book', async () => {
    const names = ['Acme Robotics', 'Alder Analytics', 'Amber Apparel'];
    const book = names.map((name) => ({ type: CUSTOMER, record: world.customers[name] as string }));
    const owners = () => Promise.all(book.map(async ({ record }) => (await roster(site.strapi, 'books').ownership(CUSTOMER, record)).owner));
    const before = await owners();
    await invite({ email: 'Maria.Sol@X.test', role: 'csm', book, language: 'es', territories: [] }).then(({ status }) => expect(status).toBe(200));
    const secret = mailbox.secretFor('maria.sol@x.test');
    expect(mailbox.to('maria.sol@x.test').subject).toBe('Ana Ruiz le invita al equipo');
    expect(await owners()).toEqual(before);

    expect(await memberOf('maria.sol@x.test')).toMatchObject({ status: 'invited', apiUser: null });
    expect((await signIn('maria.sol@x.test')).status).toBe(400);
    expect((await panelSignIn('maria.sol@x.test')).status).toBe(400);

    const seen = await preview(secret);
    expect([seen.status, seen.body.data]).toEqual([200, expect.objectContaining({ email: 'maria.sol@x.test', role: expect.objectContaining({ key: 'csm' }), doors: { panel: true, api: true }, invitedBy: 'Ana Ruiz', language: 'es' })]);

    const { status, body } = await accept(secret);
    expect([status, body.data]).toEqual([200, { email: 'maria.sol@x.test', doors: { panel: true, api: true } }]);
    const maria = await memberOf('maria.sol@x.test');
    expect(maria).toMatchObject({ status: 'active', name: 'Maria Sol', timezone: 'America/Bogota', language: 'es' });
    expect(await owners()).toEqual(book.map(() => maria?.documentId));
    const session = await signIn('maria.sol@x.test').expect(200);
    const mine = await request(site.url).get('/api/customers').auth(session.body.jwt, { type: 'bearer' }).expect(200);
    expect(mine.body.data.map(({ name }: { name: string }) => name).sort()).toEqual(names);
    const panel = await panelSignIn('maria.sol@x.test').expect(200);
    expect((await request(site.url).get('/roster/me').auth(panel.body.data.token, { type: 'bearer' })).body.data.member).toMatchObject({ email: 'maria.sol@x.test' });
    expect((await told('member.joined')).at(-1)).toMatchObject({ targetId: maria?.documentId, actor: maria?.documentId });
    expect(JSON.stringify(await told('member.joined'))).not.toContain(PASSWORD);
  });

  it('[A030] an invitation without a book leaves all owners as they are', async () => {
    const owners = async () => JSON.stringify(await table(site.strapi, 'entry').findMany({ orderBy: { id: 'asc' } as never }));
    const before = await owners();
    await invite({ email: 'bookless@x.test', role: 'csm' });
    await accept(mailbox.secretFor('bookless@x.test')).expect(200);
    expect(await owners()).toBe(before);
  });

  it('[A034] who is invited is refused at every door, also with a user that he has there already', async () => {
    await invite({ email: 'nina@roster.test', role: 'admin' });
    const nina = await site.as('nina@roster.test');
    expect((await nina.get('/api/customers')).status).toBe(403);
    expect((await nina.post('/graphql').send({ query: '{ customers { documentId } }' })).body.errors?.[0].extensions.code).toBe('FORBIDDEN');
    expect((await (await site.asAdmin('nina@roster.test')).get('/roster/members')).status).toBe(403);
    const { member } = (await (await site.as('ana@roster.test')).get('/api/roster/invitations').expect(200)).body.data.find(({ email }: { email: string }) => email === 'nina@roster.test');
    // He is let in by accepting alone, as what he was invited for.
    const ana = await site.as('ana@roster.test');
    const attempts = { status: { status: 'active' }, role: { role: 'viewer' }, users: { apiUser: null } };
    for (const [what, data] of Object.entries(attempts)) {
      const forced = await ana.put(`/api/roster/members/${member}/${what}`).send({ data });
      expect([what, forced.status, forced.body.error?.details.code]).toEqual([what, 409, 'CONFLICT']);
    }
    expect((await nina.get('/api/customers')).status).toBe(403);

    // The user at the API may be anybody's who signed up with the address: a password makes him Nina's, and nobody else's any more.
    const { password: _none, ...profile } = PROFILE;
    expect((await accept(mailbox.secretFor('nina@roster.test'), profile)).body.error.details).toMatchObject({ code: 'VALIDATION_FAILED', path: 'data.password' });
    await accept(mailbox.secretFor('nina@roster.test')).expect(200);
    expect((await nina.get('/api/customers')).status).toBe(401);
    const { body } = await signIn('nina@roster.test').expect(200);
    await request(site.url).get('/api/customers').set('Authorization', `Bearer ${body.jwt}`).expect(200);
  });

  it('[A032] a link works once: of twenty at once one succeeds, later ones are refused, and opening it takes nothing away', async () => {
    await invite({ email: 'once@x.test', role: 'viewer' });
    const secret = mailbox.secretFor('once@x.test');
    for (let times = 0; times < 3; times += 1) await preview(secret).expect(200);
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => accept(secret)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(new Set(statuses.filter((status) => status !== 200))).toEqual(new Set([410]));
    const again = await accept(secret);
    expect([again.status, again.body.error.details.code]).toEqual([410, 'LINK_SPENT']);
    expect((await preview(secret)).status).toBe(410);
    expect(await table(site.strapi, 'member').count({ where: { email: 'once@x.test' } } as never)).toBe(1);
    expect(await site.strapi.db.query('plugin::users-permissions.user').count({ where: { email: 'once@x.test' } })).toBe(1);
    expect(await site.strapi.db.query('admin::user').count({ where: { email: 'once@x.test' } })).toBe(1);
  });

  it('[A032] revoked while it is accepted: he is in, or he never was, and nothing lies in between', async () => {
    const ana = await site.as('ana@roster.test');
    for (let round = 0; round < 5; round += 1) {
      const { id, secret } = await invited(`race${round}@x.test`);
      const [accepted, revoked] = await Promise.all([accept(secret), ana.delete(`/api/roster/invitations/${id}`)]);
      const member = await memberOf(`race${round}@x.test`);
      const { status } = (await table(site.strapi, 'invitation').findOne({ where: { documentId: id } as never })) as unknown as { status: string };
      const user = await site.strapi.db.query('plugin::users-permissions.user').count({ where: { email: `race${round}@x.test` } });
      if (accepted.status === 200) expect([revoked.status, status, member?.status, user]).toEqual([409, 'accepted', 'active', 1]);
      else expect([revoked.status, status, member, user]).toEqual([200, 'revoked', null, 0]);
    }
  });

  it('[A032] a link ends: by being revoked, by a later one, by its age; and what was never one opens nothing', async () => {
    const ana = await site.as('ana@roster.test');
    const revoked = await invited('revoked@x.test');
    await ana.delete(`/api/roster/invitations/${revoked.id}`).expect(200);
    expect([(await accept(revoked.secret)).status, await memberOf('revoked@x.test')]).toEqual([404, null]);
    expect((await ana.delete(`/api/roster/invitations/${revoked.id}`)).body.error.details.code).toBe('INVITATION_CLOSED');
    expect((await ana.post(`/api/roster/invitations/${revoked.id}/resend`)).body.error.details.code).toBe('INVITATION_CLOSED');
    // The address is free again.
    expect((await invite({ email: 'revoked@x.test', role: 'viewer' })).status).toBe(200);

    const resent = await invited('resent@x.test');
    await ana.post(`/api/roster/invitations/${resent.id}/resend`).expect(200);
    expect([(await accept(resent.secret)).status, (await accept(mailbox.secretFor('resent@x.test'))).status]).toEqual([404, 200]);

    const old = await invited('old@x.test');
    shiftTime(7 * DAY_MS + 1_000);
    try {
      const { status, body } = await accept(old.secret);
      expect([status, body.error.details.code]).toEqual([410, 'LINK_SPENT']);
      expect((await preview(old.secret)).status).toBe(410);
    } finally {
      shiftTime(0);
    }
    expect((await accept('x'.repeat(43))).body.error.details.code).toBe('LINK_INVALID');
    expect((await accept('')).body.error.details).toMatchObject({ code: 'VALIDATION_FAILED', path: 'data.token' });
  });

  it.each([
    ['no name', { name: ' ' }, 'data.name'],
    ['a time zone that is none', { timezone: 'Mars/Olympus' }, 'data.timezone'],
    ['a language that is none', { language: 'Spanish!' }, 'data.language'],
    ['a short password', { password: 'Ab1' }, 'data.password'],
    ['a password without a digit', { password: 'Abcdefghij' }, 'data.password'],
    ['a password that would be cut', { password: `Aa1${'é'.repeat(40)}` }, 'data.password'],
    ['no password where one is needed', { password: undefined }, 'data.password'],
    ['a role of his own choice', { role: 'admin' }, 'data.role'],
  ])('[A033] %s is refused with its field, and the link still works', async (_what, wrong, path) => {
    const email = `careless.${path.slice(5)}.${_what.length}@x.test`;
    await invite({ email, role: 'viewer' });
    const secret = mailbox.secretFor(email);
    const { status, body } = await accept(secret, { ...PROFILE, ...wrong });
    expect([status, body.error.details]).toEqual([400, expect.objectContaining({ code: 'VALIDATION_FAILED', path })]);
    expect((await memberOf(email))?.status).toBe('invited');
    await accept(secret).expect(200);
  });

  it('a mail that does not leave is told at the invitation, which stands, and is sent again', async () => {
    mailbox.failWith = '550 mailbox unavailable';
    const { body } = await invite({ email: 'bounced@x.test', role: 'viewer' });
    expect(body.data).toMatchObject({ status: 'pending', sentAt: null, mailError: '550 mailbox unavailable' });
    mailbox.failWith = undefined;
    const again = await (await site.as('ana@roster.test')).post(`/api/roster/invitations/${body.data.documentId}/resend`).expect(200);
    expect(again.body.data).toMatchObject({ mailError: null, sentAt: expect.any(String) });
    await accept(mailbox.secretFor('bounced@x.test')).expect(200);
  });

  it('who asked and may no longer give it has given nothing, also when he has left', async () => {
    const members = roster(site.strapi, 'members');
    await members.setRole(world.members['dora'] as string, 'admin');
    await invite({ email: 'late@x.test', role: 'admin' }, 'dora');
    await members.setRole(world.members['dora'] as string, 'director');
    expect((await accept(mailbox.secretFor('late@x.test'))).body.error.details.code).toBe('INVITATION_VOID');
    await members.deactivate(world.members['dora'] as string);
    expect((await accept(mailbox.secretFor('late@x.test'))).body.error.details.code).toBe('INVITATION_VOID');
    expect((await memberOf('late@x.test'))?.status).toBe('invited');
    await members.reactivate(world.members['dora'] as string);
  });

  it('who becomes a Super Admin meanwhile is in without the link, and an admin', async () => {
    await invite({ email: 'rising@roster.test', role: 'viewer' });
    const { email } = await createPanelUser(site.strapi, 'rising', 'strapi-super-admin');
    const rising = await site.asAdmin(email);
    await rising.get('/roster/me').expect(200);
    expect((await rising.get('/roster/members?search=rising').expect(200)).body.data.find((row: { email: string }) => row.email === email)).toMatchObject({ status: 'active', roles: ['admin'], isSuperAdmin: true });
    expect((await accept(mailbox.secretFor(email))).status).toBe(409);
  });

  it('names in a mail are text: no HTML of theirs, and no header', async () => {
    await table(site.strapi, 'member').update({ where: { documentId: world.members['ana'] }, data: { name: 'Ana <img src=x>\r\nBcc: all@x.test' } } as never);
    await invite({ email: 'html@x.test', role: 'viewer' });
    await table(site.strapi, 'member').update({ where: { documentId: world.members['ana'] }, data: { name: 'Ana Ruiz' } } as never);
    const { subject, html } = mailbox.to('html@x.test');
    expect([subject.includes('\n') || subject.includes('\r'), html?.includes('<img')]).toEqual([false, false]);
  });

  it('the invitations in pages, newest first, by their status', async () => {
    const ana = await site.as('ana@roster.test');
    const list = async (query: string) => (await ana.get(`/api/roster/invitations${query}`).expect(200)).body as { data: { email: string; status: string }[]; meta: { pagination: { total: number } } };
    const all = await list('?pageSize=100');
    expect(all.meta.pagination.total).toBe(await table(site.strapi, 'invitation').count());
    for (const status of ['pending', 'accepted', 'revoked']) {
      const some = await list(`?pageSize=100&status=${status}`);
      expect(some.data.map(({ email }) => email)).toEqual(all.data.filter((row) => row.status === status).map(({ email }) => email));
      expect(some.data.length).toBeGreaterThan(0);
    }
    expect((await list('?status=expired')).data).toEqual([]);
    expect((await auditLog(site.strapi).verify()).isSound).toBe(true);
  });

  it('the role that an invitation gave is replaced by hand like any other', async () => {
    const member = (await memberOf('bookless@x.test'))?.documentId as string;
    await (await site.as('ana@roster.test')).put(`/api/roster/members/${member}/role`).send({ data: { role: 'viewer' } }).expect(200);
    expect((await roster(site.strapi, 'members').grants(member)).map(({ role, source }) => [role, source])).toEqual([['viewer', 'manual']]);
  });
});
