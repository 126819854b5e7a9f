import type { Browser, Page } from 'playwright-core';

import { launchBrowser } from '../support/browser';
import { openSite, type Site } from '../support/site';
import { violationsOf } from './axe';
import { SUPER_ADMIN, addressOf, signIn } from './panel';

const VIEWS = {
  'the roles': addressOf('Team'),
  'the permissions of a role': `${addressOf('Team')}?tab=permissions&role=csm`,
  'roles compared': `${addressOf('Team')}?tab=permissions&role=director&role=viewer`,
  Security: addressOf('Security'),
  Audit: addressOf('Audit'),
};

describe.each(['light', 'dark'] as const)('WCAG 2.2 AA, %s', (theme) => {
  let site: Site;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site = await openSite({ db: 'sqlite', customers: 20, panel: true });
    browser = await launchBrowser();
    page = await signIn(browser, site, SUPER_ADMIN, { theme });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it.each(Object.entries(VIEWS))('holds on %s', async (_view, address) => {
    await page.goto(address);
    await page.getByRole('table').waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('holds where no role is chosen', async () => {
    await page.goto(`${addressOf('Team')}?tab=permissions&role=`);
    await page.getByText('Choose a role').waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('holds where the server fails', async () => {
    await page.route((url) => url.pathname.startsWith('/roster/'), (route) => route.fulfill({ status: 500, json: {} }));
    await page.goto(addressOf('Audit'));
    await page.getByText('This could not be loaded.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('is shown in the theme that was asked for', async () => {
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).toBe(theme === 'dark' ? 'rgb(24, 24, 38)' : 'rgb(246, 246, 249)');
  });
});
