import type { Page } from 'playwright-core';

import { openMailbox, type Mailbox } from '../support/mailbox';
import { table } from '../support/roster';
import { until } from '../support/until';
import { violationsOf } from './axe';
import { said, shoot } from './looking';
import { signIn, usePanel } from './panel';

const WAYS_IN = '/admin/plugins/roster/security?tab=ways-in';

describe('ways in, in the panel', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 20 });
  let mailbox: Mailbox;

  beforeAll(() => {
    mailbox = openMailbox(at.site.strapi);
  });

  const strangerAt = async (address: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> => {
    const context = await at.browser.newContext({ baseURL: at.site.url, viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', locale: 'en-US', timezoneId: 'Europe/Madrid', colorScheme });
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
  /** Under the pointer, and while it has just been pressed, the host's own button is too pale. */
  const clean = async (page: Page): Promise<void> => {
    await page.mouse.move(0, 0);
    expect(await violationsOf(page)).toEqual([]);
  };
  const secretFor = async (email: string): Promise<string> => {
    await until(() => mailbox.mails.some(({ to }) => to === email));
    return mailbox.secretFor(email);
  };

  it('[A190:browser] [A191:browser] [A192:browser] an admin gives domains, a role, and turns joining on; what is none of a company’s is refused at its field', async () => {
    const page = await strangerAt('/admin/auth/login');
    await page.locator('input[name=email]').waitFor();
    expect(await page.getByRole('navigation', { name: 'Other ways in' }).count()).toBe(0);
    await page.context().close();

    await at.page.goto(WAYS_IN);
    await said(at.page, 'Join by the company’s address');
    await clean(at.page);
    await shoot(at.page, 'ways-in-empty');
    const form = at.page.getByRole('region', { name: 'Join by the company’s address' });
    await form.getByRole('checkbox', { name: 'Let people with such an address join' }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await said(at.page, 'Give a domain, or turn joining off.');
    await form.getByRole('textbox', { name: 'Domains of the company' }).fill('yourcompany.com\ngmail.com');
    await form.getByRole('button', { name: 'Save' }).click();
    await said(at.page, 'gmail.com is no domain of a company');
    await form.getByRole('combobox', { name: 'Role' }).click();
    await at.page.getByRole('option', { name: 'Admin' }).click();
    await form.getByRole('textbox', { name: 'Domains of the company' }).fill('yourcompany.com');
    await form.getByRole('button', { name: 'Save' }).click();
    await said(at.page, 'Confirm it, or choose another role.');
    await clean(at.page);
    await shoot(at.page, 'ways-in-admin');
    await form.getByRole('combobox', { name: 'Role' }).click();
    await at.page.getByRole('option', { name: 'CSM' }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await said(at.page, 'It is saved.');
    const links = at.page.getByRole('region', { name: 'Sign in by a mailed link' });
    await links.getByRole('checkbox', { name: 'To the panel' }).click();
    await links.getByRole('button', { name: 'Save' }).click();
    await until(async () => JSON.stringify(await table(at.site.strapi, 'way-in').findMany()).includes('"panel":true'));
    await clean(at.page);
    await shoot(at.page, 'ways-in');
  });

  it('[A191:join] somebody of the company finds the way under the sign-in form, and joins', async () => {
    const page = await strangerAt('/admin/auth/login');
    await page.getByRole('link', { name: 'Join with your company’s address' }).waitFor();
    await page.locator('input[name=email]').waitFor();
    // What is ours of the host's page.
    expect(await violationsOf(page, 'nav[aria-label="Other ways in"]')).toEqual([]);
    await shoot(page, 'sign-in-with-ways');
    await page.getByRole('link', { name: 'Join with your company’s address' }).click();
    await said(page, 'Give your address at your company.');
    await clean(page);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await said(page, 'Give an e-mail address.');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('maria@yourcompany.com');
    await page.getByRole('button', { name: 'Send the link' }).click();
    await said(page, 'If maria@yourcompany.com may join, a link is on its way to it.');
    await shoot(page, 'join-by-domain-sent');
    const link = `/admin/auth/roster/join#${await secretFor('maria@yourcompany.com')}`;
    await page.context().close();

    const joining = await strangerAt(link);
    await said(joining, 'You join the team as CSM. You sign in with maria@yourcompany.com.');
    await joining.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'Europe/Madrid'));
    await clean(joining);
    await shoot(joining, 'join-by-domain');
    await joining.getByRole('textbox', { name: 'Name' }).fill('Maria Sol');
    await joining.getByLabel('Password').fill('A good one 1');
    await joining.getByRole('button', { name: 'Join the team' }).click();
    await joining.getByRole('heading', { name: 'Welcome to the team' }).waitFor();
    expect(await table(at.site.strapi, 'member').findOne({ where: { email: 'maria@yourcompany.com' } as never })).toMatchObject({ status: 'active', name: 'Maria Sol' });
    await joining.context().close();
    const again = await strangerAt(link);
    await said(again, 'This link was used already, or is too old.');
    await clean(again);
    await again.context().close();
  });

  it('[A189:browser] a member signs in by a link, after he has seen whose it is; in another browser he sees who asked for it', async () => {
    const page = await strangerAt('/admin/auth/login');
    await page.getByRole('link', { name: 'Sign in by a mailed link' }).click();
    await said(page, 'Give the address with which you sign in.');
    await clean(page);
    await page.getByRole('textbox', { name: 'E-mail' }).fill('carla@roster.test');
    await page.getByRole('button', { name: 'Send the link' }).click();
    await said(page, 'If carla@roster.test is known here');
    await shoot(page, 'link-sent');
    const link = `/admin/auth/roster/sign-in#${await secretFor('carla@roster.test')}`;

    const other = await strangerAt(link);
    await said(other, 'It was asked for in another browser');
    await clean(other);
    await shoot(other, 'link-elsewhere');
    await other.context().close();

    await page.goto('/admin/auth/login');
    await page.goto(link);
    await said(page, 'This link signs in Carla Mendes (carla@roster.test).');
    expect(await page.getByText('It was asked for in another browser').count()).toBe(0);
    await clean(page);
    await shoot(page, 'link-here');
    await page.getByRole('button', { name: 'Sign in as Carla Mendes' }).click();
    await page.waitForURL((url) => !url.pathname.includes('/auth/'));
    await page.getByRole('link', { name: 'My account' }).waitFor();
    // The session is renewed, as any.
    await page.reload();
    await page.getByRole('link', { name: 'My account' }).waitFor();
    await page.context().close();

    const spent = await strangerAt(link);
    await said(spent, 'This link was used already, or is too old.');
    await clean(spent);
    await shoot(spent, 'link-spent');
    await spent.context().close();
  });

  it('the host’s own form still signs in, and its other pages are there', async () => {
    const page = await strangerAt('/admin/auth/forgot-password');
    await page.locator('input[name=email]').waitFor();
    await page.context().close();
    const cora = await signIn(at.browser, at.site, 'cora@roster.test');
    await cora.getByRole('link', { name: 'My account' }).waitFor();
    await cora.context().close();
  });

  it('is the same in the dark, and in German', async () => {
    const bruno = await signIn(at.browser, at.site, 'bruno@roster.test', { theme: 'dark', locale: 'de' });
    await bruno.goto(WAYS_IN);
    await said(bruno, 'Mit der Adresse der Firma beitreten');
    await clean(bruno);
    await shoot(bruno, 'ways-in-dark-de');
    await bruno.context().close();
    const page = await strangerAt('/admin/auth/roster/sign-in', 'dark');
    await said(page, 'Give the address with which you sign in.');
    await clean(page);
    await shoot(page, 'link-dark');
    await page.context().close();
  });
});
