import { rawLog } from '../../support/audit-log';
import { companyRole, createPanelUser, PASSWORD } from '../../support/people';
import { roster } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { createApiToken } from '../../support/tokens';
import { letEverybodyEditUsers, userRow } from '../../support/user-rights';
import { worldOf, type World } from '../../support/world';

const API_USER = 'plugin::users-permissions.user';
const CM = `/content-manager/collection-types/${API_USER}`;

interface Answer {
  readonly status: number;
  readonly body: { readonly error?: { readonly message?: string; readonly details?: { readonly code?: string } }; readonly errors?: readonly { readonly extensions?: { readonly error?: { readonly details?: { readonly code?: string } } } }[] };
}

const outcomeOf = ({ status, body }: Answer) => [status, body.error?.details?.code ?? body.errors?.[0]?.extensions?.error?.details?.code];
const REFUSED = [403, 'ROLE_BEYOND_CEILING'];

describeOnEachDb('accounts of members, to whoever the host lets edit its users', (db) => {
  let site: Site;
  let world: World;

  const panelUser = (key: string) => userRow(site.strapi, 'admin::user', `${key}@roster.test`);
  const apiUser = (key: string) => userRow(site.strapi, API_USER, `${key}@roster.test`);
  const panel = (key: string) => site.asAdmin(`${key}@roster.test`);
  const app = (key: string) => site.as(`${key}@roster.test`);
  const superRole = async () => ((await site.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-super-admin' } })) as { id: number }).id;
  const graphql = async (key: string, mutation: string) => (await (await app(key)).post('/graphql').send({ query: `mutation { ${mutation} }` })) as Answer;

  beforeAll(async () => {
    site = await openSite({ db, customers: 12 });
    world = await worldOf(site.strapi);
    await letEverybodyEditUsers(site.strapi);
  });
  afterAll(() => site.close());

  /** Every way to an account, and what it would do to it. */
  const WAYS: readonly [string, (attacker: string, target: string) => Promise<Answer>][] = [
    ['the panel: another address', async (attacker, target) => (await panel(attacker)).put(`/admin/users/${(await panelUser(target)).id}`).send({ email: 'mine@roster.test' })],
    ['the panel: another password', async (attacker, target) => (await panel(attacker)).put(`/admin/users/${(await panelUser(target)).id}`).send({ password: 'Taken-over-1' })],
    ['the panel: switched off', async (attacker, target) => (await panel(attacker)).put(`/admin/users/${(await panelUser(target)).id}`).send({ isActive: false })],
    ['the panel: another name', async (attacker, target) => (await panel(attacker)).put(`/admin/users/${(await panelUser(target)).id}`).send({ firstname: 'Nobody' })],
    ['the panel: other roles', async (attacker, target) => (await panel(attacker)).put(`/admin/users/${(await panelUser(target)).id}`).send({ roles: [await companyRole(site.strapi)] })],
    ['the panel: deleted', async (attacker, target) => (await panel(attacker)).delete(`/admin/users/${(await panelUser(target)).id}`)],
    ['the panel: deleted with others', async (attacker, target) => (await panel(attacker)).post('/admin/users/batch-delete').send({ ids: [(await panelUser(target)).id] })],
    ['the Content Manager: another address', async (attacker, target) => (await panel(attacker)).put(`${CM}/${(await apiUser(target)).documentId}`).send({ email: 'mine@roster.test' })],
    ['the Content Manager: another password', async (attacker, target) => (await panel(attacker)).put(`${CM}/${(await apiUser(target)).documentId}`).send({ password: 'Taken-over-1' })],
    ['the Content Manager: blocked', async (attacker, target) => (await panel(attacker)).put(`${CM}/${(await apiUser(target)).documentId}`).send({ blocked: true })],
    ['the Content Manager: deleted', async (attacker, target) => (await panel(attacker)).delete(`${CM}/${(await apiUser(target)).documentId}`)],
    ['the Content Manager: deleted with others', async (attacker, target) => (await panel(attacker)).post(`${CM}/actions/bulkDelete`).send({ documentIds: [(await apiUser(target)).documentId] })],
    ['REST: another address', async (attacker, target) => (await app(attacker)).put(`/api/users/${(await apiUser(target)).id}`).send({ email: 'mine@roster.test' })],
    ['REST: another password', async (attacker, target) => (await app(attacker)).put(`/api/users/${(await apiUser(target)).id}`).send({ password: 'Taken-over-1' })],
    ['REST: blocked', async (attacker, target) => (await app(attacker)).put(`/api/users/${(await apiUser(target)).id}`).send({ blocked: true })],
    ['REST: a token to reset the password', async (attacker, target) => (await app(attacker)).put(`/api/users/${(await apiUser(target)).id}`).send({ resetPasswordToken: 'known' })],
    ['REST: deleted', async (attacker, target) => (await app(attacker)).delete(`/api/users/${(await apiUser(target)).id}`)],
    ['GraphQL: another address', async (attacker, target) => graphql(attacker, `updateUsersPermissionsUser(id: "${(await apiUser(target)).id}", data: { email: "mine@roster.test" }) { data { username } }`)],
    ['GraphQL: deleted', async (attacker, target) => graphql(attacker, `deleteUsersPermissionsUser(id: "${(await apiUser(target)).id}") { data { username } }`)],
  ];

  it.each(WAYS)('nobody touches who is above him, a member or not: %s', async (name, attack) => {
    const before = JSON.stringify([await panelUser('ana'), await apiUser('ana')]);
    for (const attacker of ['carla', 'nina']) {
      const [status, code] = outcomeOf(await attack(attacker, 'ana'));
      expect([attacker, name.startsWith('GraphQL') ? 403 : status, code]).toEqual([attacker, ...REFUSED]);
    }
    expect(JSON.stringify([await panelUser('ana'), await apiUser('ana')])).toBe(before);
  });

  it('who is nobody in the team touches nobody of it, and members whoever has no more than they', async () => {
    expect(outcomeOf(await (await panel('nina')).put(`/admin/users/${(await panelUser('vera')).id}`).send({ firstname: 'Vera' }))).toEqual(REFUSED);
    // A viewer sees everything; a csm, his book.
    expect(outcomeOf(await (await panel('carla')).put(`/admin/users/${(await panelUser('vera')).id}`).send({ firstname: 'Vera' }))).toEqual(REFUSED);
    await (await panel('carla')).put(`/admin/users/${(await panelUser('chen')).id}`).send({ firstname: 'Chen' }).expect(200);
    await (await app('carla')).put(`/api/users/${(await apiUser('chen')).id}`).send({ username: 'chen-wei' }).expect(200);
    await (await panel('ana')).put(`/admin/users/${(await panelUser('bruno')).id}`).send({ firstname: 'Bruno' }).expect(200);
    await (await panel('ana')).put(`${CM}/${(await apiUser('dora')).documentId}`).send({ username: 'dora-l' }).expect(200);
  });

  it('of a member who is deactivated the account is kept all the same', async () => {
    const members = roster(site.strapi, 'members');
    await members.deactivate(world.members['emil'] as string);
    expect(outcomeOf(await (await panel('carla')).put(`/admin/users/${(await panelUser('emil')).id}`).send({ password: 'Taken-over-1' }))).toEqual(REFUSED);
    await members.reactivate(world.members['emil'] as string);
  });

  it('users who are no member’s are the host’s business', async () => {
    const { id } = await createPanelUser(site.strapi, 'temp');
    await (await panel('carla')).put(`/admin/users/${id}`).send({ firstname: 'Tempo' }).expect(200);
    await (await panel('nina')).delete(`/admin/users/${id}`).expect(200);
    await (await app('carla')).put(`/api/users/${(await apiUser('nina')).id}`).send({ username: 'nina-m' }).expect(200);
  });

  it('a role is deleted from under its users whole, or not at all', async () => {
    const roles = site.strapi.db.query('plugin::users-permissions.role');
    const role = (await roles.create({ data: { name: 'Partners', type: 'partners', description: '' } })) as { id: number };
    for (const key of ['nina', 'ana']) await site.strapi.db.query(API_USER).update({ where: { id: (await apiUser(key)).id }, data: { role: role.id } });
    const rights = site.strapi.service('admin::role') as unknown as { addPermissions(id: number, rights: object[]): Promise<unknown> };
    await rights.addPermissions(await companyRole(site.strapi), [{ action: 'plugin::users-permissions.roles.delete', subject: null, properties: {}, conditions: [] }]);
    expect(outcomeOf(await (await panel('carla')).delete(`/users-permissions/roles/${role.id}`))).toEqual(REFUSED);
    for (const key of ['nina', 'ana']) expect(await apiUser(key)).toMatchObject({ role: { type: 'partners' } });
    await (await panel('ana')).delete(`/users-permissions/roles/${role.id}`).expect(200);
    expect(await apiUser('ana')).toMatchObject({ role: { type: 'public' } });
    const authenticated = (await roles.findOne({ where: { type: 'authenticated' } })) as { id: number };
    for (const key of ['nina', 'ana']) await site.strapi.db.query(API_USER).update({ where: { id: (await apiUser(key)).id }, data: { role: authenticated.id } });
  });

  it('everybody keeps his own account: his profile, his password, and what the host asks a secret for', async () => {
    const viktor = await panel('viktor');
    await viktor.put('/admin/users/me').send({ firstname: 'Viktor' }).expect(200);
    await (await app('viktor')).put(`/api/users/${(await apiUser('viktor')).id}`).send({ username: 'viktor-h' }).expect(200);
    await (await app('viktor')).post('/api/auth/change-password').send({ currentPassword: PASSWORD, password: 'Another-one-1', passwordConfirmation: 'Another-one-1' }).expect(200);
    // The public forgets passwords, of an admin too; what it gets is a mail to him.
    const { email } = await panelUser('bruno');
    await site.http.post('/admin/forgot-password').send({ email }).expect(204);
    const { resetPasswordToken } = (await panelUser('bruno')) as unknown as { resetPasswordToken: string };
    expect(resetPasswordToken).toEqual(expect.any(String));
    await site.http.post('/admin/reset-password').send({ resetPasswordToken, password: PASSWORD }).expect(200);
  });

  it('a token has what its role has, and one that is bound to nobody has nothing; the site’s own has all', async () => {
    const { id } = await apiUser('ana');
    const custom = site.withToken((await createApiToken(site.strapi, 'users', [`${API_USER}.update`])).accessKey);
    expect(outcomeOf(await custom.put(`/api/users/${id}`).send({ username: 'ana-x' }))).toEqual(REFUSED);
    const all = site.withToken((await createApiToken(site.strapi, 'everything', 'full-access')).accessKey);
    await all.put(`/api/users/${id}`).send({ username: 'ana-r' }).expect(200);
  });

  it('a public that may edit users edits none of the team', async () => {
    const role = (await site.strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } })) as { id: number };
    await site.strapi.db.query('plugin::users-permissions.permission').create({ data: { action: `${API_USER}.update`, role: role.id } });
    expect(outcomeOf(await site.http.put(`/api/users/${(await apiUser('ana')).id}`).send({ email: 'mine@roster.test' }))).toEqual(REFUSED);
    await site.http.put(`/api/users/${(await apiUser('nina')).id}`).send({ username: 'nina-p' }).expect(200);
  });

  it('nobody makes a Super Admin who is none, of himself or of anybody, whatever his role in the team', async () => {
    const role = await superRole();
    const newcomer = { firstname: 'New', email: 'newcomer@roster.test' };
    for (const attacker of ['nina', 'carla', 'ana']) {
      const agent = await panel(attacker);
      expect(outcomeOf(await agent.post('/admin/users').send({ ...newcomer, roles: [role] }))).toEqual(REFUSED);
      expect(outcomeOf(await agent.put(`/admin/users/${(await panelUser(attacker)).id}`).send({ roles: [role] }))).toEqual(REFUSED);
    }
    expect(await site.strapi.db.query('admin::user').count({ where: { $or: [{ email: newcomer.email }, { roles: { id: role } }] } })).toBe(1);
    await (await panel('super')).post('/admin/users').send({ ...newcomer, roles: [role] }).expect(201);
    // Who is not yet in, but will be more than any: his account is not for those to touch who are less.
    expect(outcomeOf(await (await panel('carla')).put(`/admin/users/${(await panelUser('newcomer')).id}`).send({ isActive: true }))).toEqual(REFUSED);
  });

  it('nor by the other side, where code of the site gives a role its users', async () => {
    const [role, { id }] = [await superRole(), await panelUser('carla')];
    const give = (who: string) => roster(site.strapi, 'enforcement').runAs(world.members[who] as string, () => site.strapi.db.query('admin::role').update({ where: { id: role }, data: { users: { connect: [{ id }] } } }));
    const supers = () => site.strapi.db.query('admin::user').count({ where: { roles: { id: role } } });
    const before = await supers();
    for (const who of ['carla', 'ana']) await expect(give(who)).rejects.toMatchObject({ details: { code: 'ROLE_BEYOND_CEILING' } });
    expect(await supers()).toBe(before);
  });

  it('a Super Admin is above whoever is none, whatever his own role in the team', async () => {
    const chen = await panelUser('chen');
    const roles = async (...list: number[]) => (await panel('super')).put(`/admin/users/${chen.id}`).send({ roles: list }).expect(200);
    await roles(await superRole());
    try {
      expect(outcomeOf(await (await panel('carla')).put(`/admin/users/${chen.id}`).send({ password: 'Taken-over-1' }))).toEqual(REFUSED);
    } finally {
      await roles(await companyRole(site.strapi));
    }
    await (await panel('carla')).put(`/admin/users/${chen.id}`).send({ firstname: 'Chen' }).expect(200);
  });

  it('the refusal says why, and the log has it', async () => {
    const { body } = (await (await panel('carla')).put(`/admin/users/${(await panelUser('ana')).id}`).send({ email: 'mine@roster.test' })) as Answer;
    expect(body.error).toMatchObject({ name: 'PolicyError', message: 'Nobody gives more than he has, nor touches who has more.' });
    await (site.strapi.plugin('roster').service('audit') as unknown as { late: { settle(): Promise<void> } }).late.settle();
    const told = (await rawLog(site.strapi)('entries').where({ action: 'permission.denied', target_type: 'panelUser', actor: world.members['carla'] })) as { details?: string; body?: string; target_id: string }[];
    const { documentId } = await panelUser('ana');
    expect(told.some((row) => row.target_id === documentId && JSON.stringify(row).includes('ROLE_BEYOND_CEILING'))).toBe(true);
  });
});
