import type { Page } from 'playwright-core';

import { AUDIT_ACTIONS } from '../../contracts/audit-actions';
import { auditResponse } from '../../contracts/http-audit';
import { SUPER_ADMIN, addressOf, openPage, usePanel } from './panel';

const CUSTOMER = '/api/customers';
const AUDIT = (url: URL) => url.pathname === '/roster/audit';

const rowsOf = (page: Page) => page.getByRole('table').locator('tbody tr');
const idsOf = (page: Page) => rowsOf(page).locator('td:nth-child(4) code').allInnerTexts();

describe('the Audit page', () => {
  const at = usePanel({ customers: 60 });

  const get = async (query = '') => (await at.site.asAdmin(SUPER_ADMIN)).get(`/roster/audit${query}`);

  it('shows the newest first: when, what, who and to what', async () => {
    const carla = await at.site.as('carla@roster.test');
    const { body } = await carla.get(CUSTOMER).expect(200);
    const [customer] = body.data as { documentId: string }[];
    await carla.put(`${CUSTOMER}/${customer?.documentId}`).send({ data: { name: 'Renamed' } }).expect(200);

    await openPage(at.page, 'Audit');
    await at.page.getByRole('table').waitFor();
    const [newest] = await rowsOf(at.page).all();
    expect(await newest?.locator('td:nth-child(2)').innerText()).toContain(AUDIT_ACTIONS['record.updated'].description);
    expect(await newest?.locator('td:nth-child(3)').innerText()).toBe('Carla Mendes');
    expect(await newest?.locator('td:nth-child(4)').innerText()).toContain(`Customer\n${customer?.documentId}`);
    expect(await newest?.locator('time').getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(await rowsOf(at.page).filter({ hasText: 'System' }).count()).toBeGreaterThan(0);
  });

  it('goes to older pages and back, and the address knows where it is', async () => {
    await openPage(at.page, 'Audit');
    await at.page.getByRole('table').waitFor();
    const first = await idsOf(at.page);
    expect(first).toHaveLength(25);
    expect(await at.page.getByRole('button', { name: 'Newer' }).isDisabled()).toBe(true);

    await at.page.getByRole('button', { name: 'Older' }).click();
    await at.page.waitForURL(/before=/);
    await at.page.getByRole('button', { name: 'Newer' }).and(at.page.locator(':enabled')).waitFor();
    const second = await idsOf(at.page);
    expect(second).not.toEqual(first);
    await at.page.reload();
    await at.page.getByRole('table').waitFor();
    expect(await idsOf(at.page)).toEqual(second);

    await at.page.getByRole('button', { name: 'Newer' }).click();
    await at.page.waitForURL(/after=/);
    await at.page.getByRole('button', { name: 'Newer' }).and(at.page.locator(':disabled')).waitFor();
    expect(await idsOf(at.page)).toEqual(first);
  });

  it('pages meet without a gap, while the log grows at its head', async () => {
    const all = auditResponse.parse((await get('?pageSize=100')).body).data;
    const walked: string[] = [];
    let query = '?pageSize=7';
    while (walked.length < all.length && query !== '') {
      const { data, meta } = auditResponse.parse((await get(query)).body);
      walked.push(...data.map(({ eventId }) => eventId));
      const access = at.site.strapi.plugin('roster').service('access') as { setCells(cells: object[], by: object): Promise<void> };
      await access.setCells([{ role: 'viewer', feature: 'analytics', action: 'view', scope: walked.length % 2 === 0 ? 'all' : 'own' }], { kind: 'system' });
      query = meta.pagination.older === null ? '' : `?pageSize=7&before=${meta.pagination.older}`;
    }
    expect(walked.slice(0, all.length)).toEqual(all.map(({ eventId }) => eventId));
  });

  it.each([
    ['?pageSize=0', 'pageSize'],
    ['?pageSize=101', 'pageSize'],
    ['?before=1%20or%201=1', 'before'],
    ['?before=5&after=2', 'after'],
    ['?page=2', 'page'],
  ])('refuses %s and names %s', async (query, path) => {
    const { status, body } = await get(query);
    expect([status, body.error.details.code, body.error.details.path]).toEqual([400, 'VALIDATION_FAILED', path]);
  });

  it('says that it waits, then that it failed, and tries again when asked', async () => {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await at.page.route(AUDIT, async (route) => {
      await held;
      await route.fulfill({ status: 500, json: { data: null, error: { status: 500, name: 'InternalServerError', message: 'no' } } });
    });
    await at.page.goto(addressOf('Audit'));
    // The state of the log above loads by itself.
    await at.page.locator('main [aria-busy=true]').getByText('Loading').last().waitFor();
    answer();
    await at.page.getByText('This could not be loaded.').waitFor();
    await at.page.unroute(AUDIT);
    await at.page.getByRole('button', { name: 'Try again' }).click();
    await at.page.getByRole('table').waitFor();
  });

  it('says so when there is nothing', async () => {
    const pagination = { pageSize: 25, newer: null, older: null };
    await at.page.route(AUDIT, (route) => route.fulfill({ json: { data: [], meta: { pagination } } }));
    await at.page.goto(addressOf('Audit'));
    await at.page.getByText('Nothing has happened yet.').waitFor();
    await at.page.goto(`${addressOf('Audit')}?before=1`);
    await at.page.getByText('There are no entries on this page.').waitFor();
    await at.page.unroute(AUDIT);
    await at.page.getByRole('link', { name: 'Newest' }).click();
    await at.page.getByRole('table').waitFor();
    expect(new URL(at.page.url()).search).toBe('');
  });
});
