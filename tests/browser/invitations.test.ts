import type { Locator, Page } from 'playwright-core';

import { openMailbox, type Mailbox } from '../support/mailbox';
import { CUSTOMER, roster, table } from '../support/roster';
import { worldOf, type World } from '../support/world';
import { violationsOf } from './axe';
import { said, shoot } from './looking';
import { addressOf, openPage, signIn, usePanel } from './panel';

const INVITATIONS = `${addressOf('Team')}?tab=invitations`;

const list = (page: Page): Locator => page.getByRole('table', { name: 'Invitations' });
const rowOf = (page: Page, email: string): Locator => list(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name: email }) });

describe('invitations in the panel', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 24 });
  let world: World;
  let mailbox: Mailbox;

  beforeAll(async () => {
    world = await worldOf(at.site.strapi);
    mailbox = openMailbox(at.site.strapi);
  });

  const invite = async (email: string, role: string): Promise<void> => {
    await openPage(at.page, 'Team');
    await at.page.getByRole('button', { name: 'Invite member' }).click();
    const form = at.page.getByRole('dialog', { name: 'Invite member' });
    await form.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await form.getByRole('combobox', { name: 'Role' }).click();
    await at.page.getByRole('option', { name: role }).click();
    await form.getByRole('button', { name: 'Send invitation' }).click();
  };
  /** A window of somebody who is not signed in. */
  const strangerAt = async (address: string): Promise<Page> => {
    const context = await at.browser.newContext({ baseURL: at.site.url, viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', locale: 'en-US', timezoneId: 'Europe/Madrid' });
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
  const linkFor = (email: string) => `/admin/auth/roster/accept#${mailbox.secretFor(email)}`;

  it('[A028:browser] [A029:browser] [A184:browser] an admin finds the button; what is missing is said at its field', async () => {
    await openPage(at.page, 'Team');
    await at.page.getByRole('button', { name: 'Invite member' }).click();
    const form = at.page.getByRole('dialog', { name: 'Invite member' });
    await form.getByRole('button', { name: 'Send invitation' }).click();
    for (const text of ['Give an e-mail address.', 'Choose a role.']) await form.getByText(text).waitFor();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await shoot(at.page, 'invite-errors');
    await at.page.keyboard.press('Escape');
    expect(mailbox.mails).toEqual([]);
    const dora = await signIn(at.browser, at.site, 'dora@roster.test');
    await openPage(dora, 'Team');
    expect([await dora.getByRole('button', { name: 'Invite member' }).count(), await dora.getByRole('tab', { name: 'Invitations' }).count()]).toEqual([0, 0]);
    await dora.context().close();
  });

  it('a role that ends is given with its end, which lies ahead', async () => {
    await openPage(at.page, 'Team');
    await at.page.getByRole('button', { name: 'Invite member' }).click();
    const form = at.page.getByRole('dialog', { name: 'Invite member' });
    await form.getByRole('textbox', { name: 'E-mail' }).fill('until@x.test');
    await form.getByRole('combobox', { name: 'Role' }).click();
    await at.page.getByRole('option', { name: 'Viewer' }).click();
    await form.getByLabel('Until').fill('2020-01-31T10:00');
    await form.getByRole('button', { name: 'Send invitation' }).click();
    await form.getByText('Choose a moment that is still to come.').waitFor();
    await form.getByLabel('Until').fill('2099-01-31T10:00');
    await shoot(at.page, 'invite');
    await form.getByRole('button', { name: 'Send invitation' }).click();
    await said(at.page, 'The invitation to until@x.test is sent.');
    const { documentId } = (await table(at.site.strapi, 'member').findOne({ where: { email: 'until@x.test' } as never })) as unknown as { documentId: string };
    const grant = (await table(at.site.strapi, 'grant').findOne({ where: { member: documentId } as never })) as unknown as { endsAt: string };
    expect(new Date(grant.endsAt).getUTCFullYear()).toBe(2099);
  });

  it('[A186] [A030:browser] [A031:browser] [A033:browser] [A187:role] [A187:book] invited with a book, in Spanish; accepted in Spanish; signed in, and the book is there', async () => {
    await openPage(at.page, 'Team');
    await at.page.getByRole('button', { name: 'Invite member' }).click();
    const form = at.page.getByRole('dialog', { name: 'Invite member' });
    await form.getByRole('textbox', { name: 'E-mail' }).fill('maria@x.test');
    await form.getByRole('combobox', { name: 'Role' }).click();
    expect(await at.page.getByRole('option').allInnerTexts()).toEqual(['Admin', 'Director', 'CSM', 'Viewer']);
    await at.page.getByRole('option', { name: 'CSM' }).click();
    await form.getByRole('combobox', { name: 'Language of the mail' }).click();
    await at.page.getByRole('option', { name: 'Español' }).click();
    const customers = form.getByRole('combobox', { name: 'Customer: the first book' });
    await customers.click();
    await at.page.keyboard.type('Acme');
    await at.page.getByRole('option', { name: 'Acme Robotics' }).click();
    await form.getByText('Acme Robotics').waitFor();
    await form.getByRole('button', { name: 'Send invitation' }).click();
    await said(at.page, 'The invitation to maria@x.test is sent.');
    await at.page.goto(INVITATIONS);
    await rowOf(at.page, 'maria@x.test').getByText('PENDING', { exact: false }).waitFor();
    expect(await rowOf(at.page, 'maria@x.test').innerText()).toContain('with one record');
    expect(await violationsOf(at.page)).toEqual([]);
    await shoot(at.page, 'invitations');

    const maria = await strangerAt(linkFor('maria@x.test'));
    await maria.getByRole('heading', { name: 'Unirse al equipo' }).waitFor();
    await said(maria, 'Ana Ruiz te invita a unirte al equipo como');
    await maria.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'Europe/Madrid'));
    expect(await violationsOf(maria)).toEqual([]);
    await shoot(maria, 'join');
    await maria.getByRole('button', { name: 'Aceptar la invitación' }).click();
    await said(maria, 'Ocho caracteres como mínimo');
    await maria.getByRole('textbox', { name: 'Nombre' }).fill('María Sol');
    await maria.getByLabel('Contraseña').fill('Una buena 1');
    await maria.getByRole('button', { name: 'Aceptar la invitación' }).click();
    await maria.getByRole('heading', { name: 'Te damos la bienvenida al equipo' }).waitFor();
    const member = (await table(at.site.strapi, 'member').findOne({ where: { email: 'maria@x.test' } as never })) as unknown as { documentId: string };
    expect(member).toMatchObject({ status: 'active', name: 'María Sol', timezone: 'Europe/Madrid', language: 'es' });
    expect((await roster(at.site.strapi, 'books').ownership(CUSTOMER, world.customers['Acme Robotics'] as string)).owner).toBe(member.documentId);

    await maria.getByRole('link', { name: 'Ir a la entrada' }).click();
    await maria.locator('input[name=email]').fill('maria@x.test');
    await maria.locator('input[name=password]').fill('Una buena 1');
    await maria.locator('button[type=submit]').click();
    await maria.waitForURL((url) => !url.pathname.includes('/auth/'));
    await maria.goto(`/admin/content-manager/collection-types/${CUSTOMER}`);
    await maria.getByText('Acme Robotics').first().waitFor();
    expect(await maria.locator('tbody tr').count()).toBe(1);
    await maria.context().close();
    await at.page.goto(INVITATIONS);
    await rowOf(at.page, 'maria@x.test').getByText('Accepted', { exact: false }).waitFor();
  });

  it('[A032:browser] a link that was used, or is none, says so and what to do', async () => {
    for (const [address, text] of [
      [linkFor('maria@x.test'), 'This link was used already, or is too old.'],
      ['/admin/auth/roster/accept#nonsense-nonsense-nonsense', 'This link is not valid.'],
      ['/admin/auth/roster/accept', 'This link is not valid.'],
    ] as const) {
      const page = await strangerAt(address);
      await said(page, text);
      expect(await violationsOf(page)).toEqual([]);
      await shoot(page, `join-refused-${text.length}`);
      await page.context().close();
    }
  });

  it('a mail that fails is a warning and stands in the list; it is sent again, and the invitation is taken back', async () => {
    mailbox.failWith = '550 no such mailbox';
    await invite('bounced@x.test', 'Viewer');
    await said(at.page, 'its mail could not be sent: 550 no such mailbox');
    mailbox.failWith = undefined;
    await at.page.goto(INVITATIONS);
    await rowOf(at.page, 'bounced@x.test').getByText('The mail could not be sent: 550 no such mailbox').waitFor();
    await at.page.getByRole('button', { name: 'Send again to bounced@x.test' }).click();
    await said(at.page, 'The invitation to bounced@x.test is sent.');
    await rowOf(at.page, 'bounced@x.test').getByText('The mail could not be sent').waitFor({ state: 'detached' });
    await at.page.getByRole('button', { name: 'Revoke the invitation of bounced@x.test' }).click();
    await at.page.getByRole('button', { name: 'Confirm' }).click();
    await said(at.page, 'The invitation of bounced@x.test is revoked.');
    const page = await strangerAt(linkFor('bounced@x.test'));
    await said(page, 'This link is not valid.');
    await page.context().close();
    await at.page.getByRole('combobox', { name: 'Status' }).click();
    await at.page.getByRole('option', { name: 'Expired' }).click();
    await said(at.page, 'No invitation is like that.');
    await at.page.getByRole('link', { name: 'Show all invitations' }).click();
    await rowOf(at.page, 'maria@x.test').waitFor();
  });
});
