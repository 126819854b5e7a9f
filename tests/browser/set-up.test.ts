import type { Browser, Page } from 'playwright-core';

import { STEPS } from '../../admin/src/features/set-up/steps';
import { launchBrowser } from '../support/browser';
import { CUSTOMER, table } from '../support/roster';
import type { Site } from '../support/site';
import { openUnguarded } from '../support/stock';
import { worldOf, type World } from '../support/world';
import { violationsOf } from './axe';
import { said, shoot } from './looking';
import { SUPER_ADMIN, signIn } from './panel';

/** People who use the site before it has a team. */
const CROWD = 200;
const SET_UP = '/admin/plugins/roster/set-up';

const addCrowd = async ({ strapi }: Site): Promise<void> => {
  const { id: role } = (await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } })) as { id: number };
  for (let nth = 0; nth < CROWD; nth += 1) await strapi.db.query('plugin::users-permissions.user').create({ data: { username: `crowd${nth}`, email: `crowd${nth}@site.test`, provider: 'local', confirmed: true, role } });
};

/** Who looks after whom, as the site has kept it so far: in a relation to its users. */
const noteManagers = async ({ strapi }: Site, world: World): Promise<void> => {
  for (const { documentId, owner } of world.plan) {
    if (owner === null) continue;
    const user = (await strapi.db.query('plugin::users-permissions.user').findOne({ where: { email: `${owner}@roster.test` } })) as { id: number };
    for (const row of (await strapi.db.query(CUSTOMER).findMany({ where: { documentId } })) as { id: number }[]) await strapi.db.query(CUSTOMER).update({ where: { id: row.id }, data: { accountManager: user.id } as never });
  }
};

