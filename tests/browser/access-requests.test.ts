import type { Page } from 'playwright-core';
import { CUSTOMER, roster, table } from '../support/roster';
import { worldOf, type World } from '../support/world';
import { violationsOf } from './axe';
import { said, shoot } from './looking';
import { signIn, usePanel } from './panel';

const REQUESTS = '/admin/plugins/roster/account?tab=requests';

describe('requests for access in the panel', () => {
  const at = usePanel({ who: 'cleo@roster.test', customers: 24 });
  let world: World;
  let acme: string;

  beforeAll(async () => {
    world = await worldOf(at.site.strapi);
    acme = world.customers['Acme Robotics'] as string;
  });

  const ask = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Ask for access' }).click();
    await page.getByRole('dialog', { name: 'Ask for access' }).waitFor();
  };
  const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Send the request' }).click();
  const statusOf = async () => ((await table(at.site.strapi, 'access-request').findMany({ orderBy: { id: 'desc' } as never, limit: 1 })) as unknown as { status: string }[])[0]?.status;

  it('begin empty, and say what is wrong with the form', async () => {
    const { page } = at;
    await page.goto(REQUESTS);
    await said(page, 'You have asked for nothing.');
    expect(await page.getByText('Waiting for your answer').count()).toBe(0);
    await shoot(page, 'requests-empty');
    expect(await violationsOf(page, 'main')).toEqual([]);
    await ask(page);
    await page.getByRole('textbox', { name: 'Address of the record' }).fill('https://elsewhere.test/customers/1');
    await send(page);
    await said(page, 'This leads to no record that can be shared.');
    await said(page, 'Say why.');
    await page.getByRole('textbox', { name: 'Reason' }).fill('x'.repeat(501));
    await send(page);
    await said(page, 'At most 500 characters: there are 501.');
    await page.mouse.move(0, 0);
    await shoot(page, 'requests-form');
    expect(await violationsOf(page, '[role=dialog]')).toEqual([]);
  });

  it('are sent with the link that somebody was given, and answered by the owner', async () => {
    const { page, site, browser } = at;
    const address = `${site.url}/admin/content-manager/collection-types/${CUSTOMER}/${acme}`;
    await page.getByRole('textbox', { name: 'Address of the record' }).fill(address);
    await page.getByRole('textbox', { name: 'Reason' }).fill('I stand in for a week');
    await send(page);
    await said(page, 'Your request is on its way.');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await said(page, `Customer: ${acme}`);

    const carla = await signIn(browser, site, 'carla@roster.test');
    await carla.goto(REQUESTS);
    await said(carla, 'Customer: Acme Robotics');
    await shoot(carla, 'requests-to-answer');
    expect(await violationsOf(carla, 'main')).toEqual([]);
    await carla.getByRole('button', { name: 'Grant: Customer: Acme Robotics, to Cleo Dubois' }).click();
    await carla.getByRole('textbox', { name: 'A word to whoever asks' }).fill('Until Friday');
    await shoot(carla, 'requests-grant');
    expect(await violationsOf(carla, '[role=dialog]')).toEqual([]);
    await carla.getByRole('dialog').getByRole('button', { name: 'Grant', exact: true }).click();
    await said(carla, 'Cleo Dubois has access, and is told by mail.');
    expect((await roster(site.strapi, 'books').shares(CUSTOMER, acme)).map(({ member }) => member)).toEqual([world.members['cleo']]);

    await page.reload();
    await page.getByRole('link', { name: 'Customer: Acme Robotics' }).click();
    await page.getByRole('heading', { level: 1, name: 'Acme Robotics' }).waitFor();

    await carla.getByRole('button', { name: 'End now: Customer: Acme Robotics, of Cleo Dubois' }).click();
    await carla.getByRole('button', { name: 'Confirm' }).click();
    await said(carla, 'Cleo Dubois has it no more.');
    expect([await statusOf(), await roster(site.strapi, 'books').shares(CUSTOMER, acme)]).toEqual(['revoked', []]);
    await carla.context().close();
  });

  it('begin where one is kept out, in the dark and in German, and are taken back', async () => {
    const { site, browser } = at;
    const cleo = await signIn(browser, site, 'cleo@roster.test', { theme: 'dark', locale: 'de' });
    // The host shows its pages before it knows what somebody may.
    await cleo.route('**/admin/users/me/permissions', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    await cleo.goto('/admin/plugins/roster/security');
    await cleo.getByRole('link', { name: 'Um Zugriff bitten' }).waitFor();
    await shoot(cleo, 'requests-kept-out');
    expect(await violationsOf(cleo, 'main')).toEqual([]);
    await cleo.getByRole('link', { name: 'Um Zugriff bitten' }).click();
    await cleo.getByRole('button', { name: 'Um Zugriff bitten' }).click();
    await cleo.getByRole('combobox', { name: 'Was du brauchst' }).click();
    await cleo.getByRole('option', { name: 'Eine weitere Rolle neben meiner' }).click();
    await cleo.getByRole('combobox', { name: 'Rolle' }).click();
    await cleo.getByRole('option', { name: 'Admin', exact: true }).click();
    await cleo.getByRole('textbox', { name: 'Grund' }).fill('Für die Woche der Inventur');
    await shoot(cleo, 'requests-role-dark');
    expect(await violationsOf(cleo, '[role=dialog]')).toEqual([]);
    await cleo.getByRole('button', { name: 'Anfrage senden' }).click();
    await said(cleo, 'Rolle: Admin');
    await shoot(cleo, 'requests-mine-dark');
    expect(await violationsOf(cleo, 'main')).toEqual([]);

    // Whoever manages the team is told on its page.
    const ana = await signIn(browser, site, 'ana@roster.test');
    await ana.goto('/admin/plugins/roster/team');
    await said(ana, '1 request for access waits for your answer.');
    await ana.getByRole('link', { name: 'Look at them' }).click();
    await said(ana, 'Role: Admin');
    await ana.context().close();

    await cleo.getByRole('button', { name: 'Zurückziehen: Rolle: Admin' }).click();
    await said(cleo, 'Zurückgezogen');
    expect(await statusOf()).toBe('withdrawn');
    await cleo.context().close();
  });
});
