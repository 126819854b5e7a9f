import type { Locator, Page } from 'playwright-core';

import { CUSTOMER, roster } from '../support/roster';
import { bookOf, worldOf, type World } from '../support/world';
import { signIn, usePanel } from './panel';

const LIST = `/admin/content-manager/collection-types/${CUSTOMER}`;

const access = (page: Page): Locator => page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: 'Access' }) });
const filter = (page: Page): Locator => page.getByRole('combobox', { name: 'Filter by owner' });
const found = (page: Page, count: number): Promise<void> => page.getByText(count === 1 ? '1 entry found' : `${count} entries found`).waitFor();

describe('owners in the Content Manager', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 24 });
  let world: World;

  beforeAll(async () => {
    world = await worldOf(at.site.strapi);
  });

  const ownedBy = (key: string | null) => world.plan.filter(({ owner }) => owner === key);

  it('have a column, which is asked for once a page', async () => {
    const asked: string[] = [];
    at.page.on('request', (request) => {
      if (request.method() === 'POST' && new URL(request.url()).pathname === `/roster/records/${CUSTOMER}/owners`) asked.push(request.postData() ?? '');
    });
    await at.page.goto(`${LIST}?page=1&pageSize=50&sort=name:ASC`);
    await found(at.page, 24);
    const borealis = at.page.getByRole('row').filter({ hasText: 'Borealis Foods' });
    await borealis.getByText('Chen Wei').waitFor();
    expect(await borealis.getByText('With Carla Mendes.').count()).toBe(1);
    expect(asked.map((body) => (JSON.parse(body) as { data: { records: string[] } }).data.records.length)).toEqual([24]);
  });

  it('filter the list, and the address keeps it beside the filters of the host', async () => {
    await at.page.goto(`${LIST}?page=2&pageSize=10&sort=name:ASC`);
    await filter(at.page).click();
    await at.page.getByRole('option', { name: 'Carla Mendes' }).click();
    await found(at.page, ownedBy('carla').length);
    expect(new URL(at.page.url()).searchParams.get('page')).toBe('1');
    await at.page.reload();
    await found(at.page, ownedBy('carla').length);
    await filter(at.page).filter({ hasText: 'Carla Mendes' }).waitFor();
    await filter(at.page).click();
    await at.page.getByRole('option', { name: 'No owner' }).click();
    await found(at.page, ownedBy(null).length);
    await filter(at.page).click();
    await at.page.getByRole('option', { name: 'Any owner' }).click();
    await found(at.page, 24);
    expect(at.page.url()).not.toContain('roster');
  });

  it('the filter is kept for the next time, as the host keeps its own, until it is taken off', async () => {
    const elsewhere = () => at.page.goto('/admin/content-manager/collection-types/api::tag.tag');
    const comeBack = () => at.page.getByRole('link', { name: 'Customer', exact: true }).click();
    await at.page.goto(`${LIST}?filters[$and][0][name][$startsWith]=A`);
    await filter(at.page).click();
    await at.page.getByRole('option', { name: 'Carla Mendes' }).click();
    const both = ownedBy('carla').filter(({ name }) => name.startsWith('A')).length;
    await found(at.page, both);
    await elsewhere();
    await comeBack();
    await filter(at.page).filter({ hasText: 'Carla Mendes' }).waitFor();
    await found(at.page, both);
    await at.page.goto(`${LIST}?roster[owner]=${world.members['chen']}&filters[$and][0][name][$notNull]=true`);
    await found(at.page, ownedBy('chen').length);
    await filter(at.page).click();
    await at.page.getByRole('option', { name: 'Any owner' }).click();
    await found(at.page, 24);
    await elsewhere();
    await comeBack();
    await found(at.page, 24);
    expect(at.page.url()).not.toContain('roster');
    await at.page.goto(`${LIST}?filters[$and][0][name][$notNull]=true`);
    await at.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('STRAPI_LIST_VIEW_SETTINGS')).forEach((key) => localStorage.removeItem(key)));
  });

  it('a link to somebody’s book says whose it is', async () => {
    await at.page.goto(`${LIST}?roster[book]=${world.members['carla']}`);
    await found(at.page, bookOf(world, 'carla').length);
    await at.page.getByText('Book of Carla Mendes').waitFor();
  });

  it('My book is there for whoever has one, by mouse and keyboard', async () => {
    await roster(at.site.strapi, 'access').setCells([{ role: 'csm', feature: 'customer_360', action: 'view', scope: 'all' }], { kind: 'system' });
    const page = await signIn(at.browser, at.site, 'carla@roster.test');
    await page.goto(LIST);
    await found(page, 24);
    const button = page.getByRole('button', { name: 'My book' });
    await button.click();
    await found(page, bookOf(world, 'carla').length);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.focus();
    await page.keyboard.press('Enter');
    await found(page, 24);
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await page.context().close();
    await roster(at.site.strapi, 'access').setCells([{ role: 'csm', feature: 'customer_360', action: 'view', scope: 'book' }], { kind: 'system' });

    await at.page.goto(LIST);
    await filter(at.page).waitFor();
    expect(await at.page.getByRole('button', { name: 'My book' }).count()).toBe(0);
  });

  it('co-owners come and go beside the record', async () => {
    await at.page.goto(`${LIST}/${world.customers['Acme Robotics']}`);
    await access(at.page).getByRole('button', { name: 'Add co-owner' }).click();
    const form = at.page.getByRole('dialog', { name: 'Add co-owner' });
    await form.getByRole('combobox', { name: 'Co-owner' }).click();
    const offered = (await at.page.getByRole('option').allInnerTexts()).map((text) => text.split('\n')[0]);
    expect(offered).toEqual(['Chen Wei', 'Cleo Dubois', 'Colin Murphy', 'Cora Vega', 'Cyrus Prado']);
    await at.page.getByRole('option', { name: 'Cora Vega' }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await at.page.getByText('Cora Vega is co-owner now.').first().waitFor();
    await access(at.page).getByRole('button', { name: 'Remove Cora Vega from the co-owners' }).click();
    await at.page.getByText('Cora Vega is co-owner no more.').first().waitFor();
    await access(at.page).getByText('Cora Vega').waitFor({ state: 'detached' });
    await access(at.page).getByRole('button', { name: 'Owner history' }).click();
    const history = at.page.getByRole('dialog', { name: 'Owner history' });
    await history.getByText('Cora Vega is no longer co-owner').waitFor();
    await history.getByText('Cora Vega became co-owner').waitFor();
  });

  it('says with whom a record is shared, and until when', async () => {
    const acme = world.customers['Acme Robotics'] as string;
    const ana = await at.site.asAdmin('ana@roster.test');
    await ana.post(`/roster/records/${CUSTOMER}/${acme}/shares`).send({ data: { member: world.members['cleo'], endsAt: '2099-01-31T12:00:00.000Z' } }).expect(200);
    await at.page.goto(`${LIST}/${acme}`);
    const shared = access(at.page).getByRole('definition').filter({ hasText: 'Cleo Dubois' });
    await shared.getByText('until Jan 31, 2099').waitFor();
    await ana.delete(`/roster/records/${CUSTOMER}/${acme}/shares/${world.members['cleo']}`).expect(200);
    await at.page.reload();
    await access(at.page).getByText('Carla Mendes').waitFor();
    await access(at.page).getByText('Shared with').waitFor();
    expect(await access(at.page).getByText('Cleo Dubois').count()).toBe(0);
  });

  it('the history tells the rule and its reasons, is honest when it is empty, and when it cannot be loaded', async () => {
    const borealis = world.customers['Borealis Foods'] as string;
    const segment = (world['segments'] as Readonly<Record<string, string>>)['Start-ups'] as string;
    const rule = { documentId: 'r'.repeat(24), name: 'Enterprise LATAM' };
    const reasons = [
      { field: 'segment', operator: 'equals', expected: segment, actual: segment },
      { field: 'arr', operator: 'above', expected: 50_000, actual: 61_000 },
    ];
    const move = { record: borealis, from: world.members['chen'] as string, to: world.members['cora'] as string, cause: { source: 'rule' as const, rule, reasons } };
    await roster(at.site.strapi, 'books').move(CUSTOMER, [move]);
    await at.page.goto(`${LIST}/${borealis}`);
    const open = async () => access(at.page).getByRole('button', { name: 'Owner history' }).click();
    await open();
    const history = at.page.getByRole('dialog', { name: 'Owner history' });
    await history.getByText('Rule “Enterprise LATAM”: segment is Start-ups, arr above 50,000: 61,000').waitFor();
    await at.page.keyboard.press('Escape');

    const isHistory = (url: URL) => url.pathname.endsWith('/history');
    await at.page.route(isHistory, (route) => route.fulfill({ json: { data: [] } }));
    await open();
    await history.getByText('Nobody has owned it yet.').waitFor();
    await at.page.keyboard.press('Escape');
    await at.page.unroute(isHistory);
    await at.page.route(isHistory, (route) => route.fulfill({ status: 500, json: { data: null, error: { status: 500, name: 'InternalServerError', message: 'no' } } }));
    await open();
    await history.getByText('This could not be loaded.').waitFor();
    await at.page.unroute(isHistory);
  });
});
