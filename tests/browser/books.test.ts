import type { Locator, Page } from 'playwright-core';

import { CUSTOMER, roster } from '../support/roster';
import { worldOf, type World } from '../support/world';
import { said } from './looking';
import { addressOf, signIn, usePanel } from './panel';

const BOOKS = `${addressOf('Team')}?tab=books`;

const booksTable = (page: Page): Locator => page.getByRole('table', { name: 'Books: Customer' });
const rowOf = (within: Locator, name: string): Locator => within.getByRole('row').filter({ has: within.page().getByRole('rowheader', { name }) });
const openBooks = async (page: Page): Promise<void> => {
  await page.goto(BOOKS);
  await booksTable(page).waitFor();
};
const cellsOf = (page: Page, name: string): Promise<string[]> => rowOf(booksTable(page), name).getByRole('cell').allInnerTexts();
const inEnglish = (value: number): string => value.toLocaleString('en');

describe('the books on the Team page', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 24 });
  let world: World;
  beforeAll(async () => {
    world = await worldOf(at.site.strapi);
  });

  const owned = (key: string) => world.plan.filter(({ owner }) => owner === key);
  const helped = (key: string) => world.plan.filter(({ coOwners }) => coOwners.includes(key));
  const arrOf = async (names: readonly string[]): Promise<number> => {
    const rows = (await at.site.strapi.documents(CUSTOMER).findMany({ filters: { name: { $in: [...names] } }, limit: 100 } as never)) as unknown as { arr: string | number | null }[];
    return rows.reduce((sum, { arr }) => sum + Number(arr ?? 0), 0);
  };

  it('[A097:browser] show for each member how many records, what they are worth, and a bar beside those of the others', async () => {
    await openBooks(at.page);
    const [count, help, worth, capacity, weight, away] = await cellsOf(at.page, 'Carla Mendes');
    expect([count, help, capacity, weight, away]).toEqual([String(owned('carla').length), String(helped('carla').length), 'No limit', '1', 'No']);
    expect(worth).toBe(inEnglish(await arrOf(owned('carla').map(({ name }) => name))));
    const chart = at.page.getByRole('img', { name: /^Bar chart\./ });
    expect(await chart.getAttribute('aria-label')).toContain(`The average is`);
    await at.page.getByRole('combobox', { name: 'Measure' }).click();
    await at.page.getByRole('option', { name: 'By arr' }).click();
    await chart.getByText(worth ?? '?', { exact: true }).waitFor({ state: 'attached' });
  });

  it('say how much a member takes, and let it be changed', async () => {
    await openBooks(at.page);
    await at.page.getByRole('button', { name: 'Availability of Chen Wei' }).click();
    const form = at.page.getByRole('dialog', { name: 'Availability of Chen Wei' });
    await form.getByRole('textbox', { name: 'Weight' }).fill('');
    await form.getByLabel('Away from').fill('2026-01-05T09:00');
    await form.getByLabel('Away until').fill('2026-01-04T09:00');
    await form.getByRole('button', { name: 'Save' }).click();
    for (const text of ['Give a whole number from 0 to 1,000.', 'The end must come after the start.']) await form.getByText(text).waitFor();
    await form.getByRole('textbox', { name: 'Weight' }).fill('3');
    await form.getByRole('textbox', { name: 'Capacity' }).fill('2');
    await form.getByLabel('Away until').fill('2126-01-04T09:00');
    await form.getByRole('button', { name: 'Save' }).click();
    await said(at.page, 'The availability of Chen Wei has changed.');
    await rowOf(booksTable(at.page), 'Chen Wei').getByText(/Until Jan 4, 2126/).waitFor();
    const cells = await cellsOf(at.page, 'Chen Wei');
    expect([cells[3]?.split('\n'), cells[4]]).toEqual([['2', 'Full'], '3']);
  });

  it('[A056:browser] lead to the records that nobody owns, each to be opened, and to be given to somebody', async () => {
    const record = world.customers['Acme Robotics'] ?? '';
    await (await at.site.as('ana@roster.test')).put(`/api/roster/records/${CUSTOMER}/${record}/owner`).send({ data: { owner: null } }).expect(200);
    await openBooks(at.page);
    const unassigned = [...world.plan.filter(({ owner }) => owner === null).map(({ name }) => name), 'Acme Robotics'];
    await at.page.getByRole('link', { name: new RegExp(`^${unassigned.length}\\s*Unassigned`) }).click();
    const list = at.page.getByRole('table', { name: 'Unassigned' });
    const link = list.getByRole('link', { name: 'Acme Robotics' });
    await link.waitFor();
    expect(await list.getByRole('rowheader').allInnerTexts()).toEqual(expect.arrayContaining(unassigned));
    expect(await list.getByRole('rowheader').count()).toBe(unassigned.length);
    await list.getByRole('checkbox', { name: 'Choose Acme Robotics' }).click();
    await at.page.getByRole('link', { name: 'Rebalance one' }).click();
    await at.page.getByRole('button', { name: 'Remove Acme Robotics' }).waitFor();
    expect(await at.page.getByRole('radio', { name: 'Records that I choose' }).isChecked()).toBe(true);
    await at.page.goBack();
    await link.click();
    await at.page.getByRole('heading', { name: 'Acme Robotics' }).waitFor();
    expect(new URL(at.page.url()).pathname).toBe(`/admin/content-manager/collection-types/${CUSTOMER}/${record}`);
    await (await at.site.as('ana@roster.test')).put(`/api/roster/records/${CUSTOMER}/${record}/owner`).send({ data: { owner: world.members['carla'] } }).expect(200);
  });

  it('[A099:browser] show the records of somebody who is gone as in limbo, until he is back', async () => {
    const members = roster(at.site.strapi, 'members');
    await members.deactivate(world.members['cleo'] ?? '');
    await openBooks(at.page);
    await rowOf(booksTable(at.page), 'Cleo Dubois (Deactivated)').getByText('May not own records').waitFor();
    await at.page.getByRole('link', { name: new RegExp(`^${owned('cleo').length}\\s*In limbo`) }).click();
    const list = at.page.getByRole('table', { name: 'In limbo' });
    await list.waitFor();
    expect((await list.getByRole('rowheader').allInnerTexts()).sort()).toEqual(owned('cleo').map(({ name }) => name).sort());
    expect(await list.getByText('Cleo Dubois (Deactivated)').count()).toBe(owned('cleo').length);
    await members.reactivate(world.members['cleo'] ?? '');
    await at.page.reload();
    await said(at.page, 'There are none.');
    await at.page.getByRole('link', { name: 'Back to the books' }).first().click();
    await booksTable(at.page).waitFor();
  });

  it('are read and not changed by a director', async () => {
    const page = await signIn(at.browser, at.site, 'dora@roster.test');
    await openBooks(page);
    expect((await cellsOf(page, 'Carla Mendes'))[0]).toBe(String(owned('carla').length));
    expect(await booksTable(page).getByRole('button').count()).toBe(0);
    expect(await booksTable(page).getByRole('link').count()).toBe(0);
    await page.context().close();
  });

  it('say so when they cannot be loaded, and when no type has owners', async () => {
    const error = { status: 500, json: { data: null, error: { status: 500, name: 'InternalServerError', message: 'no' } } };
    await at.page.route((url) => url.pathname === '/roster/books', (route) => route.fulfill(error));
    await at.page.goto(BOOKS);
    await said(at.page, 'This could not be loaded.');
    await at.page.route((url) => url.pathname === '/roster/rules/types', (route) => route.fulfill({ json: { data: [] } }));
    await at.page.goto(BOOKS);
    await said(at.page, 'No content type has owners yet.');
    await at.page.unrouteAll();
  });
});
