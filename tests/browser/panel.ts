import type { Core } from '@strapi/strapi';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { launchBrowser } from '../support/browser';
import { outer } from '../support/outer';
import { PASSWORD, createPanelUser } from '../support/people';
import { openSite, type Site, type SiteOptions } from '../support/site';

const people = outer.require('./src/seed/people') as { superAdmin: { email: string } };

export const SUPER_ADMIN = people.superAdmin.email;

export const PAGES = { Team: 'team', Security: 'security', Audit: 'audit' } as const;
export type PageName = keyof typeof PAGES;

export const addressOf = (name: PageName) => `/admin/plugins/roster/${PAGES[name]}`;

export interface PanelOptions {
  theme?: 'light' | 'dark';
  locale?: string;
}

/** A window of the panel, signed in by its form. Close its context when done. */
export const signIn = async (browser: Browser, site: Site, email: string, { theme = 'light', locale = 'en' }: PanelOptions = {}): Promise<Page> => {
  const context: BrowserContext = await browser.newContext({ baseURL: site.url, viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await context.addInitScript(
    ([key, language]) => {
      window.localStorage.setItem('STRAPI_THEME', key);
      window.localStorage.setItem('strapi-admin-language', language);
    },
    [theme, locale] as const,
  );
  const page = await context.newPage();
  await page.goto('/admin/auth/login');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  return page;
};

export const openPage = async (page: Page, name: PageName): Promise<void> => {
  await page.goto(addressOf(name));
  await page.getByRole('heading', { level: 1, name }).waitFor();
};

interface Roles {
  create(values: object): Promise<{ id: number }>;
  assignPermissions(role: number, permissions: object[]): Promise<unknown>;
}

/** An administrator with the host's own role Editor: editor@roster.test. */
export const createEditor = async (strapi: Core.Strapi): Promise<string> => (await createPanelUser(strapi, 'editor', 'strapi-editor')).email;

/** An administrator whose only role has these permissions and no others. */
export const createUserWithRights = async (strapi: Core.Strapi, name: string, actions: readonly string[]): Promise<{ email: string; role: number }> => {
  const roles = strapi.service('admin::role') as unknown as Roles;
  const { id: role } = await roles.create({ name, description: `May ${actions.join(', ')}` });
  await roles.assignPermissions(role, actions.map((action) => ({ action, subject: null })));
  const { id, email } = await createPanelUser(strapi, name);
  await strapi.db.query('admin::user').update({ where: { id }, data: { roles: [role] } as never });
  return { email, role };
};

interface Opened {
  site: Site;
  browser: Browser;
  /** A window of whoever the suite is about. */
  page: Page;
}

interface SuiteOptions extends PanelOptions, Pick<SiteOptions, 'customers' | 'configOverride'> {
  /** Whose window `page` is; null for none. */
  who?: string | null;
}

/** A running site with its panel, and a browser in which somebody is signed in, for the tests of a suite. */
export const usePanel = ({ who = SUPER_ADMIN, customers = 20, configOverride, ...options }: SuiteOptions = {}): Opened => {
  const opened = {} as Opened;
  beforeAll(async () => {
    opened.site = await openSite({ db: 'sqlite', customers, panel: true, ...(configOverride && { configOverride }) });
    opened.browser = await launchBrowser();
    if (who !== null) opened.page = await signIn(opened.browser, opened.site, who, options);
  });
  afterAll(async () => {
    await opened.browser.close();
    await opened.site.close();
  });
  return opened;
};
