import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

describeOnEachDb('owner and co-owners of a record', (db) => {
  let site: Site;
  let world: World;
  let acme: string;

  beforeAll(async () => {
    site = await openSite({ db, customers: 20 });
    world = await worldOf(site.strapi);
    acme = world.customers['Acme Robotics'] as string;
  });
  afterAll(() => site.close());

  const member = (key: string) => world.members[key] as string;
  const path = (record: string, end = 'owner') => `/api/roster/records/${CUSTOMER}/${record}/${end}`;
  const as = (key: string) => site.as(`${key}@roster.test`);
  const setOwner = async (key: string, record: string, owner: unknown) => (await as(key)).put(path(record)).send({ data: { owner } });
  const entries = (record: string, kind: string) => table(site.strapi, 'entry').findMany({ where: { type: CUSTOMER, record, kind } as never });
  const sees = async (key: string, record: string) => (await (await as(key)).get(`/api/customers/${record}`)).status === 200;

  it('are told to whoever sees the record, and to nobody else', async () => {
    const borealis = world.customers['Borealis Foods'] as string;
    const { body } = await (await as('carla')).get(path(borealis)).expect(200);
    expect(body.data).toEqual({
      owner: { documentId: member('chen'), name: 'Chen Wei', status: 'active' },
      coOwners: [{ documentId: member('carla'), name: 'Carla Mendes', status: 'active' }],
    });
    const hidden = await (await as('cleo')).get(path(borealis));
    const missing = await (await as('cleo')).get(path('abcdefghijklmnopqrstuvwx'));
    expect({ status: hidden.status, body: hidden.body }).toEqual({ status: missing.status, body: missing.body });
    expect(hidden.status).toBe(404);
  });

  it('a change moves the record from book to book at the next request, drafts and locales with it', async () => {
    expect(await sees('carla', acme)).toBe(true);
    expect((await setOwner('ana', acme, member('cleo'))).status).toBe(200);
    expect([await sees('carla', acme), await sees('cleo', acme)]).toEqual([false, true]);
    const draft = await (await as('cleo')).get(`/api/customers/${acme}?status=draft`);
    expect(draft.status).toBe(200);
    const rows = await site.strapi.db.query(CUSTOMER).findMany({ where: { documentId: acme } });
    expect(new Set(rows.map(({ rosterOwner }: { rosterOwner: string }) => rosterOwner))).toEqual(new Set([member('cleo')]));
    await setOwner('ana', acme, member('carla'));
  });

  it('[A041:entries] a record has one owner, and the owner is no co-owner', async () => {
    const borealis = world.customers['Borealis Foods'] as string;
    const twice = await (await as('ana')).post(path(borealis, 'co-owners')).send({ data: { coOwner: member('chen') } });
    expect({ status: twice.status, code: twice.body.error.details.code }).toEqual({ status: 400, code: 'OWNER_IS_NO_CO_OWNER' });
    const { body } = await setOwner('ana', borealis, member('carla'));
    expect(body.data).toMatchObject({ owner: { documentId: member('carla') }, coOwners: [] });
    expect(await entries(borealis, 'owner')).toHaveLength(1);
  });

  it('the database itself refuses a second owner and a co-owner who owns', async () => {
    const row = { type: CUSTOMER, record: acme, member: member('chen'), kind: 'owner', seat: 'book', ownerSlot: 1 };
    await expect(table(site.strapi, 'entry').create({ data: row } as never)).rejects.toMatchObject({ code: expect.stringMatching(/^(23505|SQLITE_CONSTRAINT_UNIQUE|ER_DUP_ENTRY)$/) });
    const both = { ...row, member: member('carla'), kind: 'co-owner', ownerSlot: null };
    await expect(table(site.strapi, 'entry').create({ data: both } as never)).rejects.toMatchObject({ code: expect.stringMatching(/^(23505|SQLITE_CONSTRAINT_UNIQUE|ER_DUP_ENTRY)$/) });
  });

  it('50 changes at once leave one owner, one projection, and every change that counted in the audit', async () => {
    const csms = ['carla', 'chen', 'cleo', 'colin', 'cora'].map(member);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => setOwner('ana', acme, csms[index % csms.length])));
    expect(answers.filter(({ status }) => status !== 200 && status !== 409).map(({ text }) => text)).toEqual([]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    const [owner, ...others] = (await entries(acme, 'owner')) as { member: string }[];
    expect(others).toEqual([]);
    const rows = await site.strapi.db.query(CUSTOMER).findMany({ where: { documentId: acme } });
    expect(new Set(rows.map(({ rosterOwner }: { rosterOwner: string }) => rosterOwner))).toEqual(new Set([owner?.member]));
  });

  it('50 additions and changes at once never make an owner his own co-owner', async () => {
    const [chen, cleo] = [member('chen'), member('cleo')];
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) =>
        index % 2 === 0
          ? setOwner('ana', acme, index % 4 === 0 ? chen : cleo)
          : (await as('ana')).post(path(acme, 'co-owners')).send({ data: { coOwner: index % 4 === 1 ? chen : cleo } }),
      ),
    );
    const { owner, coOwners } = await roster(site.strapi, 'books').ownership(CUSTOMER, acme);
    expect(coOwners).not.toContain(owner);
    expect(await entries(acme, 'owner')).toHaveLength(1);
    await setOwner('ana', acme, member('carla'));
  });

  it('owner changes and writes that publish at once leave the rows and the entry agreed, and nobody a 500', async () => {
    const [chen, cleo] = [member('chen'), member('cleo')];
    const answers = await Promise.all(
      Array.from({ length: 24 }, async (_, index) =>
        index % 2 === 0
          ? setOwner('ana', acme, index % 4 === 0 ? chen : cleo)
          : (await as('ana')).put(`/api/customers/${acme}`).send({ data: { arr: index } }),
      ),
    );
    expect(answers.filter(({ status }) => status !== 200).map(({ text }) => text)).toEqual([]);
    const { owner } = await roster(site.strapi, 'books').ownership(CUSTOMER, acme);
    const rows = await site.strapi.db.query(CUSTOMER).findMany({ where: { documentId: acme } });
    expect(rows.map(({ rosterOwner }: { rosterOwner: string }) => rosterOwner)).toEqual(rows.map(() => owner));
    await setOwner('ana', acme, member('carla'));
  });

  it('a co-owner sees the record, and no longer once he is removed', async () => {
    const cumulus = world.customers['Cumulus Air'] as string;
    await (await as('ana')).post(path(cumulus, 'co-owners')).send({ data: { coOwner: member('cleo') } }).expect(200);
    expect(await sees('cleo', cumulus)).toBe(true);
    await (await as('ana')).delete(path(cumulus, `co-owners/${member('cleo')}`)).expect(200);
    expect(await sees('cleo', cumulus)).toBe(false);
  });

  it.each([
    ['a viewer as owner', () => member('vera'), 'CANNOT_OWN'],
    ['a member who is not there', () => 'abcdefghijklmnopqrstuvwx', 'UNKNOWN_MEMBER'],
    ['a number', () => 7, 'VALIDATION_FAILED'],
    ['nothing said', () => undefined, 'VALIDATION_FAILED'],
  ])('[A052:entries] refuses %s with 400 and the field', async (_what, owner, code) => {
    const { status, body } = await setOwner('ana', acme, owner());
    expect({ status, code: body.error.details.code }).toEqual({ status: 400, code });
    expect(body.error.details.path).toMatch(/owner$/);
  });

  it('refuses types without owners, and unknown ones', async () => {
    for (const type of ['api::note.note', 'api::nothing.nothing']) {
      const { status, body } = await (await as('ana')).get(`/api/roster/records/${type}/${acme}/owner`);
      expect({ status, code: body.error.details.code, path: body.error.details.path }).toEqual({ status: 400, code: 'UNKNOWN_TYPE', path: 'type' });
    }
  });

  it('given in bulk: what has an owner keeps him and the log says nothing; what is not there stops all', async () => {
    const books = roster(site.strapi, 'books');
    const [borealis, cumulus] = [world.customers['Borealis Foods'] as string, world.customers['Cumulus Air'] as string];
    const before = await books.ownership(CUSTOMER, borealis);
    const log = table(site.strapi, 'audit-entry');
    const count = await log.count();
    const missing = [{ record: cumulus, owner: member('cora') }, { record: 'abcdefghijklmnopqrstuvwx', owner: member('cora') }];
    await expect(books.setOwners(CUSTOMER, missing)).rejects.toMatchObject({ code: 'NOT_FOUND', details: { path: '[1].record' } });
    expect((await books.ownership(CUSTOMER, cumulus)).owner).toBeNull();
    await books.setOwners(CUSTOMER, [{ record: borealis, owner: member('cora') }, { record: cumulus, owner: member('cora') }]);
    expect(await books.ownership(CUSTOMER, borealis)).toEqual(before);
    expect((await books.ownership(CUSTOMER, cumulus)).owner).toBe(member('cora'));
    expect(await log.count()).toBe(count + 1);
    await books.setOwner(CUSTOMER, cumulus, null);
  });

  it('are changed by whoever manages the team, and by nobody else', async () => {
    for (const key of ['dora', 'carla', 'vera']) {
      const { status, body } = await setOwner(key, acme, member('chen'));
      expect({ status, feature: body.error.details.feature }).toEqual({ status: 403, feature: 'team_management' });
    }
  });

  it('are in the audit: who, what, from whom, to whom', async () => {
    await setOwner('ana', acme, member('colin'));
    const [last] = await table(site.strapi, 'audit-entry').findMany({ where: { action: 'owner.changed', targetId: acme } as never, orderBy: { id: 'desc' } as never, limit: 1 });
    expect(last).toMatchObject({ actorKind: 'member', actor: member('ana'), targetType: CUSTOMER, outcome: 'done' });
    expect(JSON.parse(last.body as string).details).toEqual({ from: member('carla'), to: member('colin') });
  });
});
