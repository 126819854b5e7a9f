import type { Locator, Page } from 'playwright-core';

import { CUSTOMER, roster, table } from '../support/roster';
import { until } from '../support/until';
import { worldOf, type World } from '../support/world';
import { said } from './looking';
import { addressOf, openPage, signIn, usePanel } from './panel';

const REBALANCE = `${addressOf('Team')}?tab=rebalance`;

const find = async (page: Page, field: string, name: string): Promise<void> => {
  await page.getByRole('combobox', { name: field, exact: true }).pressSequentially(name);
  await page.getByRole('option', { name }).click();
};
const movesTable = (page: Page): Locator => page.getByRole('table', { name: 'Record by record' });
const rowsOf = async (of: Locator): Promise<string[][]> => (await of.locator('tbody tr').allInnerTexts()).map((text) => text.split(/\t|\n/).map((part) => part.trim()).filter((part) => part !== ''));

describe('rebalancing on the Team page', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 24 });
  let world: World;
  beforeAll(async () => {
    world = await worldOf(at.site.strapi);
  });

  const member = (key: string): string => world.members[key] ?? '';
  const ana = () => at.site.as('ana@roster.test');
  const ownersNow = async (): Promise<Record<string, string>> => {
    const rows = (await table(at.site.strapi, 'entry').findMany({ where: { type: CUSTOMER, kind: 'owner' } as never })) as unknown as { record: string; member: string }[];
    return Object.fromEntries(rows.map((row) => [row.record, row.member]).sort());
  };
  const ownedBy = async (key: string): Promise<string[]> => Object.entries(await ownersNow()).filter(([, owner]) => owner === member(key)).map(([record]) => record);
  const nameOf = (record: string): string => Object.entries(world.customers).find(([, documentId]) => documentId === record)?.[0] ?? record;
  const statusOf = async (key: string) => ((await table(at.site.strapi, 'member').findOne({ where: { documentId: member(key) } as never })) as { status: string }).status;

  const startAndWait = async (count: number): Promise<void> => {
    await at.page.getByRole('button', { name: `Move ${count} records` }).click();
    await said(at.page, `${count} records have moved.`);
  };

  it('[A100:browser][A049:browser] before a member is deactivated it says what will be in limbo, and leads to the book', async () => {
    const book = world.plan.filter(({ owner }) => owner === 'carla');
    const rows = (await at.site.strapi.documents(CUSTOMER).findMany({ filters: { name: { $in: book.map(({ name }) => name) } }, limit: 100 } as never)) as unknown as { arr: string | number | null }[];
    const arr = rows.reduce((sum, row) => sum + Number(row.arr ?? 0), 0);
    await openPage(at.page, 'Team');
    await at.page.getByRole('button', { name: 'Actions for Carla Mendes' }).click();
    await at.page.getByRole('menuitem', { name: 'Deactivate' }).click();
    const dialog = at.page.getByRole('dialog', { name: 'Deactivate Carla Mendes?' });
    await dialog.getByText(`Customer: ${book.length} records will be in limbo.`).waitFor();
    await dialog.getByText(`Sum of arr: ${arr.toLocaleString('en')}`).waitFor();
    // The link has come after the dialog: the keyboard finds it all the same.
    await dialog.getByRole('button', { name: 'Cancel' }).focus();
    await at.page.keyboard.press('Shift+Tab');
    expect(await at.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Rebalance the book of Carla Mendes');
    await at.page.keyboard.press('Enter');
    await at.page.getByRole('radio', { name: 'A member’s book', checked: true }).waitFor();
    await until(async () => (await at.page.getByRole('combobox', { name: 'Whose book' }).inputValue()) === 'Carla Mendes');
    expect(await statusOf('carla')).toBe('active');
  });

  it('[A049:browser] before a member gets a role that may not own it asks, and leads to the book', async () => {
    await openPage(at.page, 'Team');
    const choose = async (role: string) => {
      await at.page.getByRole('combobox', { name: 'Role of Carla Mendes' }).click();
      await at.page.getByRole('option', { name: role, exact: true }).click();
    };
    await choose('Viewer');
    const dialog = at.page.getByRole('alertdialog', { name: 'Make Carla Mendes Viewer?' });
    await dialog.getByText('records will be in limbo').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await at.page.getByRole('combobox', { name: 'Role of Carla Mendes' }).innerText()).toBe('CSM');
    await choose('Viewer');
    await dialog.getByRole('link', { name: 'Rebalance the book of Carla Mendes' }).click();
    await at.page.getByRole('radio', { name: 'A member’s book', checked: true }).waitFor();
    await until(async () => (await at.page.getByRole('combobox', { name: 'Whose book' }).inputValue()) === 'Carla Mendes');
  });

  it('[A050:browser] a book is given away by rules: a plan with reasons, then the result, and back again', async () => {
    const rule = { type: CUSTOMER, name: 'By turns', when: { all: [{ field: 'name', operator: 'notEmpty' }] }, target: { rotation: { mode: 'strict', pool: [member('chen'), member('cora')] } }, override: true };
    const { body } = await (await ana()).post('/api/roster/rules').send({ data: rule }).expect(200);
    const [before, book] = [await ownersNow(), await ownedBy('carla')];
    await at.page.goto(`${REBALANCE}&owner=${member('carla')}`);
    await at.page.getByRole('textbox', { name: 'Note' }).fill('Be kind to them.');
    await at.page.getByRole('button', { name: 'Preview' }).click();
    await at.page.getByRole('heading', { name: `Customer: ${book.length} records of ${book.length} move` }).waitFor();
    await movesTable(at.page).waitFor();
    const moves = await rowsOf(movesTable(at.page));
    expect(moves.map(([record]) => record).sort()).toEqual(book.map(nameOf).sort());
    for (const [, from, to, ...why] of moves) expect([from, ['Chen Wei', 'Cora Vega'].includes(to ?? ''), ...why]).toEqual(['Carla Mendes', true, 'By turns', 'name is not empty']);
    expect(await ownersNow()).toEqual(before);

    await startAndWait(book.length);
    const after = await ownersNow();
    for (const [record, , to] of moves) expect([record, after[world.customers[record ?? ''] ?? '']]).toEqual([record, to === 'Chen Wei' ? member('chen') : member('cora')]);

    await at.page.getByRole('button', { name: 'Undo' }).click();
    await at.page.getByRole('button', { name: 'Confirm' }).click();
    await at.page.getByRole('link', { name: 'Takes another rebalance back' }).waitFor();
    await said(at.page, `${book.length} records have moved.`);
    expect(await ownersNow()).toEqual(before);
    await at.page.getByRole('link', { name: 'Takes another rebalance back' }).click();
    await said(at.page, 'It has been taken back');
    await said(at.page, 'Note: Be kind to them.');
    expect(await at.page.getByRole('button', { name: 'Undo' }).count()).toBe(0);

    await at.page.getByRole('link', { name: 'Back to the rebalances' }).click();
    const latest = await rowsOf(at.page.getByRole('table', { name: 'Latest rebalances' }));
    const moved = `${book.length} of ${book.length}`;
    expect(latest.map((cells) => cells.slice(1))).toEqual([['Customer', 'Ana Ruiz', moved, 'DONE', 'Takes another rebalance back'], ['Customer', 'Ana Ruiz', moved, 'TAKEN BACK', 'Be kind to them.']]);
    await (await ana()).delete(`/api/roster/rules/${body.data.documentId}`).expect(200);
  });

  it('[A051:browser] records that are chosen go to one member, and no others', async () => {
    const [first, second] = (await ownedBy('chen')) as [string, string];
    const before = await ownersNow();
    await at.page.goto(REBALANCE);
    await at.page.getByRole('radio', { name: 'Records that I choose' }).click();
    for (const record of [first, second]) await find(at.page, 'Records', nameOf(record));
    await at.page.getByRole('radio', { name: 'All to one member' }).click();
    await find(at.page, 'New owner', 'Cyrus Prado');
    await at.page.getByRole('button', { name: 'Preview' }).click();
    await startAndWait(2);
    expect(await ownersNow()).toEqual({ ...before, [first]: member('cyrus'), [second]: member('cyrus') });
  });

  it('[A051:browser] some are picked out of a plan for a whole book', async () => {
    const book = await ownedBy('colin');
    const before = await ownersNow();
    const [first] = book as [string];
    await at.page.goto(`${REBALANCE}&owner=${member('colin')}`);
    await at.page.getByRole('radio', { name: 'Evenly among several members' }).click();
    for (const name of ['Cora Vega', 'Cyrus Prado']) await find(at.page, 'New owners', name);
    await at.page.getByRole('button', { name: 'Preview' }).click();
    await at.page.getByRole('button', { name: `Move ${book.length} records` }).waitFor();
    await movesTable(at.page).getByRole('checkbox', { name: `Choose ${nameOf(first)}` }).click();
    await at.page.getByRole('button', { name: 'Plan only the one chosen' }).click();
    await at.page.getByRole('button', { name: 'Move one record' }).click();
    await said(at.page, 'One record has moved.');
    const after = await ownersNow();
    expect(Object.keys(after).filter((record) => after[record] !== before[record])).toEqual([first]);
  });

  it('a plan that has become stale says so, moves nothing, and is made again', async () => {
    const book = await ownedBy('cleo');
    const changed = book[0] ?? '';
    await at.page.goto(`${REBALANCE}&owner=${member('cleo')}`);
    await at.page.getByRole('radio', { name: 'All to one member' }).click();
    await find(at.page, 'New owner', 'Cora Vega');
    await at.page.getByRole('button', { name: 'Preview' }).click();
    await at.page.getByRole('button', { name: `Move ${book.length} records` }).waitFor();
    await (await ana()).put(`/api/roster/records/${CUSTOMER}/${changed}/owner`).send({ data: { owner: member('colin') } }).expect(200);
    const before = await ownersNow();
    await at.page.getByRole('button', { name: `Move ${book.length} records` }).click();
    await at.page.getByRole('alert').getByText('Something has changed since this plan was made').waitFor();
    expect(await at.page.getByRole('link', { name: 'See the record' }).getAttribute('href')).toBe(`/admin/content-manager/collection-types/${CUSTOMER}/${changed}`);
    expect(await ownersNow()).toEqual(before);
    await at.page.getByRole('button', { name: 'Plan again' }).click();
    await at.page.getByRole('button', { name: book.length === 2 ? 'Move one record' : `Move ${book.length - 1} records` }).click();
    await said(at.page, /(has|have) moved\./);
    expect(await ownedBy('cleo')).toEqual([]);
  });

  it('an undo that can no longer restore exactly is refused, and says so', async () => {
    const [taken] = (await ownedBy('cora')) as [string];
    await (await ana()).put(`/api/roster/records/${CUSTOMER}/${taken}/owner`).send({ data: { owner: member('chen') } }).expect(200);
    const latest = (await (await ana()).get('/api/roster/rebalance').expect(200)).body.data as { documentId: string; isUndoable: boolean }[];
    const books = await roster(at.site.strapi, 'books').ownership(CUSTOMER, taken);
    expect([latest[0]?.isUndoable, books.owner]).toEqual([true, member('chen')]);
    const moves = (await (await ana()).get(`/api/roster/rebalance/${latest[0]?.documentId}/moves?pageSize=100`).expect(200)).body.data as { record: string }[];
    const moved = moves[0]?.record ?? '';
    await (await ana()).put(`/api/roster/records/${CUSTOMER}/${moved}/owner`).send({ data: { owner: member('carla') } }).expect(200);
    const before = await ownersNow();
    await at.page.goto(`${REBALANCE}&job=${latest[0]?.documentId}`);
    await at.page.getByRole('button', { name: 'Undo' }).click();
    await at.page.getByRole('button', { name: 'Confirm' }).click();
    await at.page.getByRole('alert').getByText('it was not taken back').waitFor();
    expect(await ownersNow()).toEqual(before);
  });

  it('shows how far a job is, and stops it', async () => {
    const job = { documentId: 'far', type: CUSTOMER, status: 'running', total: 200, done: 50, note: null, createdAt: '2026-01-01T00:00:00.000Z', createdBy: null, error: null, undoes: null, isUndoable: false };
    const answer = (values: object) => ({ json: { data: { ...job, ...values }, meta: { token: 't', examined: 200, flows: [] } } });
    let asked = 0;
    let isStopped = false;
    await at.page.route((url) => url.pathname === '/roster/rebalance/far', (route) => route.fulfill(answer(isStopped ? { status: 'cancelled', done: 100, isUndoable: true } : { done: (asked += 50) })));
    await at.page.route((url) => url.pathname === '/roster/rebalance/far/moves', (route) => route.fulfill({ json: { data: [], meta: { pagination: { page: 1, pageSize: 20, pageCount: 0, total: 0 } } } }));
    await at.page.route((url) => url.pathname === '/roster/rebalance/far/cancel', (route) => {
      isStopped = true;
      return route.fulfill(answer({ status: 'cancelling' }));
    });
    await at.page.goto(`${REBALANCE}&job=far`);
    await said(at.page, '50 of 200 records have moved.');
    await said(at.page, '100 of 200 records have moved.');
    expect(await at.page.getByRole('progressbar', { name: 'Records moved' }).getAttribute('aria-valuenow')).toBe('50');
    await at.page.getByRole('button', { name: 'Stop' }).click();
    await said(at.page, 'Stopped: 100 of 200 records have moved');
    await at.page.getByRole('button', { name: 'Undo' }).waitFor();
    await at.page.unrouteAll();
  });

  it('says what is missing before it plans', async () => {
    await at.page.goto(REBALANCE);
    await at.page.getByRole('radio', { name: 'All to one member' }).click();
    await at.page.getByRole('button', { name: 'Preview' }).click();
    for (const text of ['Choose whose book.', 'Choose a member.']) await said(at.page, text);
  });

  it('is looked at and not carried out by a director', async () => {
    const page = await signIn(at.browser, at.site, 'dora@roster.test');
    await page.goto(REBALANCE);
    const latest = page.getByRole('table', { name: 'Latest rebalances' });
    await latest.waitFor();
    expect(await page.getByRole('button', { name: 'Preview' }).count()).toBe(0);
    await latest.getByRole('link').first().click();
    await movesTable(page).waitFor();
    for (const name of ['Undo', /^Move/]) expect(await page.getByRole('button', { name }).count()).toBe(0);
    await page.context().close();
  });

  it('says so when the jobs cannot be loaded', async () => {
    await at.page.route((url) => url.pathname === '/roster/rebalance', (route) => route.fulfill({ status: 500, json: { data: null, error: { status: 500, name: 'InternalServerError', message: 'no' } } }));
    await at.page.goto(REBALANCE);
    await said(at.page, 'This could not be loaded.');
    await at.page.unrouteAll();
  });
});
