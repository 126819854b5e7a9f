import type { Locator, Page } from 'playwright-core';

import { openMailbox, type Mailbox } from '../support/mailbox';
import { CUSTOMER, roster, table } from '../support/roster';
import { until } from '../support/until';
import { worldOf, type World } from '../support/world';
import { violationsOf } from './axe';
import { said, shoot } from './looking';
import { addressOf, openPage, signIn, usePanel } from './panel';

const members = (page: Page): Locator => page.getByRole('table', { name: 'Members of the team' });
const act = async (page: Page, name: string, what: string): Promise<Locator> => {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: what }).click();
  return page.getByRole('dialog');
};
const find = async (page: Page, field: string, name: string): Promise<void> => {
  await page.getByRole('combobox', { name: field, exact: true }).pressSequentially(name);
  await page.getByRole('option', { name }).click();
};

const ZYTA = { email: 'zyta@x.test', name: 'Zyta Quellnhofer', password: 'Una buena 1' } as const;

describe('somebody joins, works and leaves', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 24 });
  let world: World;
  let mailbox: Mailbox;

  beforeAll(async () => {
    world = await worldOf(at.site.strapi);
    mailbox = openMailbox(at.site.strapi);
  });

  const rowOf = async (email: string) => (await table(at.site.strapi, 'member').findOne({ where: { email } as never })) as unknown as { documentId: string; status: string; name: string };
  const ownerOf = async (name: string) => (await roster(at.site.strapi, 'books').ownership(CUSTOMER, world.customers[name] as string)).owner;

  /** A window of somebody who is not signed in. */
  const stranger = async (): Promise<Page> => {
    const context = await at.browser.newContext({ baseURL: at.site.url, viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', locale: 'en-US', timezoneId: 'Europe/Madrid' });
    return context.newPage();
  };

  it('[A028:browser] [A097] [A098] [A099:browser] [A101] invited, accepted in Spanish, deactivated with a page open, refused by the next click; the book moves, and back', async () => {
    // Ana invites, in Spanish, with a record for the first book.
    await openPage(at.page, 'Team');
    await at.page.getByRole('button', { name: 'Invite member' }).click();
    const form = at.page.getByRole('dialog', { name: 'Invite member' });
    await form.getByRole('textbox', { name: 'E-mail' }).fill(ZYTA.email);
    await form.getByRole('combobox', { name: 'Role' }).click();
    await at.page.getByRole('option', { name: 'CSM' }).click();
    await form.getByRole('combobox', { name: 'Language of the mail' }).click();
    await at.page.getByRole('option', { name: 'Español' }).click();
    await form.getByRole('combobox', { name: 'Customer: the first book' }).click();
    await at.page.keyboard.type('Acme');
    await at.page.getByRole('option', { name: 'Acme Robotics' }).click();
    await form.getByText('Acme Robotics').waitFor();
    await form.getByRole('button', { name: 'Send invitation' }).click();
    await said(at.page, `The invitation to ${ZYTA.email} is sent.`);
    expect(mailbox.to(ZYTA.email).subject).toContain('invita al equipo');

    // Zyta accepts, signs in, and sees the book and nothing else.
    const zyta = await stranger();
    await zyta.goto(`/admin/auth/roster/accept#${mailbox.secretFor(ZYTA.email)}`);
    await zyta.getByRole('textbox', { name: 'Nombre' }).fill(ZYTA.name);
    await zyta.getByLabel('Contraseña').fill(ZYTA.password);
    await zyta.getByRole('button', { name: 'Aceptar la invitación' }).click();
    await zyta.getByRole('link', { name: 'Ir a la entrada' }).click();
    await zyta.locator('input[name=email]').fill(ZYTA.email);
    await zyta.locator('input[name=password]').fill(ZYTA.password);
    await zyta.locator('button[type=submit]').click();
    await zyta.waitForURL((url) => !url.pathname.includes('/auth/'));
    await zyta.goto(`/admin/content-manager/collection-types/${CUSTOMER}`);
    await zyta.getByText('Acme Robotics').first().waitFor();
    expect(await zyta.locator('tbody tr').count()).toBe(1);
    const { documentId } = await rowOf(ZYTA.email);
    expect(await ownerOf('Acme Robotics')).toBe(documentId);

    // Ana deactivates her while that page is open.
    await openPage(at.page, 'Team');
    const dialog = await act(at.page, ZYTA.name, 'Deactivate');
    await dialog.getByText('Customer: One record will be in limbo.').waitFor();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await shoot(at.page, 'deactivate');
    await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click();
    await dialog.getByText(`${ZYTA.name} has no access any more.`).waitFor();
    await dialog.getByText('Customer: One record is in limbo.').waitFor();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await shoot(at.page, 'deactivated');

    // The next click is refused: the record does not open, and nothing of it is shown.
    const answers: number[] = [];
    zyta.on('response', (response) => {
      if (response.url().includes('/content-manager/')) answers.push(response.status());
    });
    await zyta.getByText('Acme Robotics').first().click();
    await zyta.waitForURL((url) => url.pathname.includes('/auth/') || url.pathname.includes(world.customers['Acme Robotics'] as string));
    for (let tries = 0; answers.length === 0 && tries < 50; tries += 1) await zyta.waitForTimeout(100);
    expect([...new Set(answers)]).toEqual([401]);
    expect(await zyta.getByRole('textbox', { name: 'name' }).count()).toBe(0);
    await shoot(zyta, 'next-click');
    await zyta.context().close();

    // The way from the dialog to the rebalance, which is filled in; and back.
    await dialog.getByRole('link', { name: `Rebalance the book of ${ZYTA.name}` }).click();
    await at.page.getByRole('radio', { name: 'A member’s book', checked: true }).waitFor();
    // The name comes with the members.
    await until(async () => (await at.page.getByRole('combobox', { name: 'Whose book' }).inputValue()).includes(ZYTA.name));
    await at.page.getByRole('radio', { name: 'All to one member' }).click();
    await find(at.page, 'New owner', 'Chen Wei');
    await at.page.getByRole('textbox', { name: 'Note' }).fill('Renewal in May: call them first.');
    await at.page.getByRole('button', { name: 'Preview' }).click();
    await at.page.getByRole('button', { name: /^Move (1|one) record/ }).click();
    await said(at.page, /record has moved\./);
    expect(await ownerOf('Acme Robotics')).toBe(world.members['chen']);
    await at.page.getByRole('button', { name: 'Undo' }).click();
    await at.page.getByRole('button', { name: 'Confirm' }).click();
    await at.page.getByRole('link', { name: 'Takes another rebalance back' }).waitFor();
    await said(at.page, /record has moved\./);
    expect(await ownerOf('Acme Robotics')).toBe(documentId);
  });

  it('[A102] before a member is reactivated it says what comes back, and what does not', async () => {
    const { documentId } = await rowOf(ZYTA.email);
    await roster(at.site.strapi, 'books').setOwner(CUSTOMER, world.customers['Acme Robotics'] as string, world.members['chen'] as string);
    await openPage(at.page, 'Team');
    const dialog = await act(at.page, ZYTA.name, 'Reactivate');
    await dialog.getByText('Role: CSM').waitFor();
    await dialog.getByText('Customer: one record that is another’s now').waitFor();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await shoot(at.page, 'reactivate');
    await dialog.getByRole('button', { name: 'Reactivate', exact: true }).click();
    await said(at.page, `${ZYTA.name} is active again.`);
    expect((await rowOf(ZYTA.email)).status).toBe('active');
    await roster(at.site.strapi, 'books').setOwner(CUSTOMER, world.customers['Acme Robotics'] as string, documentId);
    await roster(at.site.strapi, 'members').deactivate(documentId);
  });

  it('[A103] [A104] [A105] [A183] is deleted for good: asked, asked again, and then "Deleted user"', async () => {
    const { documentId } = await rowOf(ZYTA.email);
    await openPage(at.page, 'Team');
    const first = await act(at.page, ZYTA.name, 'Delete permanently');
    await first.getByText('This cannot be undone.').waitFor();
    await first.getByText('Customer: One record is in limbo.').waitFor();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await shoot(at.page, 'delete-first');
    await first.getByRole('button', { name: 'Continue' }).click();
    const second = at.page.getByRole('dialog').filter({ hasText: 'Confirm once more' });
    await second.getByRole('button', { name: 'Delete permanently' }).click();
    for (const text of ['This is not the member’s address.', 'Ten characters at least.']) await second.getByText(text).waitFor();
    await second.getByRole('textbox', { name: 'E-mail address of the member' }).fill(ZYTA.email);
    await second.getByRole('textbox', { name: 'Reason' }).fill('Zyta has asked us to');
    await second.getByRole('button', { name: 'Delete permanently' }).click();
    await second.getByText('Name the request, not the person.', { exact: true }).waitFor();
    // A red button under the mouse is paler than can be read: the design system's own colour.
    await at.page.mouse.move(0, 0);
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await shoot(at.page, 'delete-second');
    expect((await rowOf(ZYTA.email)).status).toBe('deactivated');
    await second.getByRole('textbox', { name: 'Reason' }).fill('Request of 12 March, article 17');
    await second.getByRole('button', { name: 'Delete permanently' }).click();
    await said(at.page, 'The member is deleted permanently.');
    await members(at.page).getByRole('rowheader', { name: ZYTA.name }).waitFor({ state: 'detached' });

    await at.page.goto(`${addressOf('Team')}?status=deleted`);
    const row = members(at.page).getByRole('row').filter({ hasText: 'Deleted user' });
    await row.waitFor();
    expect([await row.getByRole('button').count(), (await row.innerText()).includes('@')]).toEqual([0, false]);
    expect(await violationsOf(at.page)).toEqual([]);
    await shoot(at.page, 'deleted');
    expect((await at.page.content()).includes('Quellnhofer')).toBe(false);

    // The log says it in the reader's language.
    const bruno = await signIn(at.browser, at.site, 'bruno@roster.test', { theme: 'dark', locale: 'es' });
    await bruno.goto(`${addressOf('Audit')}?actor=${documentId}`);
    await bruno.getByText('Usuario eliminado').first().waitFor();
    await shoot(bruno, 'audit-dark');
    await bruno.goto(addressOf('Team'));
    const carla = await (async () => {
      await bruno.locator('tr').filter({ hasText: 'Carla Mendes' }).getByRole('button').last().click();
      await bruno.getByRole('menuitem', { name: 'Desactivar' }).click();
      return bruno.getByRole('dialog');
    })();
    await carla.getByText('quedarán en el limbo').waitFor();
    expect(await violationsOf(bruno, '[role=dialog]')).toEqual([]);
    await shoot(bruno, 'deactivate-dark');
    await bruno.context().close();
  });

  it('an answer that does not come says so, and changes nothing', async () => {
    await at.page.route((url) => url.pathname.endsWith('/offboarding'), (route) => route.fulfill({ status: 500, json: { data: null, error: { status: 500, name: 'InternalServerError', message: 'no' } } }));
    await openPage(at.page, 'Team');
    const dialog = await act(at.page, 'Cora Vega', 'Deactivate');
    await dialog.getByText('This could not be loaded.').waitFor();
    await shoot(at.page, 'deactivate-error');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect((await rowOf('cora@roster.test')).status).toBe('active');
    await at.page.unroute(() => true).catch(() => undefined);
  });
});
