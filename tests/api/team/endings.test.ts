import { rawLog } from '../../support/audit-log';
import { openMailbox, type Mailbox } from '../../support/mailbox';
import { roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { shiftTime } from '../../support/time';
import { worldOf, type World } from '../../support/world';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Team {
  readonly endings: { look(): Promise<void> };
}

describeOnEachDb('roles that end', (db) => {
  let site: Site;
  let world: World;
  let mailbox: Mailbox;

  const idOf = (key: string) => world.members[key] as string;
  const ana = () => site.asAdmin('ana@roster.test');
  const team = () => site.strapi.plugin('roster').service('team') as unknown as Team;
  const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
  const give = async (key: string, data: object, base: '/roster' | '/api/roster' = '/roster') =>
    (base === '/roster' ? await ana() : await site.as('ana@roster.test')).put(`${base}/members/${idOf(key)}/role`).send({ data });
  const told = async (action: string, key: string) =>
    ((await rawLog(site.strapi)('entries').where({ action, target_id: idOf(key) })) as { details?: unknown }[]).map((row) => JSON.stringify(row));
  const rolesOf = async (key: string) => (await (await site.as(`${key}@roster.test`)).get('/api/roster/me').expect(200)).body.data.roles as string[];
  const rowOf = async (key: string) => ((await (await site.as('ana@roster.test')).get(`/api/roster/members?search=${key}`).expect(200)).body.data as { email: string; roles: string[]; grants: { role: string; endsAt: string | null }[] }[]).find(({ email }) => email.startsWith(key));
  const hygiene = async () => (await (await site.as('ana@roster.test')).get('/api/roster/hygiene').expect(200)).body.data as { ending: { member: string; role: string; endsAt: string }[]; admins: { active: number } };

  beforeAll(async () => {
    site = await openSite({ db, customers: 12 });
    world = await worldOf(site.strapi);
    mailbox = openMailbox(site.strapi);
    await (await site.asAdmin('super@roster.test')).get('/roster/me').expect(200);
    // A role of the site's own, which decides alone while it is held.
    await table(site.strapi, 'role').create({ data: { key: 'auditor', kind: 'custom', label: { en: 'Auditor' }, description: {}, position: 9, mayOwn: false, doors: 'both' } as never });
    await table(site.strapi, 'policy').updateMany({ where: {}, data: { revision: 100 } as never });
    await roster(site.strapi, 'access').setCells([{ role: 'auditor', feature: 'team_management', action: 'view', scope: 'all' }], { kind: 'system' });
  });
  afterEach(() => shiftTime(0));
  afterAll(() => site.close());

  it.each(['/roster', '/api/roster'] as const)('counts until the last second and not after it, and nobody has to look: given at %s', async (base) => {
    const endsAt = inMs(HOUR);
    await give('vera', { role: 'director', endsAt }, base).then(({ status }) => expect(status).toBe(200));
    const vera = await site.as('vera@roster.test');
    const customers = async () => (await vera.get('/api/customers')).status;
    shiftTime(new Date(endsAt).getTime() - Date.now() - 2_000);
    expect([await customers(), await rolesOf('vera')]).toEqual([200, ['director']]);
    shiftTime(new Date(endsAt).getTime() - Date.now() + 1_000);
    expect([await customers(), await rolesOf('vera')]).toEqual([403, []]);
    shiftTime(0);
    expect(await rowOf('vera')).toMatchObject({ roles: ['director'], grants: [{ role: 'director', endsAt }] });
    await give('vera', { role: 'viewer' });
    expect(await rowOf('vera')).toMatchObject({ roles: ['viewer'], grants: [{ role: 'viewer', endsAt: null }] });
  });

  it('that it was given until a moment, and that this has come, is told once each, however many look', async () => {
    const endsAt = inMs(HOUR);
    await give('viktor', { role: 'viewer', endsAt });
    expect((await told('member.role-changed', 'viktor')).at(-1)).toContain(endsAt);
    await team().endings.look();
    expect(await told('member.role-ended', 'viktor')).toEqual([]);
    shiftTime(HOUR + 5_000);
    const { noteEnded } = site.strapi.plugin('roster').service('members') as unknown as { noteEnded(): Promise<void> };
    await Promise.all(Array.from({ length: 20 }, () => noteEnded()));
    await team().endings.look();
    const entries = await told('member.role-ended', 'viktor');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toContain(endsAt);
    // Without any role he is in the list all the same.
    expect(await rowOf('viktor')).toMatchObject({ roles: [], grants: [{ role: 'viewer', endsAt }] });
    expect((await give('viktor', { role: 'viewer' }, '/api/roster')).status).toBe(200);
    expect(await rolesOf('viktor')).toEqual(['viewer']);
  });

  it('is extended, and made lasting', async () => {
    const [first, second] = [inMs(HOUR), inMs(3 * DAY)];
    await give('cora', { role: 'csm', endsAt: first });
    const before = (await told('member.role-changed', 'cora')).length;
    expect((await give('cora', { role: 'csm', endsAt: first })).status).toBe(200);
    expect((await told('member.role-changed', 'cora')).length).toBe(before);
    await give('cora', { role: 'csm', endsAt: second });
    shiftTime(HOUR + 5_000);
    expect(await rolesOf('cora')).toEqual(['csm']);
    shiftTime(0);
    await give('cora', { role: 'csm' });
    expect(await rowOf('cora')).toMatchObject({ grants: [{ endsAt: null }] });
    expect((await told('member.role-changed', 'cora')).length).toBe(before + 2);
  });

  it('of a custom role leaves the standard one, to which he falls back', async () => {
    await give('cleo', { role: 'auditor', endsAt: inMs(HOUR) });
    expect(await rolesOf('cleo')).toEqual(['auditor']);
    shiftTime(HOUR + 5_000);
    expect(await rolesOf('cleo')).toEqual(['csm']);
    shiftTime(0);
    await give('cleo', { role: 'csm' });
    expect(await table(site.strapi, 'grant').count({ where: { member: idOf('cleo') } as never })).toBe(1);
  });

  it('is said to its member some days before, once, in his language, and on the Team page', async () => {
    await give('cleo', { role: 'csm', endsAt: inMs(9 * DAY) });
    await team().endings.look();
    expect(mailbox.mails.filter(({ to }) => to === 'cleo@roster.test')).toEqual([]);
    expect((await hygiene()).ending.map(({ member }) => member)).not.toContain(idOf('cleo'));
    shiftTime(3 * DAY);
    await Promise.all([team().endings.look(), team().endings.look()]);
    await team().endings.look();
    const mails = mailbox.mails.filter(({ to }) => to === 'cleo@roster.test');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ subject: expect.stringContaining('se termine bientôt'), text: expect.stringContaining('Bonjour Cleo Dubois') });
    expect((await hygiene()).ending).toContainEqual(expect.objectContaining({ member: idOf('cleo'), role: 'csm' }));
    shiftTime(0);
    // Another end is another reminder.
    await give('cleo', { role: 'csm', endsAt: inMs(2 * DAY) });
    await team().endings.look();
    expect(mailbox.mails.filter(({ to }) => to === 'cleo@roster.test')).toHaveLength(2);
    await give('cleo', { role: 'csm' });
  });

  it('may come with an invitation, which is void once it has ended', async () => {
    const invite = async (email: string, endsAt: string) => (await ana()).post('/roster/invitations').send({ data: { email, role: 'viewer', endsAt } });
    const endsAt = inMs(DAY);
    for (const name of ['early', 'late']) expect((await invite(`${name}@x.test`, endsAt)).status).toBe(200);
    const accept = (name: string) => site.http.post('/api/roster/invitations/accept').send({ data: { token: mailbox.secretFor(`${name}@x.test`), name, timezone: 'UTC', language: 'en', password: 'Abcdefg1' } });
    await accept('early').expect(200);
    expect(await rowOf('early')).toMatchObject({ roles: ['viewer'], grants: [{ role: 'viewer', endsAt }] });
    shiftTime(DAY + 5_000);
    const { status, body } = await accept('late');
    expect([status, body.error.details.code]).toEqual([409, 'INVITATION_VOID']);
    shiftTime(0);
    expect((await invite('past@x.test', inMs(-1_000))).body.error.details).toMatchObject({ code: 'VALIDATION_FAILED', path: 'data.endsAt' });
  });

  it('lies ahead, and is a moment', async () => {
    for (const endsAt of [inMs(-1_000), 'tomorrow', '2026-99-01T00:00:00Z', 5]) {
      const { status, body } = await give('cora', { role: 'csm', endsAt });
      expect([endsAt, status, body.error.details.code, body.error.details.path]).toEqual([endsAt, 400, 'VALIDATION_FAILED', 'data.endsAt']);
    }
  });

  it('is never that of a Super Admin', async () => {
    const { documentId } = (await table(site.strapi, 'member').findOne({ where: { email: 'super@roster.test' } as never })) as unknown as { documentId: string };
    const { status, body } = await (await ana()).put(`/roster/members/${documentId}/role`).send({ data: { role: 'admin', endsAt: inMs(DAY) } });
    expect([status, body.error.details.code]).toEqual([409, 'SUPER_ADMIN']);
  });

  it('[A107] an admin until a date is none to rely on: the other one stays', async () => {
    await site.strapi.db.query('admin::user').update({ where: { email: 'super@roster.test' }, data: { isActive: false } });
    expect((await give('bruno', { role: 'admin', endsAt: inMs(DAY) })).status).toBe(200);
    const bruno = await site.asAdmin('bruno@roster.test');
    for (const [path, data] of [['role', { role: 'viewer' }], ['status', { status: 'deactivated' }], ['role', { role: 'admin', endsAt: inMs(DAY) }], ['users', { panelUser: null, apiUser: null }]] as const) {
      const { status, body } = await bruno.put(`/roster/members/${idOf('ana')}/${path}`).send({ data });
      expect([path, status, body.error.details.code]).toEqual([path, 409, 'LAST_ADMIN']);
    }
    await site.strapi.db.query('admin::user').update({ where: { email: 'super@roster.test' }, data: { isActive: true } });
  });
});
