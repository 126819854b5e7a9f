import { ACTIONS, FEATURES, matrixCells, matrixRows } from '../../support/matrix-cases';
import { describeOnEachDb, openSite, type Site } from '../../support/site';

const DESCRIPTIONS = {
  admin: 'Whoever configures and maintains the platform',
  director: 'Head of CS, CSO, CS Ops',
  csm: 'Customer Success Managers',
  viewer: 'External stakeholders, audit, sales',
};

describeOnEachDb('the matrix over REST', (db) => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite({ db, customers: 20 });
  });
  afterEach(async () => {
    const cells = matrixCells().filter(({ role }) => role !== 'admin');
    await site.strapi.plugin('roster').service('access').setCells(cells, { kind: 'system' });
  });
  afterAll(() => site.close());

  const change = async (person: string, ...cells: object[]) => (await site.as(`${person}@roster.test`)).put('/api/roster/matrix').send({ data: { cells } });
  const cell = { role: 'csm', feature: 'analytics', action: 'view', scope: 'all' };

  it('[A009][A010][A002:rest] lists eleven features, eight actions and four roles with whom they are for, in order', async () => {
    const { body } = await (await site.as('dora@roster.test')).get('/api/roster/matrix').expect(200);
    expect(body.data.features.map(({ key }: { key: string }) => key)).toEqual(FEATURES);
    expect(body.data.actions).toEqual(ACTIONS);
    expect(Object.fromEntries(body.data.roles.map((role: { key: string; description: { en: string } }) => [role.key, role.description.en]))).toEqual(DESCRIPTIONS);
    for (const { key, cells } of body.data.roles) {
      for (const [feature, row] of Object.entries(matrixRows()[key] ?? {})) {
        expect([key, feature, Object.keys(cells[feature]).filter((action) => cells[feature][action] !== 'none').sort()]).toEqual([key, feature, [...row.actions].sort()]);
      }
    }
  });

  it('[A018] is for those who may view the team', async () => {
    for (const person of ['carla', 'vera', 'nina']) expect([person, (await (await site.as(`${person}@roster.test`)).get('/api/roster/matrix')).status]).toEqual([person, 403]);
    expect([401, 403]).toContain((await site.http.get('/api/roster/matrix')).status);
  });

  it('an edit holds at the next request, without a restart', async () => {
    const carla = await site.as('carla@roster.test');
    await carla.get('/api/analytics/summary').expect(403);
    expect((await change('ana', cell)).status).toBe(200);
    await carla.get('/api/analytics/summary').expect(200);
    expect((await change('ana', { ...cell, scope: 'none' })).status).toBe(200);
    await carla.get('/api/analytics/summary').expect(403);
  });

  it('[A011] a wider cell opens the records at the next request, and a narrower one closes them', async () => {
    const carla = await site.as('carla@roster.test');
    const total = async () => (await carla.get('/api/customers')).body.meta?.pagination.total;
    const book = await total();
    await change('ana', { role: 'csm', feature: 'customer_360', action: 'view', scope: 'all' });
    expect(await total()).toBe(20);
    await change('ana', { role: 'csm', feature: 'customer_360', action: 'view', scope: 'own' });
    expect(await total()).toBe(book - 1); // Borealis is co-owned.
    await change('ana', { role: 'csm', feature: 'customer_360', action: 'view', scope: 'none' });
    await carla.get('/api/customers').expect(403);
  });

  it.each([
    ['[A009]', { feature: 'customer_361' }, 'UNKNOWN_FEATURE', 'data.cells[0].feature'],
    ['[A010]', { action: 'edit' }, 'UNKNOWN_ACTION', 'data.cells[0].action'],
    ['', { role: 'boss' }, 'UNKNOWN_ROLE', 'data.cells[0].role'],
    ['', { scope: 'mine' }, 'VALIDATION_FAILED', 'data.cells[0].scope'],
    ['', { scope: 7 }, 'VALIDATION_FAILED', 'data.cells[0].scope'],
    ['', { why: 'because' }, 'VALIDATION_FAILED', 'data.cells[0].why'],
  ])('%s refuses %j with 400 and the field', async (_row, wrong, code, path) => {
    const { status, body } = await change('ana', { ...cell, ...wrong });
    expect({ status, code: body.error.details.code, path: body.error.details.path }).toEqual({ status: 400, code, path });
  });

  it('changes all cells or none', async () => {
    const { status } = await change('ana', cell, { ...cell, feature: 'nothing' });
    expect(status).toBe(400);
    await (await site.as('carla@roster.test')).get('/api/analytics/summary').expect(403);
  });

  it('keeps the permissions of the admin role from everybody', async () => {
    const { status, body } = await change('ana', { ...cell, role: 'admin', scope: 'none' });
    expect({ status, code: body.error.details.code }).toEqual({ status: 403, code: 'ROLE_LOCKED' });
  });

  it('[A218] is changed by nobody without the right, and nobody hands out what is not his', async () => {
    for (const person of ['dora', 'carla', 'vera']) expect((await change(person, cell)).status).toBe(403);
    await change('ana', { role: 'csm', feature: 'team_management', action: 'config', scope: 'all' });
    const beyond = await change('carla', { role: 'csm', feature: 'customer_360', action: 'delete', scope: 'all' });
    expect({ status: beyond.status, path: beyond.body.error.details.path }).toEqual({ status: 403, path: 'data.cells[0].scope' });
    expect((await change('carla', { role: 'viewer', feature: 'customer_360', action: 'update', scope: 'book' })).status).toBe(200);
  });

  it('writes one audit entry per role, with the difference', async () => {
    const log = site.strapi.db.query('plugin::roster.audit-entry');
    // Refusals of the tests before are written a moment later.
    const where = { action: 'role.cells-changed' };
    const before = await log.count({ where });
    await change('ana', cell, { ...cell, role: 'viewer', scope: 'none' });
    const entries = (await log.findMany({ where, orderBy: { id: 'asc' } })).slice(before);
    expect(entries.map(({ targetId, body }) => [targetId, JSON.parse(body as string).details.cells])).toEqual([
      ['csm', [{ feature: 'analytics', action: 'view', from: 'none', to: 'all' }]],
      ['viewer', [{ feature: 'analytics', action: 'view', from: 'all', to: 'none' }]],
    ]);
  });
});
