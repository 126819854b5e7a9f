import request from 'supertest';
import { pngOf } from '../../support/pictures';
import { table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { createApiToken } from '../../support/tokens';
import { worldOf, type World } from '../../support/world';

const DOORS = [
  ['panel', '/roster'],
  ['rest', '/api/roster'],
] as const;

const RED = pngOf([200, 30, 30]);
const BLUE = pngOf([30, 30, 200]);
const hugeOf = (bytes: number) => Buffer.concat([RED, Buffer.alloc(bytes)]).toString('base64');

describeOnEachDb('a profile', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 6 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const at = (door: 'panel' | 'rest', key: string) => (door === 'panel' ? site.asAdmin(`${key}@roster.test`) : site.as(`${key}@roster.test`));
  const rowOf = async (key: string) => (await table(site.strapi, 'member').findOne({ where: { documentId: world.members[key] } as never })) as unknown as Record<string, unknown>;
  const told = async (key: string) => (await table(site.strapi, 'audit-entry').findMany({ where: { action: 'member.profile-changed', targetId: world.members[key] } as never, orderBy: { id: 'asc' } as never })) as unknown as { actor: string; body: string }[];

  describe.each(DOORS)('at the door %s', (door, base) => {
    const key = door === 'panel' ? 'cleo' : 'cora';
    const profile = async (data: object, who = key) => (await at(door, who)).put(`${base}/me/profile`).send({ data });

    it(`[A199:${door}] whoever is in the team changes what he says of himself, and reads it`, async () => {
      const before = await (await at(door, key)).get(`${base}/me/profile`).expect(200);
      expect(before.body.data).toMatchObject({ documentId: world.members[key], email: `${key}@roster.test`, phone: null, picture: null });
      const said = { name: `New ${key}`, phone: '+34 600 123 456', timezone: 'Asia/Tokyo', language: 'de', picture: RED.toString('base64') };
      const { status, body } = await profile(said);
      expect([status, body.data]).toEqual([200, { documentId: world.members[key], email: `${key}@roster.test`, ...said, picture: `data:image/png;base64,${said.picture}` }]);
      expect(await rowOf(key)).toMatchObject({ name: `New ${key}`, phone: '+34 600 123 456', timezone: 'Asia/Tokyo', language: 'de' });
      // What is left out stays; null takes away.
      expect((await profile({ phone: null, picture: null })).body.data).toMatchObject({ name: `New ${key}`, phone: null, picture: null, language: 'de' });
      await profile({ name: `New ${key}` });
      const entries = await told(key);
      expect(entries.map(({ actor }) => actor)).toEqual([world.members[key], world.members[key]]);
      expect(entries.map(({ body: text }) => (JSON.parse(text) as { details: object }).details)).toEqual([{ fields: ['name', 'phone', 'timezone', 'language', 'picture'] }, { fields: ['phone', 'picture'] }]);
      for (const { body: text } of entries) for (const secret of ['600 123', 'Tokyo', 'New c']) expect(text).not.toContain(secret);
    });

    it.each([
      ['an address', { email: 'boss@roster.test' }, 'data.email'],
      ['a role', { role: 'admin' }, 'data.role'],
      ['roles', { roles: ['admin'] }, 'data.roles'],
      ['a status', { status: 'active' }, 'data.status'],
      ['a user of the panel', { panelUser: 'x' }, 'data.panelUser'],
      ['a user of the API', { apiUser: 'x' }, 'data.apiUser'],
      ['a restriction', { restriction: null }, 'data.restriction'],
      ['territories', { territories: [] }, 'data.territories'],
      ['a documentId', { documentId: 'x' }, 'data.documentId'],
      ['an id', { id: 1 }, 'data.id'],
      ['no name', { name: '  ' }, 'data.name'],
      ['a telephone number that is none', { phone: '<b>1</b>' }, 'data.phone'],
      ['a time zone that is none', { timezone: 'Mars/Olympus' }, 'data.timezone'],
      ['a language that is none', { language: 'Spanish!' }, 'data.language'],
      ['a picture that is none', { picture: Buffer.from('<svg onload="alert(1)"/>').toString('base64') }, 'data.picture'],
      ['a page for a picture', { picture: Buffer.from('<!doctype html><script>1</script>').toString('base64') }, 'data.picture'],
      ['a picture that is no base64', { picture: 'https://example.com/a.png' }, 'data.picture'],
      ['a picture that is too large', { picture: hugeOf(150_000) }, 'data.picture'],
      ['a picture of too many pixels', { picture: pngOf([1, 1, 1], 1025).toString('base64') }, 'data.picture'],
    ])(`[A199:${door}] %s is refused with its field, and nothing is changed`, async (_what, data, path) => {
      const before = [await rowOf(key), await table(site.strapi, 'picture').count()];
      const { status, body } = await profile({ name: 'Half done', ...data });
      expect([status, body.error?.details]).toEqual([400, expect.objectContaining({ code: 'VALIDATION_FAILED', path })]);
      expect([await rowOf(key), await table(site.strapi, 'picture').count()]).toEqual(before);
    });

    it(`[A188:${door}] pictures are for the team: many at once, or one as a file that is a picture and nothing else`, async () => {
      await profile({ picture: BLUE.toString('base64') });
      const vera = await at(door, 'vera');
      const documentId = world.members[key] as string;
      const many = await vera.get(`${base}/pictures?members=${documentId},${world.members['chen']},${documentId},nobody`).expect(200);
      expect(many.body.data).toEqual({ [documentId]: `data:image/png;base64,${BLUE.toString('base64')}` });
      expect(many.headers['cache-control']).toBe('private, no-cache');
      expect((await vera.get(`${base}/pictures?members=${documentId}`).set('If-None-Match', many.headers['etag'] as string)).status).toBe(304);

      const one = await vera.get(`${base}/members/${documentId}/picture`).expect(200);
      expect(Buffer.compare(one.body as Buffer, BLUE)).toBe(0);
      expect(one.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'private, no-cache' });
      expect((await vera.get(`${base}/members/${documentId}/picture`).set('If-None-Match', one.headers['etag'] as string)).status).toBe(304);
      expect((await vera.get(`${base}/members/${world.members['chen']}/picture`)).status).toBe(404);

      for (const path of [`${base}/pictures?members=${documentId}`, `${base}/members/${documentId}/picture`, `${base}/me/profile`]) {
        expect([401, 403]).toContain((await request(site.url).get(path)).status);
        expect((await (await at(door, 'nina')).get(path)).status).toBe(403);
      }
      expect((await vera.get(`${base}/pictures`)).body.error.details).toMatchObject({ code: 'VALIDATION_FAILED', path: 'members' });
      expect((await vera.get(`${base}/pictures?members=${Array.from({ length: 101 }, (_, at) => `m${at}`).join(',')}`)).status).toBe(400);
    });
  });

  it('[A199:host] the panel calls a user as he calls himself; what he signs in with stays', async () => {
    await (await site.as('chen@roster.test')).put('/api/roster/me/profile').send({ data: { name: 'Chen Wei Ming', language: 'de' } }).expect(200);
    const row = await rowOf('chen');
    const panel = (await site.strapi.db.query('admin::user').findOne({ where: { documentId: row['panelUser'] } as never })) as unknown as object;
    expect(panel).toMatchObject({ firstname: 'Chen', lastname: 'Wei Ming', preferedLanguage: 'de', email: 'chen@roster.test' });
    const api = (await site.strapi.db.query('plugin::users-permissions.user').findOne({ where: { documentId: row['apiUser'] } as never })) as unknown as object;
    expect(api).toMatchObject({ email: 'chen@roster.test' });
  });

  it('what a picture tells besides the picture is not kept', async () => {
    const marked = pngOf([9, 9, 9], 8, [['tEXt', Buffer.from('Comment\0at home')]]);
    expect(marked.includes('at home')).toBe(true);
    await (await site.as('dora@roster.test')).put('/api/roster/me/profile').send({ data: { picture: marked.toString('base64') } }).expect(200);
    const [row] = (await table(site.strapi, 'picture').findMany({ where: { member: world.members['dora'] } as never })) as unknown as { content: string }[];
    expect(Buffer.from(row?.content ?? '', 'base64').equals(pngOf([9, 9, 9]))).toBe(true);
  });

  it('of twenty changes at once none is lost, and one picture is left', async () => {
    const dora = await site.as('dora@roster.test');
    const statuses = await Promise.all(Array.from({ length: 20 }, (_, nth) => dora.put('/api/roster/me/profile').send({ data: { name: `Dora ${nth}`, picture: pngOf([nth, 0, 0]).toString('base64') } }).then(({ status }) => status)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await table(site.strapi, 'picture').count({ where: { member: world.members['dora'] } } as never)).toBe(1);
  });

  it('a token that acts for somebody changes nothing of him', async () => {
    const token = await createApiToken(site.strapi, 'Of carla', ['plugin::roster.profile.find', 'plugin::roster.profile.update']);
    await (await site.asAdmin('ana@roster.test')).put(`/roster/api-tokens/${token.documentId}/binding`).send({ data: { member: world.members['carla'] } }).expect(200);
    const agent = site.withToken(token.accessKey);
    expect((await agent.get('/api/roster/me/profile').expect(200)).body.data.documentId).toBe(world.members['carla']);
    const { status, body } = await agent.put('/api/roster/me/profile').send({ data: { name: 'Somebody else' } });
    expect([status, body.error?.details?.code]).toEqual([403, 'PERMISSION_DENIED']);
    expect(await rowOf('carla')).not.toMatchObject({ name: 'Somebody else' });
  });
});
