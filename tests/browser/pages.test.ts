import type { Page } from 'playwright-core';
import type TestAgent from 'supertest/lib/agent';

import { STANDARD_ROLE_SEEDS } from '../../contracts/standard-roles';
import { PAGES, SUPER_ADMIN, addressOf, createEditor, createUserWithRights, signIn, type PageName, usePanel } from './panel';

const NAMES = Object.keys(PAGES) as PageName[];
const ROUTES = { Team: '/roster/matrix', Security: '/roster/bindings', Audit: '/roster/audit' } as const;
const NO_RIGHT = /don't have the permissions/i;

const menu = (page: Page, name: PageName) => page.getByRole('navigation').getByRole('link', { name, exact: true });

/** The menu comes after the user's permissions have: Settings is there for everybody. */
const menuOf = async (page: Page): Promise<PageName[]> => {
  await page.getByRole('navigation').getByRole('link', { name: 'Settings', exact: true }).waitFor();
  const there = await Promise.all(NAMES.map(async (name) => ((await menu(page, name).count()) > 0 ? name : [])));
  return there.flat();
};

const statusesOf = async (agent: TestAgent) =>
  Object.fromEntries(await Promise.all(NAMES.map(async (name) => [name, (await agent.get(ROUTES[name])).status] as const)));

describe('the pages of the panel', () => {
  const at = usePanel({ who: null });

  it('[A027] the Super Admin has Team, Security and Audit in the menu, in this order, and each opens', async () => {
    const page = await signIn(at.browser, at.site, SUPER_ADMIN);
    expect(await menuOf(page)).toEqual(NAMES);
    const labels = await page.getByRole('navigation').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
    expect(labels.filter((label) => NAMES.includes(label as PageName))).toEqual(NAMES);
    for (const name of NAMES) {
      await menu(page, name).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.getByRole('table').waitFor();
      expect(await page.title()).toBe(`${name} | Strapi`);
      expect(new URL(page.url()).pathname).toBe(addressOf(name));
    }
    expect(await statusesOf(await at.site.asAdmin(SUPER_ADMIN))).toEqual({ Team: 200, Security: 200, Audit: 200 });
    await page.context().close();
  });

  it('[A027][A024:panel] an Editor has no menu item, no page and no data', async () => {
    const email = await createEditor(at.site.strapi);
    const page = await signIn(at.browser, at.site, email);
    expect(await menuOf(page)).toEqual([]);
    for (const name of NAMES) {
      await page.goto(addressOf(name));
      await page.getByText(NO_RIGHT).waitFor();
      expect(await page.getByRole('table').count()).toBe(0);
    }
    expect(await statusesOf(await at.site.asAdmin(email))).toEqual({ Team: 403, Security: 403, Audit: 403 });
    await page.context().close();
  });

  it.each(NAMES)('[A027] the right on %s opens that page and no other', async (name) => {
    const { email } = await createUserWithRights(at.site.strapi, `only-${PAGES[name]}`, [`plugin::roster.${PAGES[name]}.read`]);
    const page = await signIn(at.browser, at.site, email);
    expect(await menuOf(page)).toEqual([name]);
    await menu(page, name).click();
    await page.getByRole('table').waitFor();
    for (const other of NAMES.filter((one) => one !== name)) {
      await page.goto(addressOf(other));
      await page.getByText(NO_RIGHT).waitFor();
    }
    const expected = Object.fromEntries(NAMES.map((one) => [one, one === name ? 200 : 403]));
    expect(await statusesOf(await at.site.asAdmin(email))).toEqual(expected);
    await page.context().close();
  });

  it('[A027] a right that is withdrawn closes the route at the next request', async () => {
    const { email, role } = await createUserWithRights(at.site.strapi, 'fleeting', ['plugin::roster.audit.read']);
    const agent = await at.site.asAdmin(email);
    await agent.get('/roster/audit').expect(200);
    await (at.site.strapi.service('admin::role') as { assignPermissions(id: number, permissions: object[]): Promise<void> }).assignPermissions(role, []);
    await agent.get('/roster/audit').expect(403);
  });

  it('[A027] neither nobody nor a user of the content API gets at the routes of the panel', async () => {
    for (const agent of [at.site.http, await at.site.as('ana@roster.test')]) expect(await statusesOf(agent)).toEqual({ Team: 401, Security: 401, Audit: 401 });
  });

  it('[A002:panel] Team says of each standard role for whom it is, that it is standard, and who may own records', async () => {
    const page = await signIn(at.browser, at.site, SUPER_ADMIN);
    await page.goto(`${addressOf('Team')}?tab=roles`);
    const table = page.getByRole('table', { name: 'Roles of the team' });
    await table.waitFor();
    for (const [key, { label, description, mayOwn }] of Object.entries(STANDARD_ROLE_SEEDS)) {
      const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: key }) });
      const cells = await row.getByRole('cell').allInnerTexts();
      expect([label.en, cells[0], cells[1]?.toLowerCase(), cells[3]]).toEqual([label.en, description.en, 'standard', mayOwn ? 'Yes' : 'No']);
      expect([key, await row.getByText('Permissions are locked').count()]).toEqual([key, key === 'admin' ? 1 : 0]);
    }
    await page.context().close();
  });
});
