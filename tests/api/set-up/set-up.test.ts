import request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import type { Adopted, SetUp } from '../../../contracts/http-set-up';
import { openMailbox } from '../../support/mailbox';
import { createPanelUser } from '../../support/people';
import { CUSTOMER, table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { openUnguarded } from '../../support/stock';
import { worldOf, type World } from '../../support/world';

const NOTE = 'api::note.note';
const ACTIVITY = 'api::activity.activity';
/** More than one page of people. */
const CROWD = 210;
/** The plugin has just been installed: nothing is configured. */
const INSTALLED = { env: { ROSTER: 'new' } };
const SUPER = 'super@roster.test';

const addCrowd = async ({ strapi }: Site): Promise<void> => {
  const { id: role } = (await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } })) as { id: number };
  const users = strapi.db.query('plugin::users-permissions.user');
  for (let nth = 0; nth < CROWD; nth += 1) await users.create({ data: { username: `crowd${nth}`, email: `crowd${nth}@site.test`, provider: 'local', confirmed: true, blocked: nth === 0, role } });
};

/** Who looks after whom, as the site has kept it so far. */
const noteManagers = async ({ strapi }: Site, world: World): Promise<void> => {
  for (const { documentId, owner } of world.plan) {
    if (owner === null) continue;
    const user = (await strapi.db.query('plugin::users-permissions.user').findOne({ where: { email: `${owner}@roster.test` } })) as { id: number };
    for (const row of (await strapi.db.query(CUSTOMER).findMany({ where: { documentId } })) as { id: number }[]) await strapi.db.query(CUSTOMER).update({ where: { id: row.id }, data: { accountManager: user.id } as never });
  }
};

