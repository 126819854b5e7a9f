import type { Page } from 'playwright-core';

import { openMailbox, type Mailbox } from '../support/mailbox';
import { PASSWORD } from '../support/people';
import { pngOf } from '../support/pictures';
import { CUSTOMER, table } from '../support/roster';
import { until } from '../support/until';
import { worldOf, type World } from '../support/world';
import { violationsOf } from './axe';
import { said, shoot } from './looking';
import { addressOf, openPage, signIn, usePanel } from './panel';

const openTab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tab', { name }).click();
};

describe('the account of a member in the panel', () => {
  const at = usePanel({ who: 'carla@roster.test', customers: 24 });
  let world: World;
  let mailbox: Mailbox;

  beforeAll(async () => {
    world = await worldOf(at.site.strapi);
    mailbox = openMailbox(at.site.strapi);
  });

  const picturesAsked = (page: Page): string[] => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/roster/pictures') asked.push(request.url());
    });
    return asked;
  };

  it('[A199:browser] a member finds his account in the menu, and says who he is, with a picture', async () => {
    await at.page.goto('/admin');
    await at.page.getByRole('link', { name: 'My account' }).click();
    await at.page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
    const name = at.page.getByRole('textbox', { name: 'Name' });
    expect(await name.inputValue()).toBe('Carla Mendes');
    expect(await at.page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('Europe/Lisbon');
    expect(await violationsOf(at.page)).toEqual([]);
    await name.fill(' ');
    await at.page.getByRole('textbox', { name: 'Telephone' }).fill('call me');
    await at.page.getByRole('button', { name: 'Save' }).click();
    await said(at.page, 'Give a name.');
    await name.fill('Carla M. Mendes');
    await at.page.getByRole('button', { name: 'Save' }).click();
    await said(at.page, 'This is no telephone number.');
    await shoot(at.page, 'account-profile-errors');
    await at.page.getByLabel('Picture').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
    await said(at.page, 'This is no picture that the browser can read.');
    await at.page.getByLabel('Picture').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: pngOf([200, 60, 90], 300) });
    await at.page.locator('img[src^="data:image/webp"]').first().waitFor();
    await at.page.getByRole('textbox', { name: 'Telephone' }).fill('+34 600 123 456');
    await at.page.getByRole('button', { name: 'Save' }).click();
    await said(at.page, 'Your profile is saved.');
    expect(await table(at.site.strapi, 'member').findOne({ where: { documentId: world.members['carla'] } as never })).toMatchObject({ name: 'Carla M. Mendes', phone: '+34 600 123 456' });
    const [picture] = (await table(at.site.strapi, 'picture').findMany({ where: { member: world.members['carla'] } as never })) as unknown as { mime: string }[];
    expect(picture?.mime).toBe('image/webp');
    // Under the pointer, the host's own button is too pale.
    await at.page.mouse.move(0, 0);
    expect(await violationsOf(at.page)).toEqual([]);
    await shoot(at.page, 'account-profile');
  });

  it('[A188:browser] picture or initials stand beside the name in the list, in pickers, in the log and in the history, for one request a page', async () => {
    const ana = await signIn(at.browser, at.site, 'ana@roster.test');
    const asked = picturesAsked(ana);
    await openPage(ana, 'Team');
    const row = ana.getByRole('row').filter({ hasText: 'Carla M. Mendes' });
    await row.locator('img[src^="data:image/webp"]').waitFor();
    expect(await ana.getByRole('row').filter({ hasText: 'Chen Wei' }).locator('[data-initials]').getAttribute('data-initials')).toBe('CW');
    expect(asked).toHaveLength(1);
    expect(await violationsOf(ana)).toEqual([]);
    await shoot(ana, 'team-with-pictures');

    await ana.goto(`${addressOf('Team')}?tab=books`);
    await ana.getByRole('row').filter({ hasText: 'Carla M. Mendes' }).locator('img[src^="data:image/webp"]').first().waitFor();

    const record = world.customers['Acme Robotics'] as string;
    await (await at.site.as('ana@roster.test')).put(`/api/roster/records/${CUSTOMER}/${record}/owner`).send({ data: { owner: world.members['chen'] } }).expect(200);
    await (await at.site.as('ana@roster.test')).put(`/api/roster/records/${CUSTOMER}/${record}/owner`).send({ data: { owner: world.members['carla'] } }).expect(200);
    await ana.goto(`/admin/content-manager/collection-types/${CUSTOMER}`);
    await ana.locator('tbody img[src^="data:image/webp"]').first().waitFor();
    await ana.goto(`/admin/content-manager/collection-types/${CUSTOMER}/${record}`);
    await ana.getByRole('button', { name: 'History' }).click();
    const history = ana.getByRole('dialog');
    await history.locator('img[src^="data:image/webp"]').first().waitFor();
    expect(await violationsOf(ana, '[role=dialog]')).toEqual([]);
    await shoot(ana, 'history-with-pictures');

    await openPage(ana, 'Audit');
    await ana.getByRole('row').filter({ hasText: 'Carla M. Mendes' }).locator('img[src^="data:image/webp"]').first().waitFor();
    await shoot(ana, 'audit-with-pictures');
    await ana.context().close();
  });

  it('[A200:email-browser] [A200:password-browser] he changes his address by a link, and his password', async () => {
    await at.page.goto('/admin/plugins/roster/account?tab=login');
    await at.page.getByRole('textbox', { name: 'New address' }).fill('carla.new@x.test');
    const email = at.page.getByRole('region', { name: 'E-mail address' });
    await email.getByLabel('Current password').fill('Wrong 1 password');
    await email.getByRole('button', { name: 'Send the link' }).click();
    await said(at.page, 'That is not your password.');
    expect(await violationsOf(at.page)).toEqual([]);
    await email.getByLabel('Current password').fill(PASSWORD);
    await email.getByRole('button', { name: 'Send the link' }).click();
    await said(at.page, 'If carla.new@x.test is free, a link is on its way to it.');
    expect(await email.getByText('Give your current password.').count()).toBe(0);
    await shoot(at.page, 'account-login');
    await until(() => mailbox.mails.some(({ to }) => to === 'carla@roster.test'));

    const link = `/admin/auth/roster/email#${mailbox.secretFor('carla.new@x.test')}`;
    const context = await at.browser.newContext({ baseURL: at.site.url, viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', locale: 'en-US' });
    const stranger = await context.newPage();
    await stranger.goto(link);
    await said(stranger, 'From now on you are to sign in with carla.new@x.test.');
    expect(await violationsOf(stranger)).toEqual([]);
    await shoot(stranger, 'email-confirm');
    await stranger.getByRole('button', { name: 'Confirm the address' }).click();
    await said(stranger, 'Sign in with carla.new@x.test from now on.');
    await shoot(stranger, 'email-done');
    await stranger.goto('/admin/auth/login');
    await stranger.goto(link);
    await said(stranger, 'This link was used already, or is too old.');
    expect(await violationsOf(stranger)).toEqual([]);
    await context.close();

    const password = at.page.getByRole('region', { name: 'Password' });
    await password.getByLabel('Current password').fill(PASSWORD);
    await password.getByLabel('New password').fill('short');
    await password.getByRole('button', { name: 'Change the password' }).click();
    await said(at.page, 'At least eight characters');
    await password.getByLabel('New password').fill('Another 1 of mine');
    await password.getByRole('button', { name: 'Change the password' }).click();
    await said(at.page, 'Your password is changed.');
    expect((await at.site.http.post('/admin/login').send({ email: 'carla.new@x.test', password: 'Another 1 of mine' })).status).toBe(200);
  });

  it('[A201:browser] [A202:roles-browser] he sees where he belongs and what he has access to, and leaves after a question', async () => {
    await openTab(at.page, 'Organisations');
    await said(at.page, 'In the team since');
    expect(await violationsOf(at.page)).toEqual([]);
    await shoot(at.page, 'account-organisations');
    await openTab(at.page, 'Access');
    await at.page.getByRole('table', { name: 'Your records' }).waitFor();
    expect(await violationsOf(at.page)).toEqual([]);
    await shoot(at.page, 'account-access');
    await openTab(at.page, 'Organisations');
    await at.page.getByRole('button', { name: 'Leave' }).click();
    await said(at.page, 'You lose access at once.');
    await shoot(at.page, 'account-leave');
    await at.page.getByRole('button', { name: 'Confirm' }).click();
    await at.page.waitForURL((url) => url.pathname.includes('/auth/login'));
    expect(await table(at.site.strapi, 'member').findOne({ where: { documentId: world.members['carla'] } as never })).toMatchObject({ status: 'deactivated' });
  });

  it('is the same in the dark, and in French', async () => {
    const cleo = await signIn(at.browser, at.site, 'cleo@roster.test', { theme: 'dark', locale: 'fr' });
    for (const [tab, text] of [['profile', 'Toute l’équipe le voit'], ['login', 'Nouvelle adresse'], ['organisations', 'Dans l’équipe depuis'], ['access', 'Votre portée']] as const) {
      await cleo.goto(`/admin/plugins/roster/account?tab=${tab}`);
      await said(cleo, text);
      expect(await violationsOf(cleo)).toEqual([]);
      await shoot(cleo, `account-${tab}-dark-fr`);
    }
    await cleo.context().close();
  });
});
