import type { Browser } from 'playwright-core';

import { launchBrowser } from '../support/browser';
import { openSite, type Site } from '../support/site';

describe('the panel of a production build', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    site = await openSite({ db: 'sqlite', customers: 20, panel: true });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it('asks who is there', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/admin`);
    await page.getByLabel(/email/i).waitFor();
    expect(new URL(page.url()).pathname).toBe('/admin/auth/login');
  });
});