describeOnEachDb('a site that is set up in the panel', (db) => {
  let site: Site;
  let world: World;
  let admin: TestAgent;
  let before: Record<string, unknown>;

  const look = async (): Promise<SetUp> => (await admin.get('/roster/set-up').expect(200)).body.data;
  const bind = (bindings: object) => admin.put('/roster/set-up/bindings').send({ data: { bindings } });
  const again = async (): Promise<void> => {
    site = await site.reopen(INSTALLED);
    admin = await site.asAdmin(SUPER);
  };
  /** What the site's people get to see, at both doors. */
  const seen = async (): Promise<Record<string, unknown>> => {
    const answers: Record<string, unknown> = {};
    for (const who of ['chen', 'carla', 'nina']) {
      const [api, panel] = [await site.as(`${who}@roster.test`), await site.asAdmin(`${who}@roster.test`)];
      for (const path of ['/api/customers?pagination[pageSize]=100&sort=id', '/api/notes?pagination[pageSize]=100&sort=id', '/api/segments']) answers[`${who} ${path}`] = (await api.get(path)).body;
      answers[`${who} panel`] = (await panel.get(`/content-manager/collection-types/${CUSTOMER}?pageSize=100`)).body.pagination?.total;
    }
    return answers;
  };
  const customersOf = async (who: string): Promise<number> => (await (await site.as(`${who}@roster.test`)).get('/api/customers?pagination[pageSize]=1')).body.meta?.pagination.total;
  const THREE = () => look().then(({ types }) => Object.fromEntries(types.flatMap(({ uid, guess }) => ([CUSTOMER, NOTE, ACTIVITY].includes(uid) && guess ? [[uid, guess]] : []))));

  beforeAll(async () => {
    site = await openUnguarded({ db, customers: 20, seedEnv: { ROSTER: 'off' } });
    world = await worldOf(site.strapi);
    await addCrowd(site);
    await noteManagers(site, world);
    before = await seen();
    await again();
  });
  afterAll(() => site.close());

  it('[A221:bind] guesses from the schema what the types are to the team, and changes nothing by that', async () => {
    const { types, isRestartNeeded, members } = await look();
    const guessOf = (uid: string) => types.find((type) => type.uid === uid)?.guess;
    expect(guessOf(CUSTOMER)).toEqual({ feature: 'customer_360', kind: 'record', owns: true, value: 'arr', territory: 'territory', mode: 'observe' });
    expect(guessOf(NOTE)).toEqual({ feature: 'customer_360', kind: 'detail', parent: 'customer', mode: 'observe' });
    expect(guessOf('api::playbook-run.playbook-run')).toMatchObject({ kind: 'run', target: 'customer' });
    expect(guessOf('api::region.region')).toBeNull();
    expect(types.every(({ boundBy, inForce }) => boundBy === 'nobody' && inForce === null)).toBe(true);
    expect({ isRestartNeeded, members }).toEqual({ isRestartNeeded: false, members: 1 });
    expect(await seen()).toEqual(before);
  });

  it.each<[string, object, string]>([
    ['a parent that is not there', { [NOTE]: { feature: 'customer_360', kind: 'detail', parent: 'custmer', mode: 'observe' } }, `data.bindings['${NOTE}'].parent`],
    ['a detail whose parent is unbound', { [NOTE]: { feature: 'customer_360', kind: 'detail', parent: 'customer', mode: 'observe' } }, `data.bindings['${NOTE}'].parent`],
    ['a type that is not there', { 'api::ghost.ghost': { feature: 'customer_360', kind: 'record', mode: 'observe' } }, "data.bindings['api::ghost.ghost']"],
    ['a feature that is not there', { [CUSTOMER]: { feature: 'customer_361', kind: 'record', mode: 'observe' } }, `data.bindings['${CUSTOMER}'].feature`],
    ['no mode', { [CUSTOMER]: { feature: 'customer_360', kind: 'record' } }, `data.bindings['${CUSTOMER}'].mode`],
    ['a key that is not known', { [CUSTOMER]: { feature: 'customer_360', kind: 'record', mode: 'observe', admin: true } }, `data.bindings['${CUSTOMER}'].admin`],
  ])('[A221:bind] refuses %s by its place, and stores nothing', async (_what, bindings, path) => {
    const { status, body } = await bind(bindings);
    expect([status, body.error?.details?.code, body.error?.details?.path]).toEqual([400, 'VALIDATION_FAILED', path]);
    expect(await table(site.strapi, 'binding').count()).toBe(0);
  });

  it('[A221:bind] is for admins: nobody else looks or changes', async () => {
    const { email } = await createPanelUser(site.strapi, 'editor', 'strapi-editor');
    for (const agent of [await site.asAdmin(email), await site.asAdmin('nina@roster.test'), request.agent(site.url)]) {
      for (const [method, path] of [['get', ''], ['put', '/bindings'], ['get', '/people'], ['post', '/people'], ['delete', '/people'], ['get', '/checks'], ['post', '/mail'], ['post', '/restart']] as const) {
        expect([401, 403]).toContain((await agent[method](`/roster/set-up${path}`).send({ data: {} })).status);
      }
    }
  });

  it('[A221:people] makes members of the users of a role, page by page, and of nobody twice', async () => {
    const roles = (await admin.get('/roster/set-up/people').expect(200)).body.data as { door: string; key: string; users: number; free: number; guess: string | null }[];
    const authenticated = roles.find(({ key }) => key === 'authenticated');
    expect(authenticated).toMatchObject({ door: 'api', guess: 'viewer', free: authenticated?.users });
    expect(roles.some(({ key }) => key === 'strapi-super-admin' || key === 'public')).toBe(false);
    const panelRole = roles.find(({ door, users }) => door === 'panel' && users > 1)?.key as string;
    const adoptAll = async (data: object) => {
      const total = { created: 0, linked: 0, skipped: 0 };
      for (let after: number | null = 0; after !== null; ) {
        const { created, linked, skipped, next }: Adopted = (await admin.post('/roster/set-up/people').send({ data: { ...data, after } }).expect(200)).body.data;
        total.created += created;
        total.linked += linked;
        total.skipped += skipped;
        after = next;
      }
      return total;
    };
    const panel = { door: 'panel', roles: [{ key: panelRole, role: 'csm' }] };
    const inPanel = await adoptAll(panel);
    expect(inPanel.created).toBeGreaterThan(5);
    const api = { door: 'api', roles: [{ key: 'authenticated', role: 'csm' }] };
    // The same people, by their addresses: not without a word.
    const alone = await adoptAll(api);
    expect(alone).toEqual({ created: CROWD - 1, linked: 0, skipped: expect.any(Number) });
    expect(alone.skipped).toBeGreaterThan(5);
    const linked = await adoptAll({ ...api, linkByEmail: true });
    expect(linked.created).toBe(0);
    expect(linked.linked).toBe(alone.skipped - linked.skipped);
    expect(await adoptAll(panel)).toEqual({ created: 0, linked: 0, skipped: 0 });
    const carla = (await table(site.strapi, 'member').findOne({ where: { email: 'carla@roster.test' } as never })) as unknown as { apiUser: string | null; panelUser: string | null; documentId: string };
    expect([carla.apiUser, carla.panelUser]).toEqual([expect.any(String), expect.any(String)]);
    expect(await table(site.strapi, 'grant').findOne({ where: { member: carla.documentId } as never })).toMatchObject({ role: 'csm', source: 'adopted' });
    expect(await table(site.strapi, 'audit-entry').count({ where: { action: 'member.created', targetId: carla.documentId } as never })).toBe(1);
    // Blocked with the host: not let in by this.
    expect(await table(site.strapi, 'member').count({ where: { email: 'crowd0@site.test' } as never })).toBe(0);
    expect((await look()).adopted).toBe(inPanel.created + alone.created);
    expect(await seen()).toEqual(before);
  });

  it.each([
    ['a role that is not there', { door: 'api', roles: [{ key: 'authenticated', role: 'emperor' }] }, 'UNKNOWN_ROLE', 'data.roles[0].role'],
    ['a door that is not there', { door: 'window', roles: [{ key: 'authenticated', role: 'csm' }] }, 'VALIDATION_FAILED', 'data.door'],
    ['no roles', { door: 'api', roles: [] }, 'VALIDATION_FAILED', 'data.roles'],
  ])('[A221:people] refuses %s', async (_what, data, code, path) => {
    const { status, body } = await admin.post('/roster/set-up/people').send({ data });
    expect([status, body.error?.details?.code, body.error?.details?.path]).toEqual([400, code, path]);
  });

  it('[A221:checks] says what the site lacks, and mails whoever asks', async () => {
    const checks = (await admin.get('/roster/set-up/checks').expect(200)).body.data;
    expect(checks.map(({ key }: { key: string }) => key)).toEqual(['mail-provider', 'public-url', 'encryption-key', 'audit-key']);
    const mailbox = openMailbox(site.strapi);
    expect((await admin.post('/roster/set-up/mail').expect(200)).body.data).toEqual({ to: SUPER, problem: null });
    expect(mailbox.to(SUPER).subject).toBe('A test mail');
    mailbox.failWith = '550 no such user';
    expect((await admin.post('/roster/set-up/mail').expect(200)).body.data).toEqual({ to: SUPER, problem: '550 no such user' });
  });

  it('[A221:restart] says that whoever runs this site has to start it', async () => {
    const { status, body } = await admin.post('/roster/set-up/restart');
    expect([(await look()).restartsItself, status, body.error.details.code]).toEqual([false, 409, 'CANNOT_RESTART']);
  });

  it('[A221:observe] what is bound observes from the next start on: every answer is as before', async () => {
    const three = await THREE();
    expect(Object.keys(three)).toHaveLength(3);
    expect((await bind(three).expect(200)).body.data).toMatchObject({ isRestartNeeded: true });
    expect(await table(site.strapi, 'audit-entry').count({ where: { action: 'binding.changed' } as never })).toBe(3);
    expect((await look()).types.find(({ uid }) => uid === CUSTOMER)).toMatchObject({ boundBy: 'panel', inForce: null });
    await again();
    expect((await look()).types.find(({ uid }) => uid === CUSTOMER)).toMatchObject({ boundBy: 'panel', inForce: 'observe' });
    expect((await look()).isRestartNeeded).toBe(false);
    expect(await seen()).toEqual(before);
    const report = (await admin.get('/roster/observations').expect(200)).body.data as { type: { uid: string } | null; people: number }[];
    expect(report.find(({ type }) => type?.uid === CUSTOMER)?.people).toBeGreaterThan(0);
  });

  it('[A221:owners] takes over who looked after whom, and enforces: everybody sees his book', async () => {
    const { body } = await admin.post('/roster/backfills').send({ data: { type: CUSTOMER, from: { field: 'accountManager' } } }).expect(200);
    await admin.post(`/roster/rebalance/${body.data.job}/start`).send({ data: { token: body.meta.token } }).expect(200);
    for (let status = ''; status !== 'done'; ) status = (await admin.get(`/roster/rebalance/${body.data.job}`).expect(200)).body.data.status;
    expect(body.data.planned).toBe(world.plan.filter(({ owner }) => owner !== null).length);
    const enforced = Object.fromEntries(Object.entries(await THREE()).map(([uid, binding]) => [uid, { ...binding, mode: 'enforce' }]));
    await bind(enforced).expect(200);
    expect(await customersOf('chen')).toBe(20);
    await again();
    for (const who of ['carla', 'chen']) expect(await customersOf(who)).toBe(world.plan.filter(({ owner }) => owner === who).length);
    expect((await (await site.as('chen@roster.test')).get(`/api/customers/${world.plan.find(({ owner }) => owner === 'carla')?.documentId}`)).status).toBe(404);
    expect((await (await site.as('nina@roster.test')).get('/api/customers')).body.meta?.pagination.total ?? 0).toBe(0);
    await admin.post(`/roster/rebalance/${body.data.job}/undo`).expect(200);
    for (let left = 1; left > 0; ) left = await table(site.strapi, 'entry').count({ where: { kind: 'owner' } as never });
  });

  it('[A221:back] and back: the site answers as it did before the plugin came', async () => {
    await bind({}).expect(200);
    for (let isDone = false; !isDone; ) ({ isDone } = (await admin.delete('/roster/set-up/people').expect(200)).body.data);
    expect(await look()).toMatchObject({ adopted: 0, members: 1, isRestartNeeded: true });
    await again();
    expect(await seen()).toEqual(before);
    expect((await look()).types.every(({ boundBy }) => boundBy === 'nobody')).toBe(true);
  });

  it('[A221:bind] a binding that does not fit its type any more opens nothing and keeps nobody from starting', async () => {
    const rows = {
      [CUSTOMER]: { feature: 'customer_360', kind: 'record', mode: 'enforce' },
      [NOTE]: { feature: 'customer_360', kind: 'detail', parent: 'gone', mode: 'enforce' },
      [ACTIVITY]: { feature: 'customer_360', kind: 'detail', parent: 'gone', mode: 'observe' },
      'api::ghost.ghost': { feature: 'customer_360', kind: 'record', mode: 'enforce' },
    };
    for (const [type, settings] of Object.entries(rows)) await table(site.strapi, 'binding').create({ data: { type, settings: JSON.stringify(settings) } as never });
    await again();
    const nina = await site.as('nina@roster.test');
    expect((await nina.get('/api/notes')).body.error).toMatchObject({ status: 503, details: { code: 'ENFORCEMENT_UNAVAILABLE' } });
    expect((await nina.get('/api/activities')).body.meta.pagination.total).toBeGreaterThan(0);
    expect((await nina.get('/api/customers')).status).toBe(403);
  });
});

describeOnEachDb('a binding that turns up while the site starts', (db) => {
  it('[A221:bind] stops that start: what it guards would lie open until the next one', async () => {
    const late = { type: CUSTOMER, settings: JSON.stringify({ feature: 'customer_360', kind: 'record', mode: 'enforce' }) };
    const opening = openSite({ db, seed: false, env: { ROSTER: 'new' }, onDatabaseReady: (strapi) => void strapi.db.connection('roster_bindings').insert({ document_id: 'late', ...late }).then(() => undefined) });
    await expect(opening).rejects.toThrow('could not be read in time');
  });
});
