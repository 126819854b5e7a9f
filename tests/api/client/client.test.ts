import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { can, createRosterClient, isRosterError, myBook, scopesOf, type RosterError } from 'strapi-plugin-roster/client';

import { ROOT } from '../../support/paths';
import { PASSWORD } from '../../support/people';
import { CUSTOMER, roster } from '../../support/roster';
import { openSite, type Site } from '../../support/site';
import { bookOf, worldOf, type World } from '../../support/world';

const caught = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
};

describe('the client for apps', () => {
  let site: Site;
  let world: World;
  const sent: { path: string; status: number }[] = [];

  const watched: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    sent.push({ path: new URL(input instanceof Request ? input.url : input).pathname, status: answer.status });
    return answer;
  };

  const clientOf = async (key: string) => {
    const { body } = await site.http.post('/api/auth/local').send({ identifier: `${key}@roster.test`, password: PASSWORD }).expect(200);
    return createRosterClient({ url: `${site.url}/`, token: () => body.jwt as string, fetch: watched });
  };

  beforeAll(async () => {
    site = await openSite({ customers: 24 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  it('[A225:client] says who I am and what I may do, for menus and buttons', async () => {
    const me = await (await clientOf('carla')).me();
    expect(me.member?.email).toBe('carla@roster.test');
    expect([can(me, 'customer_360', 'update'), can(me, 'customer_360', 'delete'), can(me, 'weather', 'dance')]).toEqual([true, false, false]);
    expect(scopesOf(me, 'data_export', 'export')).toEqual(['own']);
  });

  it('[A225:client] asks again without fetching again what has not changed', async () => {
    const roles = await clientOf('dora');
    sent.length = 0;
    const first = await roles.me();
    expect(await roles.me()).toEqual(first);
    expect(sent.map(({ status }) => status)).toEqual([200, 304]);
    await roster(site.strapi, 'access').setCells([{ role: 'director', feature: 'renewals', action: 'update', scope: 'all' }], { kind: 'system' });
    expect(can(await roles.me(), 'renewals', 'update')).toBe(true);
    await roster(site.strapi, 'access').setCells([{ role: 'director', feature: 'renewals', action: 'update', scope: 'none' }], { kind: 'system' });
  });

  it('[A225:client] answers any number of questions about records', async () => {
    const carla = await clientOf('carla');
    const book = bookOf(world, 'carla').map(({ documentId }) => documentId);
    expect(await carla.may({ type: CUSTOMER, action: 'update', record: book[0] as string })).toBe(true);
    expect(await carla.may({ feature: 'analytics', action: 'view' })).toBe(false);
    sent.length = 0;
    const questions = Array.from({ length: 1_100 }, (_, index) => ({ type: CUSTOMER, action: 'view', record: world.plan[index % 24]?.documentId as string }));
    const answers = await carla.check(questions);
    expect(answers.map(({ allowed }) => allowed)).toEqual(questions.map(({ record }) => book.includes(record)));
    expect(sent.map(({ path: sentTo }) => sentTo)).toEqual(['/api/roster/check', '/api/roster/check', '/api/roster/check']);
    expect(await carla.check([])).toEqual([]);
  });

  it('[A225:client] reads and changes owners, the team and the matrix', async () => {
    const ana = await clientOf('ana');
    const cumulus = world.customers['Cumulus Air'] as string;
    expect((await ana.owners.set(CUSTOMER, cumulus, world.members['cleo'] as string)).owner?.name).toBe('Cleo Dubois');
    expect((await ana.owners.add(CUSTOMER, cumulus, world.members['chen'] as string)).coOwners.map(({ name }) => name)).toEqual(['Chen Wei']);
    expect((await ana.owners.remove(CUSTOMER, cumulus, world.members['chen'] as string)).coOwners).toEqual([]);
    expect((await ana.owners.set(CUSTOMER, cumulus, null)).owner).toBeNull();
    expect((await ana.owners.of(CUSTOMER, cumulus)).owner).toBeNull();
    const { data, meta } = await ana.members({ search: 'mendes & co', role: 'csm', pageSize: 5 });
    expect([data, meta.pagination.total]).toEqual([[], 0]);
    expect((await ana.members({ search: 'mendes' })).data[0]?.book).toBe(bookOf(world, 'carla').length);
    expect((await ana.matrix()).features).toHaveLength(11);
  });

  it('[A225:client] shares a record, for a time or until it is taken away', async () => {
    const [carla, cleo] = [await clientOf('carla'), world.members['cleo'] as string];
    const acme = world.customers['Acme Robotics'] as string;
    const endsAt = new Date(Date.now() + 60_000);
    expect(await carla.shares.add(CUSTOMER, acme, cleo, endsAt)).toEqual([{ documentId: cleo, name: 'Cleo Dubois', status: 'active', endsAt: endsAt.toISOString() }]);
    expect((await carla.shares.add(CUSTOMER, acme, cleo)).map(({ endsAt: end }) => end)).toEqual([null]);
    expect((await (await clientOf('cleo')).shares.of(CUSTOMER, acme)).map(({ documentId }) => documentId)).toEqual([cleo]);
    expect(await carla.shares.remove(CUSTOMER, acme, cleo)).toEqual([]);
    expect((await carla.shares.candidates(CUSTOMER, acme)).map(({ name }) => name)).toEqual(expect.arrayContaining(['Cleo Dubois', 'Vera Novak']));
    const error = await caught((await clientOf('cleo')).shares.of(CUSTOMER, acme));
    expect(isRosterError(error, 'NOT_FOUND')).toBe(true);
  });

  it('[A225:client] says whose many records are, why I see one, and who had it before', async () => {
    const [ana, carla] = [await clientOf('ana'), await clientOf('carla')];
    const acme = world.customers['Acme Robotics'] as string;
    const borealis = world.plan.find(({ owner, coOwners }) => owner === 'chen' && coOwners.includes('carla'))?.documentId as string;
    expect(Object.entries(await carla.owners.ofMany(CUSTOMER, [acme, borealis])).map(([record, { owner }]) => [record, owner?.name]).sort()).toEqual([[acme, 'Carla Mendes'], [borealis, 'Chen Wei']].sort());
    expect(await carla.why(CUSTOMER, acme)).toMatchObject({ roles: ['csm'], feature: 'customer_360', within: expect.arrayContaining(['book']) });
    expect(await ana.owners.setMany(CUSTOMER, [acme], world.members['cora'] as string)).toEqual({ changed: 1 });
    expect((await ana.owners.history(CUSTOMER, acme))[0]).toMatchObject({ from: { name: 'Carla Mendes' }, to: { name: 'Cora Vega' }, source: 'manual' });
    expect(await ana.owners.setMany(CUSTOMER, [acme], world.members['carla'] as string)).toEqual({ changed: 1 });
    expect((await ana.owners.candidates()).map(({ name }) => name)).toContain('Carla Mendes');
    const [{ owner }, { coOwners }] = myBook.$or;
    const mine = `filters[$or][0][owner][documentId]=${owner.documentId}&filters[$or][1][coOwners][documentId]=${coOwners.documentId}`;
    const { body } = await (await site.as('carla@roster.test')).get(`/api/customers?${mine}&pagination[pageSize]=100`).expect(200);
    expect((body.data as { documentId: string }[]).map(({ documentId }) => documentId).sort()).toEqual(bookOf(world, 'carla').map(({ documentId }) => documentId).sort());
  });

  it('[A225:client] has rules, books and rebalances', async () => {
    const ana = await clientOf('ana');
    const rule = { type: CUSTOMER, name: 'For the client', when: { all: [] }, target: { member: world.members['cora'] as string } };
    const made = await ana.rules.create(rule);
    expect((await ana.rules.list(CUSTOMER)).map(({ name }) => name)).toEqual(['For the client']);
    expect((await ana.rules.update(made.documentId, { ...rule, name: 'Renamed' })).name).toBe('Renamed');
    expect((await ana.rules.order(CUSTOMER, [made.documentId])).length).toBe(1);
    expect((await ana.rules.preview({ ...rule, override: true })).examined).toBeGreaterThan(0);
    await ana.rules.remove(made.documentId);
    expect(await ana.rules.list()).toEqual([]);
    const { data } = await ana.books(CUSTOMER);
    expect(data.find(({ member }) => member.name === 'Carla Mendes')?.owned).toBe(world.plan.filter(({ owner }) => owner === 'carla').length);
    const plan = await ana.rebalance.plan({ type: CUSTOMER, filter: { list: 'unassigned' }, by: { member: world.members['cora'] as string } });
    expect((await ana.rebalance.moves(plan.data.documentId, { pageSize: 1 })).data).toHaveLength(1);
    const { data: started } = await ana.rebalance.start(plan.data.documentId, plan.meta.token);
    await (site.strapi.plugin('roster').service('rebalance') as { finished(job: string): Promise<void> }).finished(started.documentId);
    expect((await ana.rebalance.find(started.documentId)).data.status).toBe('done');
    const { data: back } = await ana.rebalance.undo(started.documentId);
    await (site.strapi.plugin('roster').service('rebalance') as { finished(job: string): Promise<void> }).finished(back.documentId);
    expect((await ana.rebalance.list())[0]?.undoes).toBe(started.documentId);
    expect(isRosterError(await caught(ana.rebalance.cancel(started.documentId)), 'CONFLICT')).toBe(true);
  });

  it('[A225:client] throws errors that are told apart by their code', async () => {
    const carla = await clientOf('carla');
    const error = await caught(carla.owners.of(CUSTOMER, 'abcdefghijklmnopqrstuvwx'));
    expect(isRosterError(error)).toBe(true);
    expect(isRosterError(error, 'PERMISSION_DENIED')).toBe(false);
    if (!isRosterError(error, 'NOT_FOUND')) throw error;
    // The code says the status to the compiler too.
    const status: 404 = error.status;
    expect(status).toBe(404);
    const denied = (await caught(carla.matrix())) as RosterError;
    expect([denied.code, denied.status, denied.details]).toEqual(['PERMISSION_DENIED', 403, { feature: 'team_management', action: 'view' }]);
    const unknown = (await caught(carla.check([{ feature: 'weather', action: 'view' }]))) as RosterError;
    expect([unknown.code, unknown.details.path]).toEqual(['UNKNOWN_FEATURE', 'data.questions[0].feature']);
    const stranger = (await caught(createRosterClient({ url: site.url, token: 'nonsense' }).me())) as RosterError;
    expect([isRosterError(stranger, 'HTTP_ERROR'), stranger.status]).toEqual([true, 401]);
    const elsewhere = (await caught(createRosterClient({ url: site.url, prefix: '/nowhere' }).me())) as RosterError;
    expect([elsewhere.code, elsewhere.status]).toEqual(['HTTP_ERROR', 404]);
  });

  it('[A225:client] invites people, one by one and from a file', async () => {
    const ana = await clientOf('ana');
    const { documentId, status } = await ana.invitations.create({ email: 'one@x.test', role: 'viewer' });
    expect([status, (await ana.invitations.list({ status: 'pending' })).data.map(({ email }) => email)]).toEqual(['pending', ['one@x.test']]);
    await ana.invitations.resend(documentId);
    await ana.invitations.revoke(documentId);
    const planned = await ana.imports.plan(new Blob(['email,role\none@x.test,viewer\nnobody,viewer\n']));
    expect(planned).toMatchObject({ status: 'planned', rows: { ready: 1, refused: 1 } });
    expect((await ana.imports.rows(planned.documentId, { status: 'refused' })).data).toEqual([expect.objectContaining({ line: 3, reason: 'INVALID_EMAIL' })]);
    await ana.imports.start(planned.documentId);
    await (site.strapi.plugin('roster').service('team') as unknown as { imports: { finished(id: string): Promise<void> } }).imports.finished(planned.documentId);
    expect(await ana.imports.find(planned.documentId)).toMatchObject({ status: 'done', rows: { invited: 1 } });
    expect((await ana.imports.list()).map(({ documentId: id }) => id)).toEqual([planned.documentId]);
    expect(((await caught(ana.imports.cancel(planned.documentId))) as RosterError).code).toBe('CONFLICT');
  });

  it('[A225:client] gives nobody the answer of somebody else', async () => {
    const tokens: Record<string, string> = {};
    for (const key of ['carla', 'dora']) tokens[key] = (await site.http.post('/api/auth/local').send({ identifier: `${key}@roster.test`, password: PASSWORD })).body.jwt;
    let now = 'carla';
    const shared = createRosterClient({ url: site.url, token: async () => tokens[now] });
    expect((await shared.me()).roles).toEqual(['csm']);
    now = 'dora';
    expect((await shared.me()).roles).toEqual(['director']);
  });

  it('[A225:client] is small, has no dependency, and loads both ways', () => {
    const file = path.join(ROOT, 'dist', 'client', 'index.mjs');
    const text = fs.readFileSync(file, 'utf8');
    expect(text.length).toBeLessThan(5_120);
    expect(gzipSync(text).length).toBeLessThan(2_048);
    expect(text).not.toMatch(/\bimport\b|\brequire\b/);
    const run = (args: readonly string[]) => execFileSync(process.execPath, [...args], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } }).trim();
    const names = 'can,createRosterClient,isRosterError,myBook,scopesOf';
    expect(run(['--input-type=module', '-e', "import * as client from 'strapi-plugin-roster/client'; console.log(Object.keys(client).sort().join())"])).toBe(names);
    expect(run(['-e', "console.log(Object.keys(require('strapi-plugin-roster/client')).sort().join())"])).toBe(names);
  });
});
