import { CUSTOMER } from '../support/roster';
import { worldOf } from '../support/world';
import { violationsOf } from './axe';
import { addressOf, usePanel } from './panel';

const VIEWS = {
  'the members': addressOf('Team'),
  'the roles': `${addressOf('Team')}?tab=roles`,
  'the permissions of a role': `${addressOf('Team')}?tab=permissions&role=csm`,
  'roles compared': `${addressOf('Team')}?tab=permissions&role=director&role=viewer`,
  'the books': `${addressOf('Team')}?tab=books`,
  'records that nobody owns': `${addressOf('Team')}?tab=books&list=unassigned`,
  'the territories': `${addressOf('Team')}?tab=territories`,
  'the protection': addressOf('Security'),
  'the API tokens': `${addressOf('Security')}?tab=tokens`,
  'the integrations': `${addressOf('Security')}?tab=integrations`,
  Audit: addressOf('Audit'),
};

describe.each(['light', 'dark'] as const)('WCAG 2.2 AA, %s', (theme) => {
  const at = usePanel({ who: 'ana@roster.test', theme });

  it.each(Object.entries(VIEWS))('holds on %s', async (_view, address) => {
    await at.page.goto(address);
    await at.page.getByRole('table').waitFor();
    expect(await violationsOf(at.page)).toEqual([]);
  });

  it.each([
    ['the form for a new member', 'Add member', undefined, 'dialog'],
    ['the question before a member is deactivated', 'Actions for Carla Mendes', 'Deactivate', 'dialog'],
    ['the users of a member', 'Actions for Carla Mendes', 'Users for signing in', 'dialog'],
    ['the territories of a member', 'Actions for Carla Mendes', 'Territories', 'dialog'],
    ['the restriction of a member', 'Actions for Carla Mendes', 'Restriction', 'dialog'],
  ] as const)('holds on %s', async (_what, button, item, role) => {
    await at.page.goto(addressOf('Team'));
    await at.page.getByRole('table').waitFor();
    await at.page.getByRole('button', { name: button }).click();
    if (item) await at.page.getByRole('menuitem', { name: item }).click();
    await at.page.getByRole(role).waitFor();
    // What the host's own frame leaves behind a dialog is out of reach of everybody.
    expect(await violationsOf(at.page, `[role=${role}]`)).toEqual([]);
  });

  it('holds on members who are deactivated or restricted, and on what was refused', async () => {
    const world = await worldOf(at.site.strapi);
    const ana = await at.site.as('ana@roster.test');
    const set = (key: string, what: string, value: string) => ana.put(`/api/roster/members/${world.members[key]}/${what}`).send({ data: { [what]: value } }).expect(200);
    await set('viktor', 'status', 'deactivated');
    await set('vera', 'restriction', 'territories');
    await (await at.site.as('carla@roster.test')).put('/api/roster/matrix').send({ data: { cells: [{ role: 'csm', feature: 'customer_360', action: 'view', scope: 'all' }] } }).expect(403);
    await at.page.goto(addressOf('Team'));
    for (const text of ['Deactivated', 'Only own territories']) await at.page.getByText(text, { exact: true }).first().waitFor();
    expect(await violationsOf(at.page)).toEqual([]);
    await at.page.goto(addressOf('Audit'));
    await at.page.getByText('Refused').first().waitFor();
    expect(await violationsOf(at.page)).toEqual([]);
    await set('viktor', 'status', 'active');
    await set('vera', 'restriction', 'none');
  });

  it('holds on the books of those who take no more, and on the form for how much a member takes', async () => {
    const world = await worldOf(at.site.strapi);
    const availability = { weight: 1, capacity: 0, awayFrom: '2026-01-01T00:00:00.000Z', awayUntil: '2126-01-01T00:00:00.000Z' };
    await (await at.site.as('ana@roster.test')).put(`/api/roster/members/${world.members['chen']}/availability`).send({ data: availability }).expect(200);
    await at.page.goto(`${addressOf('Team')}?tab=books`);
    await at.page.getByText('Full').waitFor();
    expect(await violationsOf(at.page)).toEqual([]);
    await at.page.getByRole('button', { name: 'Availability of Carla Mendes' }).click();
    await at.page.getByRole('dialog').waitFor();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
  });

  it('holds on the assignment rules, on one of them, on what is wrong with it, and on its dry run', async () => {
    const world = await worldOf(at.site.strapi);
    const ana = await at.site.as('ana@roster.test');
    const when = { all: [{ field: 'arr', operator: 'above', value: 5 }, { any: [{ field: 'tier', operator: 'in', value: ['growth'] }, { field: 'name', operator: 'in', value: ['a', 'b'] }, { field: 'createdAt', operator: 'above', value: '2026-01-01' }] }] };
    const rotation = { mode: 'least', pool: [world.members['chen']], partition: 'segment' };
    const rule = { type: CUSTOMER, name: 'Growing', when, target: { rotation, coOwners: [world.members['cora']] }, override: true, endsAt: '2126-01-01T00:00:00.000Z' };
    const { body } = await ana.post('/api/roster/rules').send({ data: rule }).expect(200);
    await ana.post('/api/roster/rules').send({ data: { type: CUSTOMER, name: 'All others', when: { all: [] }, target: { member: world.members['cyrus'] }, isActive: false, override: true } }).expect(200);
    await ana.put(`/api/roster/members/${world.members['cyrus']}/status`).send({ data: { status: 'deactivated' } }).expect(200);
    await at.page.goto(`${addressOf('Team')}?tab=rules`);
    await at.page.getByText('Skipped: who is to get the records may not own any').waitFor();
    expect(await violationsOf(at.page)).toEqual([]);
    await at.page.goto(`${addressOf('Team')}?tab=rules&rule=${body.data.documentId}`);
    await at.page.getByRole('button', { name: 'Dry run' }).click();
    await at.page.getByRole('heading', { name: /would move/ }).waitFor();
    await at.page.getByRole('textbox', { name: 'Name' }).fill('');
    await at.page.getByRole('button', { name: 'Add condition' }).last().click();
    await at.page.keyboard.press('Escape');
    await at.page.getByRole('button', { name: 'Dry run' }).press('Enter');
    await at.page.getByText('Give a name.').waitFor();
    expect(await violationsOf(at.page)).toEqual([]);
    await ana.put(`/api/roster/members/${world.members['cyrus']}/status`).send({ data: { status: 'active' } }).expect(200);
  });

  it('holds on the form of a rebalance, on its plan, on its progress, and on how it ended', async () => {
    const world = await worldOf(at.site.strapi);
    await at.page.goto(`${addressOf('Team')}?tab=rebalance&owner=${world.members['carla']}`);
    await at.page.getByRole('radio', { name: 'Evenly among several members' }).click();
    await at.page.getByRole('combobox', { name: 'New owners' }).pressSequentially('Chen Wei');
    await at.page.getByRole('option', { name: 'Chen Wei' }).click();
    await at.page.getByRole('button', { name: 'Remove Chen Wei' }).waitFor();
    expect(await violationsOf(at.page)).toEqual([]);
    await at.page.getByRole('button', { name: 'Preview' }).press('Enter');
    await at.page.getByRole('table', { name: 'Record by record' }).waitFor();
    expect(await violationsOf(at.page)).toEqual([]);
    const job = { documentId: 'far', type: CUSTOMER, status: 'running', total: 4, done: 1, note: 'Hello', createdAt: '2026-01-01T00:00:00.000Z', createdBy: null, error: null, undoes: null, isUndoable: false };
    const ended = [{}, { status: 'cancelling' }, { status: 'cancelled', isUndoable: true }, { status: 'done', done: 4 }, { status: 'failed', error: { code: 'CONFLICT', record: 'r' } }, { status: 'undone', undoes: 'other' }];
    for (const values of ended) {
      await at.page.route((url) => url.pathname === '/roster/rebalance/far', (route) => route.fulfill({ json: { data: { ...job, ...values }, meta: { token: 't', examined: 4, flows: [] } } }));
      await at.page.goto(`${addressOf('Team')}?tab=rebalance&job=far`);
      await at.page.getByRole('heading', { level: 2 }).waitFor();
      expect([values, await violationsOf(at.page)]).toEqual([values, []]);
    }
    await at.page.unrouteAll();
  });

  it('holds on the form for an API token', async () => {
    await at.page.goto(`${addressOf('Security')}?tab=tokens`);
    await at.page.getByRole('button', { name: 'Change whom Read Only acts for' }).click();
    await at.page.getByRole('radio', { name: 'A member' }).click();
    await at.page.getByRole('combobox', { name: 'Member' }).waitFor();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
  });

  it('holds on the report of observed bindings', async () => {
    const loss = { role: 'csm', route: 'GET /api/customers', action: 'view', code: 'NOT_FOUND', requests: 3, records: 12, people: [{ kind: 'member', documentId: 'm', name: 'Carla Mendes' }], lastAt: '2026-01-01T00:00:00.000Z' };
    const observed = { type: { uid: 'api::customer.customer', displayName: 'Customer' }, feature: 'customer_360', mode: 'observe', people: 1, losses: [loss, { ...loss, role: 'viewer', code: 'PERMISSION_DENIED', records: 0 }] };
    await at.page.route((url) => url.pathname === '/roster/observations', (route) => route.fulfill({ json: { data: [observed, { ...observed, type: { uid: 'api::note.note', displayName: 'Note' }, people: 0, losses: [] }] } }));
    await at.page.goto(`${addressOf('Security')}?tab=observation`);
    await at.page.getByRole('table').waitFor();
    const bar = at.page.getByRole('meter', { name: 'Records that CSM would not see, beside the others' });
    expect([await bar.getAttribute('aria-valuenow'), await bar.getAttribute('aria-valuemax')]).toEqual(['12', '12']);
    expect(await violationsOf(at.page)).toEqual([]);
  });

  it("holds on what a record's editor says of it", async () => {
    const world = await worldOf(at.site.strapi);
    await at.page.goto(`/admin/content-manager/collection-types/${CUSTOMER}/${world.customers['Acme Robotics']}`);
    const panel = at.page.getByRole('complementary').filter({ has: at.page.getByRole('heading', { name: 'Access' }) });
    await panel.getByRole('button', { name: 'Owner history' }).waitFor();
    await panel.evaluate((element) => element.setAttribute('data-record-panel', ''));
    expect(await violationsOf(at.page, '[data-record-panel] > div')).toEqual([]);
    for (const [button, title] of [['Owner history', 'Owner history'], ['Add co-owner', 'Add co-owner'], ['Share', 'Share this record']] as const) {
      await panel.getByRole('button', { name: button, exact: true }).click();
      await at.page.getByRole('dialog', { name: title }).waitFor();
      expect([button, await violationsOf(at.page, '[role=dialog]')]).toEqual([button, []]);
      await at.page.keyboard.press('Escape');
      await at.page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  it('holds on Change owner, and on what a list says of owners', async () => {
    await at.page.goto(`/admin/content-manager/collection-types/${CUSTOMER}`);
    const filter = at.page.getByRole('combobox', { name: 'Filter by owner' });
    await filter.waitFor();
    await at.page.getByRole('gridcell').filter({ hasText: 'Chen Wei' }).first().waitFor();
    for (const part of [filter, at.page.getByRole('gridcell').filter({ hasText: 'Chen Wei' }).first()]) {
      await part.evaluate((element) => element.parentElement?.setAttribute('data-owners', ''));
    }
    expect(await violationsOf(at.page, '[data-owners]')).toEqual([]);
    await at.page.getByRole('button', { name: 'Row actions' }).first().click();
    await at.page.getByRole('menuitem', { name: 'Change owner' }).click();
    await at.page.getByRole('dialog').getByRole('combobox', { name: 'Owner' }).click();
    await at.page.getByRole('option', { name: /Cleo Dubois/ }).waitFor();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await at.page.keyboard.press('Escape');
  });

  it('holds where no role is chosen', async () => {
    await at.page.goto(`${addressOf('Team')}?tab=permissions&role=`);
    await at.page.getByText('Choose a role').waitFor();
    expect(await violationsOf(at.page)).toEqual([]);
  });

  it('holds where the server fails', async () => {
    await at.page.route((url) => url.pathname.startsWith('/roster/'), (route) => route.fulfill({ status: 500, json: {} }));
    await at.page.goto(addressOf('Audit'));
    // The state of the log and its entries are loaded apart.
    await at.page.getByText('This could not be loaded.').nth(1).waitFor();
    expect(await violationsOf(at.page)).toEqual([]);
  });

  it('is shown in the theme that was asked for', async () => {
    const background = await at.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).toBe(theme === 'dark' ? 'rgb(24, 24, 38)' : 'rgb(246, 246, 249)');
  });
});
