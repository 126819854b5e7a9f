import type { Locator, Page } from 'playwright-core';

import { createApiUser, createPanelUser } from '../support/people';
import { table } from '../support/roster';
import { violationsOf } from './axe';
import { said, shoot } from './looking';
import { addressOf, openPage, signIn, usePanel } from './panel';

const MEMBERS = (url: URL) => url.pathname === '/roster/members';

const membersTable = (page: Page): Locator => page.getByRole('table', { name: 'Members of the team' });
const rowOf = (page: Page, name: string): Locator => membersTable(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
const namesIn = (page: Page): Promise<string[]> => membersTable(page).getByRole('rowheader').allInnerTexts().then((texts) => texts.map((text) => text.split('\n')[0] ?? ''));
const openMembers = async (page: Page): Promise<void> => {
  await openPage(page, 'Team');
  await membersTable(page).waitFor();
};

describe('the members on the Team page', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 24 });

  const statusOf = async (email: string) => ((await table(at.site.strapi, 'member').findOne({ where: { email } as never })) as { status: string }).status;
  const rolesOf = async (email: string) => {
    const { documentId } = (await table(at.site.strapi, 'member').findOne({ where: { email } as never })) as { documentId: string };
    return ((await table(at.site.strapi, 'grant').findMany({ where: { member: documentId } as never })) as { role: string }[]).map(({ role }) => role);
  };

  it('[A181:browser] are there by name, with role, status, doors and the size of the book', async () => {
    await openMembers(at.page);
    expect(await namesIn(at.page)).toEqual(['Ana Ruiz', 'Bruno Keller', 'Carla Mendes', 'Chen Wei', 'Cleo Dubois', 'Colin Murphy', 'Cora Vega', 'Cyrus Prado', 'Dora Lindqvist', 'Emil Sato', 'Vera Novak', 'Viktor Hahn']);
    const cells = await rowOf(at.page, 'Carla Mendes').getByRole('cell').allInnerTexts();
    expect([cells[2], cells[3]]).toEqual(['ACTIVE', 'Panel and API']);
    expect(Number(cells[4])).toBeGreaterThan(0);
    expect(await at.page.getByRole('combobox', { name: 'Role of Carla Mendes' }).innerText()).toBe('CSM');
  });

  it('[A181:browser] are searched and filtered, and the address keeps it', async () => {
    await openMembers(at.page);
    await at.page.getByRole('searchbox', { name: 'Search for members' }).fill('mendes');
    await at.page.keyboard.press('Enter');
    await at.page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    expect(await namesIn(at.page)).toEqual(['Carla Mendes']);
    await at.page.reload();
    await membersTable(at.page).waitFor();
    expect(await namesIn(at.page)).toEqual(['Carla Mendes']);
    await at.page.getByRole('button', { name: 'Clear' }).click();
    await at.page.getByRole('combobox', { name: 'Members with the role' }).click();
    await at.page.getByRole('option', { name: 'Viewer' }).click();
    await at.page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 2);
    expect(await namesIn(at.page)).toEqual(['Vera Novak', 'Viktor Hahn']);
    await at.page.getByRole('searchbox', { name: 'Search for members' }).fill('carla');
    await at.page.keyboard.press('Enter');
    await said(at.page, 'No member is like that.');
    await at.page.getByRole('link', { name: 'Show all members' }).click();
    await rowOf(at.page, 'Ana Ruiz').waitFor();
  });

  it('[A181:browser] come in pages', async () => {
    await at.page.goto(`${addressOf('Team')}?pageSize=5&page=2`);
    await membersTable(at.page).waitFor();
    expect(await namesIn(at.page)).toEqual(['Colin Murphy', 'Cora Vega', 'Cyrus Prado', 'Dora Lindqvist', 'Emil Sato']);
    await at.page.getByRole('link', { name: /page 3/i }).click();
    await rowOf(at.page, 'Vera Novak').waitFor();
  });

  it('are restricted to their territories or to what is shared with them, and that stands beside their role', async () => {
    await openMembers(at.page);
    const vera = await at.site.as('vera@roster.test');
    const seen = async () => ((await vera.get('/api/customers').expect(200)).body.data as unknown[]).length;
    const form = at.page.getByRole('dialog', { name: 'Restriction of Vera Novak' });
    const restrict = async (to: string) => {
      await at.page.getByRole('button', { name: 'Actions for Vera Novak' }).click();
      await at.page.getByRole('menuitem', { name: 'Restriction' }).click();
      expect(await form.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
      await form.getByRole('radio', { name: to }).click();
    };
    expect(await seen()).toBeGreaterThan(0);
    await restrict('Only records of the member’s territories');
    await form.getByText('Vera Novak has no territory yet').waitFor();
    await form.getByText(/^Customer: \d+ records are hidden \(\d+ → 0\)\.$/).waitFor();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await shoot(at.page, 'restriction');
    await form.getByRole('button', { name: 'Save' }).click();
    await said(at.page, 'The restriction of Vera Novak has changed.');
    await rowOf(at.page, 'Vera Novak').getByText('Only own territories').waitFor();
    expect(await seen()).toBe(0);
    await restrict('Only records that are shared with the member, to view');
    await form.getByRole('button', { name: 'Save' }).click();
    await rowOf(at.page, 'Vera Novak').getByText('Only what is shared').waitFor();
    await restrict('Every record');
    await form.getByText(/^Customer: \d+ records open up \(0 → \d+\)\.$/).waitFor();
    await form.getByRole('button', { name: 'Save' }).click();
    await rowOf(at.page, 'Vera Novak').getByText('Only what is shared').waitFor({ state: 'detached' });
    expect(await seen()).toBeGreaterThan(0);
    await at.page.getByRole('button', { name: 'Actions for Bruno Keller' }).click();
    await at.page.getByRole('menuitem', { name: 'Territories' }).waitFor();
    // An admin may do everything.
    expect(await at.page.getByRole('menuitem', { name: 'Restriction' }).count()).toBe(0);
    await at.page.keyboard.press('Escape');
  });

  it('[A182:browser] get another role by the dropdown next to their name', async () => {
    await openMembers(at.page);
    await at.page.getByRole('combobox', { name: 'Role of Cora Vega' }).click();
    await at.page.getByRole('option', { name: 'Viewer' }).click();
    // A viewer owns nothing, and Cora has a book.
    await at.page.getByRole('alertdialog', { name: 'Make Cora Vega Viewer?' }).getByRole('button', { name: 'Confirm' }).click();
    await said(at.page, 'Cora Vega is Viewer now.');
    expect(await rolesOf('cora@roster.test')).toEqual(['viewer']);
    await at.page.reload();
    await membersTable(at.page).waitFor();
    expect(await at.page.getByRole('combobox', { name: 'Role of Cora Vega' }).innerText()).toBe('Viewer');
  });

  it('[A182:browser] get it by the keyboard alone', async () => {
    await openMembers(at.page);
    await at.page.getByRole('combobox', { name: 'Role of Cora Vega' }).focus();
    await at.page.keyboard.press('Enter');
    await at.page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'option');
    await at.page.keyboard.press('ArrowUp');
    await at.page.waitForFunction(() => document.activeElement?.textContent === 'CSM');
    await at.page.keyboard.press('Enter');
    await said(at.page, 'Cora Vega is CSM now.');
    expect(await rolesOf('cora@roster.test')).toEqual(['csm']);
  });

  it('are deactivated after a question, and let in again', async () => {
    await openMembers(at.page);
    const act = async (what: string) => {
      await at.page.getByRole('button', { name: 'Actions for Cyrus Prado' }).click();
      await at.page.getByRole('menuitem', { name: what }).click();
    };
    await act('Deactivate');
    await said(at.page, 'Deactivate Cyrus Prado?');
    await at.page.getByRole('button', { name: 'Cancel' }).click();
    expect(await statusOf('cyrus@roster.test')).toBe('active');
    await act('Deactivate');
    await at.page.getByRole('button', { name: 'Deactivate', exact: true }).click();
    await said(at.page, 'Cyrus Prado is deactivated.');
    await at.page.getByRole('button', { name: 'Done' }).click();
    await rowOf(at.page, 'Cyrus Prado').getByText('Deactivated').waitFor();
    expect(await statusOf('cyrus@roster.test')).toBe('deactivated');
    await act('Reactivate');
    await said(at.page, 'Reactivate Cyrus Prado?');
    await at.page.getByRole('button', { name: 'Reactivate', exact: true }).click();
    await rowOf(at.page, 'Cyrus Prado').getByText('Active', { exact: true }).waitFor();
    expect(await statusOf('cyrus@roster.test')).toBe('active');
  });

  it('are added with the users of the site that are theirs, and a form that is not complete says what is missing', async () => {
    await createPanelUser(at.site.strapi, 'greta');
    await createApiUser(at.site.strapi, 'greta');
    await openMembers(at.page);
    await at.page.getByRole('button', { name: 'Add member' }).click();
    const form = at.page.getByRole('dialog', { name: 'Add member' });
    await form.getByRole('button', { name: 'Add member' }).click();
    for (const text of ['Give a name.', 'Give an e-mail address.', 'Choose a role.']) await said(at.page, text);
    for (const door of ['panel', 'API']) {
      await form.getByRole('combobox', { name: `User of the ${door}` }).pressSequentially('greta');
      await at.page.getByRole('option', { name: /greta@roster.test/ }).click();
    }
    await form.getByRole('textbox', { name: 'Name' }).fill('Greta Holm');
    await form.getByRole('combobox', { name: 'Role' }).click();
    await at.page.getByRole('option', { name: 'CSM' }).click();
    await form.getByRole('button', { name: 'Add member' }).click();
    await rowOf(at.page, 'Greta Holm').waitFor();
    expect(await rowOf(at.page, 'Greta Holm').getByText('Panel and API').count()).toBe(1);
    await (await at.site.as('greta@roster.test')).get('/api/customers').expect(200);
    await (await at.site.asAdmin('greta@roster.test')).get('/content-manager/collection-types/api::customer.customer').expect(200);
  });

  it('are not added twice: the form stays, and says why', async () => {
    await openMembers(at.page);
    await at.page.getByRole('button', { name: 'Add member' }).click();
    const form = at.page.getByRole('dialog', { name: 'Add member' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Carla again');
    await form.getByRole('textbox', { name: 'E-mail' }).fill('carla@roster.test');
    await form.getByRole('combobox', { name: 'Role' }).click();
    await at.page.getByRole('option', { name: 'Viewer' }).click();
    await form.getByRole('button', { name: 'Add member' }).click();
    await said(at.page, 'There is a member with this e-mail or this user already.');
    expect(await form.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Carla again');
  });

  it('are unlinked from a user of the site, and linked again', async () => {
    await openMembers(at.page);
    const open = async () => {
      await at.page.getByRole('button', { name: 'Actions for Greta Holm' }).click();
      await at.page.getByRole('menuitem', { name: 'Users for signing in' }).click();
    };
    await open();
    await at.page.getByRole('button', { name: 'Unlink the API' }).click();
    await rowOf(at.page, 'Greta Holm').getByText('Panel', { exact: true }).waitFor();
    await (await at.site.as('greta@roster.test')).get('/api/customers').expect(403);
    await open();
    await at.page.getByRole('combobox', { name: 'User of the API' }).pressSequentially('greta');
    await at.page.getByRole('option', { name: /greta/ }).click();
    await at.page.getByRole('button', { name: 'Save' }).click();
    await rowOf(at.page, 'Greta Holm').getByText('Panel and API').waitFor();
  });

  it('[A185:browser][A018:browser] are read and not changed by a director', async () => {
    const page = await signIn(at.browser, at.site, 'dora@roster.test');
    await openMembers(page);
    expect(await membersTable(page).getByRole('combobox').count()).toBe(0);
    for (const name of ['Add member', /Actions for/]) expect(await page.getByRole('button', { name }).count()).toBe(0);
    expect(await rowOf(page, 'Carla Mendes').getByRole('cell').first().innerText()).toBe('CSM');
    await page.context().close();
  });

  it('say so when they cannot be loaded, and when nobody is there', async () => {
    await at.page.route(MEMBERS, (route) => route.fulfill({ status: 500, json: { data: null, error: { status: 500, name: 'InternalServerError', message: 'no' } } }));
    await openPage(at.page, 'Team');
    await said(at.page, 'This could not be loaded.');
    await at.page.unroute(MEMBERS);
    const nobody = { data: [], meta: { pagination: { page: 1, pageSize: 20, pageCount: 0, total: 0 }, grantable: ['csm'] } };
    await at.page.route(MEMBERS, (route) => route.fulfill({ json: nobody }));
    await at.page.getByRole('button', { name: 'Try again' }).click();
    await said(at.page, 'Nobody is in the team yet.');
    await at.page.unroute(MEMBERS);
  });
});
