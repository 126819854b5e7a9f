import { panelAction } from '../../../contracts/panel-permissions';
import { createApiUser, createPanelUser } from '../../support/people';
import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf } from '../../support/world';

interface Roles {
  create(values: object): Promise<{ id: number }>;
  assignPermissions(role: number, permissions: object[]): Promise<unknown>;
}

interface Row {
  readonly documentId: string;
  readonly apiUser: string | null;
}

describeOnEachDb('setting up a site that has a team', (db) => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite({ db, customers: 12 });
  });
  afterAll(() => site.close());

  const admin = () => site.asAdmin('super@roster.test');
  const adopt = async (data: object, email = 'super@roster.test') => (await site.asAdmin(email)).post('/roster/set-up/people').send({ data });
  const release = async (email: string) => (await site.asAdmin(email)).delete('/roster/set-up/people');
  const memberOf = async (email: string) => (await table(site.strapi, 'member').findOne({ where: { email } as never })) as unknown as Row | null;
  const codeOf = ({ status, body }: { status: number; body: { error?: { details?: { code?: string; path?: string } } } }) => [status, body.error?.details?.code, body.error?.details?.path];

  it('[A221:bind] leaves the types of the configuration to it', async () => {
    const bindings = { [CUSTOMER]: { feature: 'customer_360', kind: 'record', owns: true, mode: 'observe' } };
    expect(codeOf(await (await admin()).put('/roster/set-up/bindings').send({ data: { bindings } }))).toEqual([400, 'VALIDATION_FAILED', `data.bindings['${CUSTOMER}']`]);
    expect(await table(site.strapi, 'binding').count()).toBe(0);
  });

  it('[A221:people] who may set the site up makes nobody more than he is himself', async () => {
    const roles = site.strapi.service('admin::role') as unknown as Roles;
    const { id } = await roles.create({ name: 'Mason', description: 'Sets sites up' });
    await roles.assignPermissions(id, [{ action: panelAction('security.update'), subject: null }]);
    const { id: user, email } = await createPanelUser(site.strapi, 'mason');
    await site.strapi.db.query('admin::user').update({ where: { id: user }, data: { roles: [id] } as never });
    const before = await table(site.strapi, 'member').count();
    expect(codeOf(await adopt({ door: 'api', roles: [{ key: 'authenticated', role: 'admin' }] }, email))).toEqual([403, 'ROLE_BEYOND_CEILING', 'data.roles[0].role']);
    expect(await table(site.strapi, 'member').count()).toBe(before);
  });

  it('[A221:people] who has the address of a member gets in no second user beside his', async () => {
    const carla = await memberOf('carla@roster.test');
    const { documentId } = await createApiUser(site.strapi, 'second');
    await site.strapi.db.query('plugin::users-permissions.user').updateMany({ where: { documentId } as never, data: { email: 'carla@roster.test' } as never });
    const { body } = await adopt({ door: 'api', roles: [{ key: 'authenticated', role: 'csm' }], linkByEmail: true });
    expect(body.data).toMatchObject({ linked: 0 });
    expect((await memberOf('carla@roster.test'))?.apiUser).toBe(carla?.apiUser);
    await site.strapi.db.query('plugin::users-permissions.user').deleteMany({ where: { documentId } as never });
  });

  it('[A221:back] takes out neither whoever asks nor who has records, and all others', async () => {
    for (const name of ['boss', 'leaver', 'keeper']) await createPanelUser(site.strapi, name, 'strapi-editor');
    await adopt({ door: 'panel', roles: [{ key: 'strapi-editor', role: 'admin' }] });
    const [record] = bookOf(await worldOf(site.strapi), 'carla');
    await roster(site.strapi, 'members').setRole((await memberOf('keeper@roster.test'))?.documentId as string, 'csm');
    await table(site.strapi, 'grant').updateMany({ where: { member: (await memberOf('keeper@roster.test'))?.documentId } as never, data: { source: 'adopted' } as never });
    await roster(site.strapi, 'books').setOwner(CUSTOMER, record?.documentId as string, (await memberOf('keeper@roster.test'))?.documentId as string);
    expect((await release('boss@roster.test')).body.data).toMatchObject({ kept: 1 });
    const there = await Promise.all(['boss', 'keeper', 'leaver'].map(async (name) => (await memberOf(`${name}@roster.test`)) !== null));
    expect(there).toEqual([true, true, false]);
  });
});
