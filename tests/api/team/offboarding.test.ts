// Somebody leaves, and comes back: what is told before, what holds at once, what stays his.
import request from 'supertest';
import { offboardingResponse } from '../../../contracts/http-offboarding';
import { bringInZyta, ZYTA, type Leaver } from '../../support/leaver';
import { openMailbox } from '../../support/mailbox';
import { CUSTOMER, roster, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

/** The two doors to the same answer. */
const DOORS = [
  ['panel', '/roster'],
  ['rest', '/api/roster'],
] as const;

describeOnEachDb('a member who leaves', (db) => {
  let site: Site;
  let world: World;
  let zyta: Leaver;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24, env: { JWT_MANAGEMENT: 'refresh' } });
    world = await worldOf(site.strapi);
    zyta = await bringInZyta(site, world, openMailbox(site.strapi));
  });
  afterAll(() => site.close());

  const at = (key: string, base: string) => (base === '/roster' ? site.asAdmin(`${key}@roster.test`) : site.as(`${key}@roster.test`));
  const leaving = async (member: string, key = 'ana', base = '/api/roster') => (await at(key, base)).get(`${base}/members/${member}/offboarding`);
  const setStatus = async (status: string) => (await site.as('ana@roster.test')).put(`/api/roster/members/${zyta.member}/status`).send({ data: { status } }).expect(200);
  const seenBy = async (agent: Awaited<ReturnType<Site['as']>>) => ((await agent.get('/api/customers?pagination[pageSize]=100&fields=name').expect(200)).body.data as { documentId: string }[]).map(({ documentId }) => documentId).sort();
  const worth = async (records: readonly string[]) =>
    ((await site.strapi.db.query(CUSTOMER as never).findMany({ where: { documentId: { $in: [...records] }, publishedAt: null, locale: 'en' } as never, select: ['arr'] as never })) as { arr: string | number }[]).reduce((sum, { arr }) => sum + Number(arr), 0);

  /** Everything that Zyta has been given, tried: the status of each answer. */
  const ways = async () => {
    const bearer = (token: string) => site.withToken(token);
    const graphql = await bearer(zyta.jwt).post('/graphql').send({ query: '{ customers { name } }' });
    return {
      rest: (await bearer(zyta.jwt).get('/api/customers')).status,
      graphql: graphql.text.includes('MEMBER_INACTIVE') ? 401 : graphql.status,
      panel: (await bearer(zyta.panelJwt).get(`/content-manager/collection-types/${CUSTOMER}`)).status,
      apiToken: (await bearer(zyta.apiToken.accessKey).get('/api/customers')).status,
      panelToken: (await bearer(zyta.panelToken.accessKey).get(`/content-manager/collection-types/${CUSTOMER}`)).status,
    };
  };

  describe.each(DOORS)('at the door %s', (door, base) => {
    it(`[A100:${door}] [A183:${door}] is told before: what of each type goes into limbo, what it is worth, and what goes on`, async () => {
      const { status, body } = await leaving(zyta.member, 'ana', base);
      expect(status).toBe(200);
      expect(offboardingResponse.parse(body).data).toEqual({
        member: { documentId: zyta.member, name: ZYTA.name, status: 'active' },
        roles: ['csm'],
        books: [{ type: CUSTOMER, displayName: 'Customer', owned: 2, helps: 1, shared: 1, field: 'arr', value: await worth(zyta.book.slice(0, 2)), movedAway: 0 }],
        pending: { invitations: 0, apiTokens: 2, rules: 1 },
      });
    });

    it.each(['dora', 'carla', 'vera'])(`[A100:${door}] %s, who may deactivate nobody, is not told`, async (key) => {
      expect((await leaving(zyta.member, key, base)).status).toBe(403);
      expect((await leaving(zyta.member, 'ana', base)).status).toBe(200);
    });

    it(`[A100:${door}] of nobody there is nothing to tell`, async () => {
      const { status, body } = await leaving('nobodysdocumentid0000000', 'ana', base);
      expect([status, body.error.details.code]).toEqual([404, 'NOT_FOUND']);
    });
  });

  it('[A100] whoever manages the team and has less than a member is not told of him', async () => {
    const ana = await site.as('ana@roster.test');
    const cells = [{ role: 'csm', feature: 'team_management', action: 'update', scope: 'all' }];
    await ana.put('/api/roster/matrix').send({ data: { cells } }).expect(200);
    expect([(await leaving(world.members['bruno'] as string, 'carla')).body.error.details.code, (await leaving(zyta.member, 'carla')).status]).toEqual(['ROLE_BEYOND_CEILING', 200]);
    await ana.put('/api/roster/matrix').send({ data: { cells: [{ ...cells[0], scope: 'none' }] } }).expect(200);
  });

  it('[A097] [A098] [A183] is deactivated by an admin, and refused by the very next request at every door, with whatever is left', async () => {
    expect(await ways()).toEqual({ rest: 200, graphql: 200, panel: 200, apiToken: 200, panelToken: 200 });
    await setStatus('deactivated');
    expect(await ways()).toEqual({ rest: 401, graphql: 401, panel: 401, apiToken: 401, panelToken: 401 });
    const renewed = await request(site.url).post('/api/auth/refresh').send({ refreshToken: zyta.refreshToken });
    expect([renewed.status, renewed.body.jwt]).toEqual([401, undefined]);
    const access = await zyta.browser.post('/admin/access-token');
    expect([access.status, access.body.data?.token]).toEqual([401, undefined]);
  });

  it('[A099] the book stays as it is and nobody gains anything', async () => {
    expect((await roster(site.strapi, 'books').ownership(CUSTOMER, zyta.book[0] as string)).owner).toBe(zyta.member);
    const { body } = await (await site.as('ana@roster.test')).get(`/api/roster/unassigned?type=${CUSTOMER}&list=limbo&pageSize=100`).expect(200);
    expect((body.data as { record: string }[]).map(({ record }) => record).sort()).toEqual(zyta.book.slice(0, 2).sort());
    for (const key of ['carla', 'chen', 'cyrus']) {
      expect([key, (await seenBy(await site.as(`${key}@roster.test`))).filter((record) => zyta.book.slice(0, 2).includes(record))]).toEqual([key, []]);
    }
  });

  it('[A101] what was written is still by that name: in the panel, in the history, in the log', async () => {
    const ana = await site.asAdmin('ana@roster.test');
    const { body: note } = await ana.get(`/content-manager/collection-types/api::note.note/${zyta.panelNote}`).expect(200);
    expect(note.data.createdBy).toMatchObject({ firstname: 'Zyta', lastname: 'Quellnhofer' });
    expect(await roster(site.strapi, 'books').author('api::note.note', zyta.apiNote)).toBe(zyta.member);
    expect((await (await site.as('ana@roster.test')).get(`/api/notes/${zyta.apiNote}`).expect(200)).body.data.title).toBe('By the API');
    const { body: history } = await ana.get(`/roster/records/${CUSTOMER}/${zyta.book[0] as string}/history`).expect(200);
    expect(JSON.stringify(history)).toContain(`{"documentId":"${zyta.member}","name":"${ZYTA.name}","status":"deactivated"}`);
    const { body: log } = await (await site.asAdmin('super@roster.test')).get(`/roster/audit?pageSize=5&actor=${zyta.member}`).expect(200);
    expect([...new Set(log.data.map(({ actor }: { actor: { name: string } }) => actor.name))]).toEqual([ZYTA.name]);
  });

  it('[A102] comes back with the role and with what nobody else has got meanwhile, and is told so before', async () => {
    const [given, kept] = zyta.book as [string, string];
    await roster(site.strapi, 'books').setOwner(CUSTOMER, given, world.members['chen'] as string);
    const { body } = await leaving(zyta.member);
    expect(body.data).toMatchObject({ member: { status: 'deactivated' }, roles: ['csm'], books: [{ owned: 1, helps: 1, shared: 1, movedAway: 1 }] });
    await setStatus('active');
    const { body: session } = await request(site.url).post('/api/auth/local').send({ identifier: ZYTA.email, password: ZYTA.password }).expect(200);
    const seen = await seenBy(site.withToken(session.jwt));
    expect([seen.includes(kept), seen.includes(given)]).toEqual([true, false]);
    const me = (await site.withToken(session.jwt).get('/api/roster/me').expect(200)).body.data;
    expect([me.roles, me.territories]).toEqual([['csm'], ['north']]);
    // Once he is there, nothing has been taken since he went.
    expect((await leaving(zyta.member)).body.data.books).toMatchObject([{ owned: 1, movedAway: 0 }]);
    expect(((await table(site.strapi, 'member').findOne({ where: { documentId: zyta.member } as never })) as unknown as { deactivatedAt: unknown }).deactivatedAt).toBeNull();
  });
});
