import type { Locator, Page } from 'playwright-core';

import { CUSTOMER, roster } from '../support/roster';
import { worldOf, type World } from '../support/world';
import { said } from './looking';
import { signIn, usePanel } from './panel';

const LIST = `/admin/content-manager/collection-types/${CUSTOMER}`;

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Change owner' });
const picker = (page: Page): Locator => dialogOf(page).getByRole('combobox', { name: 'Owner' });
const rowOf = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name });
const recordMenu = (page: Page): Locator => page.getByRole('button', { name: 'More actions' }).first();
const access = (page: Page): Locator => page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: 'Access' }) });

/** Waits until the field says who is chosen. */
const isChosen = async (page: Page, text: string): Promise<void> => {
  await picker(page).waitFor();
  await page.waitForFunction(([name]) => [...document.querySelectorAll('[role=dialog] input')].some((input) => (input as HTMLInputElement).value === name), [text]);
};

/** Presses Tab until the keyboard is there, as somebody without a mouse does. */
const tabTo = async (page: Page, target: Locator, most = 60): Promise<void> => {
  for (let presses = 0; presses <= most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not get there.');
};

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

/** Goes down an open menu to an item, and takes it. */
const takeItem = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('menuitem', { name: item }).waitFor();
  for (let before = await focused(page); before !== item; before = await focused(page)) {
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction((text) => document.activeElement?.textContent !== text, before);
  }
  await page.keyboard.press('Enter');
};

