import type { Locator, Page } from 'playwright-core';

import { worldOf } from '../support/world';
import { said } from './looking';
import { addressOf, openPage, signIn, usePanel } from './panel';

const TERRITORIES = `${addressOf('Team')}?tab=territories`;

const territories = (page: Page): Locator => page.getByRole('table', { name: 'Territories' });
const rowOf = (page: Page, name: string): Locator => territories(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
const open = async (page: Page): Promise<void> => {
  await page.goto(TERRITORIES);
  await territories(page).waitFor();
};

describe('the territories on the Team page', () => {
  const at = usePanel({ who: 'ana@roster.test' });

  const kept = async () => (await (await at.site.as('ana@roster.test')).get('/api/roster/territories').expect(200)).body.data as unknown;
  const seeded = [{ key: 'latam', name: 'Latin America', members: 2 }, { key: 'north', name: 'North', members: 2 }, { key: 'south', name: 'South', members: 2 }];

  it('are added, renamed and deleted; one that members have is not', async () => {
    await open(at.page);
    await at.page.getByRole('button', { name: 'Add territory' }).click();
    const form = at.page.getByRole('dialog', { name: 'Add territory' });
    await form.getByRole('button', { name: 'Save' }).click();
    for (const text of ['Give a name.', 'Give a key.']) await form.getByText(text).waitFor();
    await form.getByRole('textbox', { name: 'Name' }).fill('Isles');
    await form.getByRole('textbox', { name: 'Key' }).fill('north');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('There is a territory with this key already.').waitFor();
    await form.getByRole('textbox', { name: 'Key' }).fill('Îles / 1');
    await form.getByRole('button', { name: 'Save' }).click();
    await rowOf(at.page, 'Isles').getByText('Îles / 1').waitFor();
    await at.page.getByRole('button', { name: 'Rename Isles' }).click();
    await at.page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('All isles');
    await at.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await rowOf(at.page, 'All isles').waitFor();
    expect(await kept()).toEqual([{ key: 'Îles / 1', name: 'All isles', members: 0 }, ...seeded]);
    await at.page.getByRole('button', { name: 'Delete All isles' }).click();
    await at.page.getByRole('button', { name: 'Confirm' }).click();
    await said(at.page, 'All isles is deleted.');
    expect(await kept()).toEqual(seeded);
    expect(await rowOf(at.page, 'North').getByRole('button', { name: 'North is not deleted while 2 members have it' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('are given to a member from his row', async () => {
    const world = await worldOf(at.site.strapi);
    await openPage(at.page, 'Team');
    await at.page.getByRole('button', { name: 'Actions for Carla Mendes' }).click();
    await at.page.getByRole('menuitem', { name: 'Territories' }).click();
    const form = at.page.getByRole('dialog', { name: 'Territories of Carla Mendes' });
    const choice = form.getByRole('combobox', { name: 'Territories' });
    await choice.getByText('North').waitFor();
    const isFocused = () => choice.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 4 && !(await isFocused()); presses += 1) await at.page.keyboard.press('Tab');
    expect(await isFocused()).toBe(true);
    await at.page.keyboard.press('Enter');
    await at.page.getByRole('option', { name: 'South' }).click();
    await at.page.keyboard.press('Escape');
    await form.getByRole('button', { name: 'Save' }).click();
    await said(at.page, 'The territories of Carla Mendes have changed.');
    const { body } = await (await at.site.as('ana@roster.test')).get('/api/roster/members?search=carla').expect(200);
    expect(body.data).toEqual([expect.objectContaining({ documentId: world.members['carla'], territories: ['north', 'south'] })]);
    await open(at.page);
    expect(await rowOf(at.page, 'South').getByRole('cell').allInnerTexts()).toEqual(expect.arrayContaining(['south', '3']));
  });

  it('are read and not changed by a director', async () => {
    const page = await signIn(at.browser, at.site, 'dora@roster.test');
    await open(page);
    expect(await territories(page).getByRole('rowheader').allInnerTexts()).toEqual(['Latin America', 'North', 'South']);
    expect(await territories(page).getByRole('button').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Add territory' }).count()).toBe(0);
    await page.context().close();
  });

  it('say so when there are none, and when they cannot be loaded', async () => {
    const isTerritories = (url: URL) => url.pathname === '/roster/territories';
    await at.page.route(isTerritories, (route) => route.fulfill({ json: { data: [] } }));
    await at.page.goto(TERRITORIES);
    await said(at.page, 'There are no territories yet.');
    await at.page.unrouteAll();
    await at.page.route(isTerritories, (route) => route.fulfill({ status: 500, json: { data: null, error: { status: 500, name: 'InternalServerError', message: 'no' } } }));
    await at.page.goto(TERRITORIES);
    await said(at.page, 'This could not be loaded.');
    await at.page.unrouteAll();
  });
});
