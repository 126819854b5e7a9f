import type { Locator, Page } from 'playwright-core';

import { CUSTOMER, roster } from '../support/roster';
import { worldOf, type World } from '../support/world';
import { said } from './looking';
import { signIn, usePanel } from './panel';

const LIST = `/admin/content-manager/collection-types/${CUSTOMER}`;

const access = (page: Page): Locator => page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: 'Access' }) });
const form = (page: Page): Locator => page.getByRole('dialog', { name: 'Share this record' });
const shared = (page: Page, name: string): Locator => access(page).getByRole('definition').filter({ hasText: name });

describe('sharing a record, beside it', () => {
  const at = usePanel({ who: 'carla@roster.test', customers: 24 });
  let world: World;

  beforeAll(async () => {
    world = await worldOf(at.site.strapi);
  });

  const idOf = (name: string) => world.customers[name] as string;
  const sharesOf = (name: string) => roster(at.site.strapi, 'books').shares(CUSTOMER, idOf(name));
  const openRecord = async (page: Page, name: string): Promise<void> => {
    await page.goto(`${LIST}/${idOf(name)}`);
    await access(page).getByRole('button', { name: 'Owner history' }).waitFor();
  };
  const choose = async (page: Page, typed: string, name: string): Promise<void> => {
    await access(page).getByRole('button', { name: 'Share', exact: true }).click();
    await form(page).getByRole('combobox', { name: 'Member' }).pressSequentially(typed);
    await page.getByRole('option', { name }).click();
  };
  const save = (page: Page): Promise<void> => form(page).getByRole('button', { name: 'Share', exact: true }).click();

  it('its owner shows it to somebody of the team, changes until when, and ends it', async () => {
    await openRecord(at.page, 'Acme Robotics');
    await choose(at.page, 'cleo', 'Cleo Dubois');
    await form(at.page).getByLabel('Until').fill('2001-01-31T12:00');
    await save(at.page);
    await said(at.page, 'Choose a moment that is still to come.');
    await form(at.page).getByLabel('Until').fill('2099-01-31T12:00');
    await save(at.page);
    await said(at.page, 'It is shared with Cleo Dubois now.');
    await shared(at.page, 'Cleo Dubois').getByText('until Jan 31, 2099').waitFor();
    const cleo = await at.site.as('cleo@roster.test');
    await cleo.get(`/api/customers/${idOf('Acme Robotics')}`).expect(200);

    await choose(at.page, 'cleo', 'Cleo Dubois');
    expect(await form(at.page).getByLabel('Until').inputValue()).toBe('2099-01-31T12:00');
    await form(at.page).getByLabel('Until').fill('');
    await save(at.page);
    await shared(at.page, 'Cleo Dubois').getByText('until').waitFor({ state: 'detached' });
    expect((await sharesOf('Acme Robotics')).map(({ endsAt }) => endsAt)).toEqual([null]);

    await access(at.page).getByRole('button', { name: 'Stop sharing with Cleo Dubois' }).click();
    await said(at.page, 'It is no longer shared with Cleo Dubois.');
    await shared(at.page, 'Cleo Dubois').waitFor({ state: 'detached' });
    await cleo.get(`/api/customers/${idOf('Acme Robotics')}`).expect(404);
  });

  it('offers neither whom it belongs to, nor who is not active', async () => {
    await roster(at.site.strapi, 'members').deactivate(world.members['cyrus'] as string);
    await openRecord(at.page, 'Acme Robotics');
    await access(at.page).getByRole('button', { name: 'Share', exact: true }).click();
    await form(at.page).getByRole('combobox', { name: 'Member' }).click();
    await at.page.getByRole('option', { name: 'Viktor Hahn' }).waitFor();
    expect(await at.page.getByRole('option').allInnerTexts()).toEqual(['Ana Ruiz', 'Bruno Keller', 'Chen Wei', 'Cleo Dubois', 'Colin Murphy', 'Cora Vega', 'Dora Lindqvist', 'Emil Sato', 'Vera Novak', 'Viktor Hahn']);
    await roster(at.site.strapi, 'members').reactivate(world.members['cyrus'] as string);
  });

  it('says so when the team cannot be loaded, and lets one try again', async () => {
    const isTeam = (url: URL) => url.pathname.endsWith('/shares/candidates');
    await at.page.route(isTeam, (route) => route.fulfill({ status: 500, json: { data: null, error: { status: 500, name: 'InternalServerError', message: 'no' } } }));
    await openRecord(at.page, 'Acme Robotics');
    await access(at.page).getByRole('button', { name: 'Share', exact: true }).click();
    await form(at.page).getByText('This could not be loaded.').waitFor();
    await at.page.unroute(isTeam);
    await form(at.page).getByRole('button', { name: 'Try again' }).click();
    await form(at.page).getByRole('combobox', { name: 'Member' }).click();
    await at.page.getByRole('option', { name: 'Vera Novak' }).waitFor();
  });

  it('is for whoever manages the team as well, and for nobody else', async () => {
    await openRecord(at.page, 'Borealis Foods');
    // Carla helps with it, and does not own it.
    expect(await access(at.page).getByRole('button').allInnerTexts()).toEqual(['Owner history']);
    await roster(at.site.strapi, 'books').share(CUSTOMER, idOf('Borealis Foods'), world.members['cleo'] as string);
    const cleo = await signIn(at.browser, at.site, 'cleo@roster.test');
    await openRecord(cleo, 'Borealis Foods');
    await shared(cleo, 'Cleo Dubois').waitFor();
    expect(await access(cleo).getByRole('button').allInnerTexts()).toEqual(['Owner history']);
    await cleo.context().close();
    const ana = await signIn(at.browser, at.site, 'ana@roster.test');
    await openRecord(ana, 'Borealis Foods');
    await choose(ana, 'viktor', 'Viktor Hahn');
    await save(ana);
    await said(ana, 'It is shared with Viktor Hahn now.');
    expect((await sharesOf('Borealis Foods')).length).toBe(2);
    await ana.context().close();
  });
});