describe('Change owner in the Content Manager', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 24 });
  let world: World;

  beforeAll(async () => {
    world = await worldOf(at.site.strapi);
  });

  const idOf = (name: string) => world.customers[name] as string;
  const ownerOf = async (name: string) => (await roster(at.site.strapi, 'books').ownership(CUSTOMER, idOf(name))).owner;
  const openRecord = async (page: Page, name: string): Promise<void> => {
    await page.goto(`${LIST}/${idOf(name)}`);
    await access(page).waitFor();
  };
  const openList = async (page: Page, query = ''): Promise<void> => {
    await page.goto(`${LIST}${query}`);
    await page.getByText(/entries? found/).waitFor();
    await rowOf(page, 'Acme Robotics').getByText('Acme Robotics').waitFor();
  };

  /** Finds somebody by typing, and saves; all of it by the keyboard. */
  const choose = async (page: Page, name: string): Promise<void> => {
    await picker(page).waitFor();
    // From the first field to the last and round again: the keyboard stays in the dialog.
    await tabTo(page, picker(page), 6);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(name);
    // Typing goes to whoever is called so.
    await page.waitForFunction((text) => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.textContent?.startsWith(text), name);
    await page.keyboard.press('Enter');
    await tabTo(page, dialogOf(page).getByRole('button', { name: 'Save' }), 6);
    await tabTo(page, picker(page), 6);
    await tabTo(page, dialogOf(page).getByRole('button', { name: 'Save' }), 6);
    await page.keyboard.press('Enter');
  };

  it('[A042:browser] on a record, by the mouse: ••• → Change owner → a CSM; the panel and the history show it', async () => {
    await openRecord(at.page, 'Acme Robotics');
    await access(at.page).getByText('Carla Mendes').waitFor();
    await recordMenu(at.page).click();
    await at.page.getByRole('menuitem', { name: 'Change owner' }).click();
    await isChosen(at.page, 'Carla Mendes (carla@roster.test)');
    expect(await dialogOf(at.page).getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await picker(at.page).click();
    const options = await at.page.getByRole('option').allInnerTexts();
    expect(options.map((text) => text.split('\n')[0])).toEqual(['Nobody', 'Carla Mendes', 'Chen Wei', 'Cleo Dubois', 'Colin Murphy', 'Cora Vega', 'Cyrus Prado']);
    expect(options[3]).toMatch(/cleo@roster\.test · \d+ records/);
    await at.page.getByRole('option', { name: 'Cleo Dubois' }).click();
    await dialogOf(at.page).getByRole('button', { name: 'Save' }).click();
    await said(at.page, 'Cleo Dubois owns it now.');
    await access(at.page).getByText('Cleo Dubois').waitFor();
    expect(await ownerOf('Acme Robotics')).toBe(world.members['cleo']);

    await access(at.page).getByRole('button', { name: 'Owner history' }).click();
    const latest = at.page.getByRole('dialog', { name: 'Owner history' }).getByRole('listitem').first();
    await latest.waitFor();
    expect((await latest.innerText()).replace(/\s+/g, ' ')).toMatch(/^Carla Mendes → to Cleo Dubois By hand · Ana Ruiz \w+ \d+, \d{4}/);
    await at.page.keyboard.press('Escape');
  });

  it('[A042:browser] on a record, by the keyboard alone', async () => {
    await openRecord(at.page, 'Acme Robotics');
    await recordMenu(at.page).waitFor();
    await tabTo(at.page, recordMenu(at.page));
    await at.page.keyboard.press('Enter');
    await takeItem(at.page, 'Change owner');
    await choose(at.page, 'Carla');
    await said(at.page, 'Carla Mendes owns it now.');
    await access(at.page).getByText('Carla Mendes').waitFor();
    expect(await ownerOf('Acme Robotics')).toBe(world.members['carla']);
  });

  it('[A042:browser] in a row of the list, by the mouse and by the keyboard: the column shows it', async () => {
    await openList(at.page);
    const row = rowOf(at.page, 'Acme Robotics');
    await row.getByRole('button', { name: 'Row actions' }).click();
    await at.page.getByRole('menuitem', { name: 'Change owner' }).click();
    await picker(at.page).click();
    await at.page.getByRole('option', { name: 'Nobody' }).click();
    await dialogOf(at.page).getByRole('button', { name: 'Save' }).click();
    await said(at.page, 'Nobody owns it now.');
    await row.getByText('Carla Mendes').waitFor({ state: 'detached' });
    expect(await ownerOf('Acme Robotics')).toBeNull();

    // The host draws the rows anew when they come again, and their buttons can't be pressed until it knows its actions.
    const actions = row.getByRole('button', { name: 'Row actions', disabled: false });
    await actions.waitFor();
    await actions.focus();
    await at.page.keyboard.press('Enter');
    await takeItem(at.page, 'Change owner');
    await choose(at.page, 'Carla');
    await said(at.page, 'Carla Mendes owns it now.');
    await row.getByText('Carla Mendes').waitFor();
    expect(new URL(at.page.url()).pathname).toBe(LIST);
  });

  it('[A042:browser] of a selection: all of them, or none, and then it says which one was in the way', async () => {
    const names = ['Alder Analytics', 'Amber Apparel'];
    await openList(at.page);
    for (const name of names) await rowOf(at.page, name).getByRole('checkbox').click();
    await at.page.getByRole('button', { name: 'Change owner' }).click();
    await said(at.page, '2 records get the same owner');
    expect(await picker(at.page).inputValue()).toBe('');
    await choose(at.page, 'Cyrus');
    await said(at.page, '2 records belong to Cyrus Prado now.');
    for (const name of names) {
      await rowOf(at.page, name).getByText('Cyrus Prado').waitFor();
      expect(await ownerOf(name)).toBe(world.members['cyrus']);
    }
    expect(await at.page.getByText(/entries selected/).count()).toBe(0);

    for (const name of names) await rowOf(at.page, name).getByRole('checkbox').click();
    await at.page.getByRole('button', { name: 'Change owner' }).click();
    await isChosen(at.page, 'Cyrus Prado (cyrus@roster.test)');
    await at.site.strapi.documents(CUSTOMER as never).delete({ documentId: idOf('Amber Apparel'), locale: '*' } as never);
    await choose(at.page, 'Cora');
    await said(at.page, 'Amber Apparel: It is not there any more.');
    expect(await ownerOf('Alder Analytics')).toBe(world.members['cyrus']);
    await dialogOf(at.page).getByRole('button', { name: 'Cancel' }).click();
  });

  it.each(['carla', 'dora', 'vera'])('[A042:browser] %s sees the owner and has no such action', async (key) => {
    const page = await signIn(at.browser, at.site, `${key}@roster.test`);
    await openRecord(page, 'Acme Robotics');
    await access(page).getByText('Carla Mendes').waitFor();
    // Whoever owns it may share it, and no more.
    expect(await access(page).getByRole('button').allInnerTexts()).toEqual(key === 'carla' ? ['Share', 'Owner history'] : ['Owner history']);
    await recordMenu(page).click();
    await page.getByText('Copy document ID').waitFor();
    expect(await page.getByRole('menuitem', { name: 'Change owner' }).count()).toBe(0);

    await openList(page);
    const row = rowOf(page, 'Acme Robotics');
    await row.getByText('Carla Mendes').waitFor();
    await row.getByRole('button', { name: 'Row actions' }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).waitFor();
    expect(await page.getByRole('menuitem', { name: 'Change owner' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await row.getByRole('checkbox').click();
    await page.getByText(/1 (entry|row) selected/).waitFor();
    expect(await page.getByRole('button', { name: 'Change owner' }).count()).toBe(0);
    await page.context().close();
  });

  it('types without owners have no such action, no column and no filter', async () => {
    await at.page.goto('/admin/content-manager/collection-types/api::tag.tag');
    await at.page.getByRole('button', { name: 'Row actions' }).first().click();
    await at.page.getByRole('menuitem', { name: 'Edit' }).waitFor();
    expect(await at.page.getByRole('menuitem', { name: 'Change owner' }).count()).toBe(0);
    await at.page.keyboard.press('Escape');
    expect(await at.page.getByRole('columnheader', { name: 'Owner' }).count()).toBe(0);
    expect(await at.page.getByRole('combobox', { name: 'Filter by owner' }).count()).toBe(0);
  });

  it('says so when those who may own cannot be loaded, and lets one try again', async () => {
    await openRecord(at.page, 'Acme Robotics');
    const isCandidates = (url: URL) => url.pathname === '/roster/candidates';
    await at.page.route(isCandidates, (route) => route.fulfill({ status: 500, json: { data: null, error: { status: 500, name: 'InternalServerError', message: 'no' } } }));
    await recordMenu(at.page).click();
    await at.page.getByRole('menuitem', { name: 'Change owner' }).click();
    await said(at.page, 'This could not be loaded.');
    await at.page.unroute(isCandidates);
    await dialogOf(at.page).getByRole('button', { name: 'Try again' }).click();
    await picker(at.page).waitFor();
  });
});
