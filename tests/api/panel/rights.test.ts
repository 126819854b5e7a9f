import { CUSTOMER, roster } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

interface Right {
  readonly action: string;
  readonly subject: string | null;
  readonly properties: { readonly fields?: readonly string[]; readonly locales?: readonly string[] };
}

const EXPLORER = 'plugin::content-manager.explorer.';
const CUSTOMERS = `/content-manager/collection-types/${CUSTOMER}`;
const PEOPLE: Readonly<Record<string, string>> = { admin: 'ana', director: 'dora', csm: 'carla', viewer: 'vera' };

describeOnEachDb('what the panel shows to whom', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 20 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const rightsOf = async (key: string): Promise<Right[]> => (await (await site.asAdmin(`${key}@roster.test`)).get('/admin/users/me/permissions').expect(200)).body.data;
  const actionsOn = (rights: readonly Right[], subject: string) => rights.filter((right) => right.subject === subject).map(({ action }) => action.replace(EXPLORER, '')).sort();
  const pages = (rights: readonly Right[]) => rights.filter(({ action }) => action.startsWith('plugin::roster.')).map(({ action }) => action.replace('plugin::roster.', '')).sort();

  it.each([
    ['admin', CUSTOMER, ['create', 'delete', 'publish', 'read', 'update']],
    ['director', CUSTOMER, ['read']],
    ['csm', CUSTOMER, ['publish', 'read', 'update']],
    ['viewer', CUSTOMER, ['read']],
    ['csm', 'api::note.note', ['create', 'delete', 'read', 'update']],
    ['viewer', 'api::note.note', ['read']],
    ['csm', 'api::playbook-run.playbook-run', ['create', 'read', 'update']],
    ['director', 'api::health-model.health-model', ['create', 'delete', 'read', 'update']],
    ['csm', 'api::health-model.health-model', ['read']],
    ['csm', 'api::region.region', ['create', 'delete', 'publish', 'read', 'update']],
  ])('[A216] the buttons of a %s on %s are those of the matrix', async (role, type, actions) => {
    expect(actionsOn(await rightsOf(PEOPLE[role] as string), type)).toEqual(actions);
  });

  it.each([
    ['admin', ['audit.read', 'audit.update', 'exports.read', 'me.read', 'records.read', 'security.read', 'security.update', 'team.config', 'team.create', 'team.read', 'team.update']],
    ['director', ['exports.read', 'me.read', 'records.read', 'team.read']],
    ['csm', ['exports.read', 'me.read', 'records.read']],
    ['viewer', ['me.read', 'records.read']],
  ])('[A216][A018:pages] the pages of a %s', async (role, expected) => {
    expect(pages(await rightsOf(PEOPLE[role] as string))).toEqual(expected);
  });

  it('[A216] whoever is no member has the rights of his host roles, and none on governed types', async () => {
    const rights = await rightsOf('nina');
    expect([pages(rights), actionsOn(rights, CUSTOMER), actionsOn(rights, 'api::tag.tag').length > 0]).toEqual([[], [], true]);
  });

  it('[A216] fields of another feature are there for those who may read or write them, and languages for all', async () => {
    const fieldsOf = (rights: readonly Right[], action: string) => rights.find((right) => right.subject === CUSTOMER && right.action === `${EXPLORER}${action}`)?.properties.fields ?? [];
    const carla = await rightsOf('carla');
    expect(fieldsOf(carla, 'update')).toEqual(expect.arrayContaining(['name', 'custom', 'address.city']));
    expect(fieldsOf(carla, 'read')).not.toContain('rosterOwner');
    expect(carla.find(({ subject }) => subject === CUSTOMER)?.properties.locales?.slice().sort()).toEqual(['en', 'fr']);
    const access = roster(site.strapi, 'access');
    await access.setCells([{ role: 'csm', feature: 'custom_fields', action: 'update', scope: 'none' }], { kind: 'system' });
    expect(fieldsOf(await rightsOf('carla'), 'update')).not.toContain('custom');
    await access.setCells([{ role: 'csm', feature: 'custom_fields', action: 'update', scope: 'book' }, { role: 'csm', feature: 'customer_360', action: 'update', scope: 'none' }], { kind: 'system' });
    expect(fieldsOf(await rightsOf('carla'), 'update')).toEqual(['custom']);
    await access.setCells([{ role: 'csm', feature: 'customer_360', action: 'update', scope: 'book' }], { kind: 'system' });
  });

  it('[A216] the menu of the Content Manager holds the types that one may read', async () => {
    const typesOf = async (key: string) => {
      const rights = await rightsOf(key);
      return rights.filter(({ action }) => action === `${EXPLORER}read`).map(({ subject }) => subject);
    };
    expect(await typesOf('nina')).not.toContain('api::customer.customer');
    await roster(site.strapi, 'access').setCells([{ role: 'viewer', feature: 'notifications', action: 'view', scope: 'none' }], { kind: 'system' });
    expect(await typesOf('vera')).not.toContain('api::notification.notification');
    expect(await typesOf('vera')).toContain('api::customer.customer');
    await roster(site.strapi, 'access').setCells([{ role: 'viewer', feature: 'notifications', action: 'view', scope: 'all' }], { kind: 'system' });
  });

  it('[A212] languages: a csm translates his customer, sees what is not translated of his own, and of no other', async () => {
    const carla = await site.asAdmin('carla@roster.test');
    const acme = world.customers['Acme Robotics'] as string;
    await carla.put(`${CUSTOMERS}/${acme}?locale=fr`).send({ name: 'Acme Robotique' }).expect(200);
    expect((await carla.get(`${CUSTOMERS}/${acme}?locale=fr`).expect(200)).body.data.name).toBe('Acme Robotique');
    const rowOf = async (name: string) => ((await site.strapi.db.query(CUSTOMER).findOne({ where: { documentId: world.customers[name], locale: 'en', publishedAt: null } })) as { id: number }).id;
    const nonLocalized = async (name: string) => carla.post('/i18n/content-manager/actions/get-non-localized-fields').send({ model: CUSTOMER, id: await rowOf(name), locale: 'en' });
    const { body } = await nonLocalized('Acme Robotics');
    expect([body.nonLocalizedFields.email, body.localizations.length > 0]).toEqual(['hello@acme-robotics.test', true]);
    expect((await nonLocalized('Cumulus Air')).status).toBe(404);
    const fill = (name: string) => carla.get(`/i18n/content-manager/get-fill-from-locale/${CUSTOMER}?documentId=${world.customers[name]}&sourceLocale=en&targetLocale=fr&collectionType=collection-types`);
    expect((await fill('Acme Robotics').expect(200)).text).toContain('hello@acme-robotics.test');
    expect((await fill('Cumulus Air')).status).toBe(404);
  });

  it('[A212] old versions of a record are as hidden as the record', async () => {
    // The host keeps versions where that is licensed. The table is there without a licence too.
    const versions = site.strapi.db.query('plugin::content-manager.history-version');
    const make = (name: string) => versions.create({ data: { contentType: CUSTOMER, relatedDocumentId: world.customers[name], locale: 'en', status: 'draft', data: { name }, schema: {}, createdAt: '2026-01-01T00:00:00.000Z' } as never });
    await roster(site.strapi, 'enforcement').asSystem(async () => {
      await make('Acme Robotics');
      await make('Cumulus Air');
    });
    const seen = await roster(site.strapi, 'enforcement').runAs(world.members['carla'] as string, () => versions.findMany({ where: { contentType: CUSTOMER } as never }));
    expect((seen as { relatedDocumentId: string }[]).map(({ relatedDocumentId }) => relatedDocumentId)).toEqual([world.customers['Acme Robotics']]);
  });
});
