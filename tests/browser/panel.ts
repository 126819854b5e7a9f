import type { Core } from '@strapi/strapi';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { outer } from '../support/outer';
import type { Site } from '../support/site';

const people = outer.require('./src/seed/people') as { PASSWORD: string; superAdmin: { email: string } };

const PASSWORD = people.PASSWORD;
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

interface AdminServices {
  role: { create(values: object): Promise<{ id: number }>; assignPermissions(role: number, permissions: object[]): Promise<unknown> };
  user: { create(values: object): Promise<unknown> };
}

const admin = <Name extends keyof AdminServices>(strapi: Core.Strapi, name: Name) => strapi.service(`admin::${name}`) as AdminServices[Name];

const createUser = (strapi: Core.Strapi, name: string, role: number) =>
  admin(strapi, 'user').create({ firstname: name, email: `${name}@roster.test`, password: PASSWORD, isActive: true, roles: [role] });

/** An administrator with the host's own role Editor: editor@roster.test. */
export const createEditor = async (strapi: Core.Strapi): Promise<string> => {
  const role = (await strapi.db.query('admin::role').findOne({ where: { code: 'strapi-editor' } })) as { id: number };
  await createUser(strapi, 'editor', role.id);
  return 'editor@roster.test';
};

/** An administrator whose only role has these permissions and no others. */
export const createPanelUser = async (strapi: Core.Strapi, name: string, actions: readonly string[]): Promise<{ email: string; role: number }> => {
  const { id: role } = await admin(strapi, 'role').create({ name, description: `May ${actions.join(', ')}` });
  await admin(strapi, 'role').assignPermissions(role, actions.map((action) => ({ action, subject: null })));
  await createUser(strapi, name, role);
  return { email: `${name}@roster.test`, role };
};