describe('a site that is set up in the panel', () => {
  let site: Site;
  let world: World;
  let browser: Browser;
  let page: Page;

  const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
  const step = async (name: string): Promise<void> => {
    await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
  };
  const choose = async (field: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name: field, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  /** Whoever runs the site starts it again; it comes at another address. */
  const restart = async (): Promise<void> => {
    await page.context().close();
    site = await site.reopen({ env: { ROSTER: 'new' } });
    page = await signIn(browser, site, SUPER_ADMIN);
    await page.goto(SET_UP);
    await page.getByRole('heading', { level: 1, name: 'Set up' }).waitFor();
  };
  const customersOf = async (who: string): Promise<number> => (await (await site.as(`${who}@roster.test`)).get('/api/customers?pagination[pageSize]=1')).body.meta?.pagination.total;

  beforeAll(async () => {
    site = await openUnguarded({ db: 'sqlite', customers: 20, seedEnv: { ROSTER: 'off' }, panel: true });
    world = await worldOf(site.strapi);
    await addCrowd(site);
    await noteManagers(site, world);
    browser = await launchBrowser();
    site = await site.reopen({ env: { ROSTER: 'new' } });
    page = await signIn(browser, site, SUPER_ADMIN);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it('[A221:browser] begins on the Team page, with what the schema suggests', async () => {
    await page.goto('/admin/plugins/roster/team');
    await said(page, 'No content type is governed yet, so nobody is kept from anything.');
    await page.getByRole('link', { name: 'Set up' }).click();
    await page.getByRole('heading', { level: 1, name: 'Set up' }).waitFor();
    await said(page, 'Roles of the team');
    await shoot(page, 'set-up-roles');
    expect(await violationsOf(page, 'main')).toEqual([]);
    await page.getByRole('link', { name: 'Content types' }).first().click();
    await said(page, 'These are suggestions');
    expect(await page.getByRole('combobox', { name: 'What it is: Customer' }).innerText()).toBe('Record');
    await shoot(page, 'set-up-types');
    expect(await violationsOf(page, 'main')).toEqual([]);
  });

  it('[A221:browser] binds three types, and leaves the others as they are', async () => {
    const rows = page.getByRole('table', { name: 'Content types' }).locator('tbody tr');
    for (const row of await rows.all()) {
      const title = await row.locator('th span').first().innerText();
      const kind = row.getByRole('combobox', { name: `What it is: ${title}` });
      if (!['Customer', 'Note', 'Activity'].includes(title) && (await kind.innerText()) !== 'Left as it is') await choose(`What it is: ${title}`, 'Left as it is');
    }
    await press('Save');
    await said(page, /Restart it as you always do/);
    expect((await table(site.strapi, 'binding').findMany()).map(({ type }: { type?: string }) => type).sort()).toEqual(['api::activity.activity', CUSTOMER, 'api::note.note']);
    expect(await customersOf('chen')).toBe(20);
  });

  it('[A221:browser] takes in two hundred people, with how far it is', async () => {
    await step('People');
    await choose('Become: Authenticated', 'CSM');
    await choose('Become: Customer success', 'CSM');
    await page.getByRole('checkbox', { name: /^Who has the address of a member/ }).check();
    await shoot(page, 'set-up-people');
    expect(await violationsOf(page, 'main')).toEqual([]);
    await press(/^Add \d+ people$/);
    await said(page, /members were added/);
    await shoot(page, 'set-up-people-done');
    expect(await table(site.strapi, 'grant').count({ where: { source: 'adopted' } as never })).toBeGreaterThan(CROWD);
    await step('Mails and keys');
    await press('Send me a test mail');
    await said(page, /super@roster.test/);
    await shoot(page, 'set-up-checks');
    expect(await violationsOf(page, 'main')).toEqual([]);
  });

  it('[A221:browser] takes over who looks after whom, watches, and enforces', async () => {
    await restart();
    await step('Owners');
    await shoot(page, 'set-up-owners');
    await page.getByRole('link', { name: 'Take owners over: Customer' }).click();
    await choose('Field', 'accountManager (user)');
    await press('Preview');
    await press(/^Move \d+ records$/);
    await said(page, /records have moved/);
    await (await site.as('chen@roster.test')).get('/api/customers').expect(200);
    await page.goto(`${SET_UP}?step=watch`);
    await said(page, 'chen');
    await shoot(page, 'set-up-watch');
    await step('Enforce');
    await press('Enforce all');
    await said(page, /Restart it as you always do/);
    await page.getByText('Export as configuration').click();
    await said(page, "'api::note.note': { feature: 'customer_360', kind: 'detail', parent: 'customer', mode: 'enforce' },");
    await shoot(page, 'set-up-enforce');
    expect(await violationsOf(page, 'main')).toEqual([]);
    expect(await customersOf('chen')).toBe(20);
    await restart();
    expect(await customersOf('chen')).toBe(world.plan.filter(({ owner }) => owner === 'chen').length);
  });

  it('[A221:browser] in the dark and in German', async () => {
    const bruno = await signIn(browser, site, SUPER_ADMIN, { theme: 'dark', locale: 'de' });
    for (const name of STEPS) {
      await bruno.goto(`${SET_UP}?step=${name}`);
      await bruno.getByRole('heading', { level: 1, name: 'Einrichten' }).waitFor();
      await bruno.getByRole('heading', { level: 2 }).first().waitFor();
      await bruno.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
      expect([name, await violationsOf(bruno, 'main')]).toEqual([name, []]);
      await shoot(bruno, `set-up-dark-${name}`);
    }
    await bruno.context().close();
  });

  it('[A221:browser] and goes back', async () => {
    await page.goto('/admin/plugins/roster/team?tab=rebalance');
    await page.getByRole('table').getByRole('link').first().click();
    await press('Undo');
    await press('Confirm');
    await page.getByRole('link', { name: 'Takes another rebalance back' }).waitFor();
    await said(page, /records have moved/);
    await page.goto(`${SET_UP}?step=enforce`);
    await page.getByText('Take it back').click();
    await press(/^Let \d+ adopted members go$/);
    await press('Confirm');
    await said(page, 'They are no members any more.');
    await press('Unbind all types');
    await press('Confirm');
    await said(page, /Restart it as you always do/);
    await restart();
    await shoot(page, 'set-up-after');
    expect(await customersOf('chen')).toBe(20);
    expect(await table(site.strapi, 'member').count()).toBe(1);
  });
});
