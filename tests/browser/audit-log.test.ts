import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

import { auditLog, rawLog } from '../support/audit-log';
import { CUSTOMER } from '../support/roster';
import { bookOf, worldOf, type World } from '../support/world';
import { violationsOf } from './axe';
import { shoot } from './looking';
import { SUPER_ADMIN, addressOf, openPage, signIn, usePanel } from './panel';

const rowsOf = (page: Page) => page.getByRole('table').locator('tbody tr');

describe('the audit log in the panel', () => {
  const at = usePanel({ customers: 30 });
  let world: World;

  beforeAll(async () => {
    world = await worldOf(at.site.strapi);
    const ana = await at.site.as('ana@roster.test');
    const [first, second] = bookOf(world, 'carla');
    await ana.post('/api/health-models').send({ data: { name: 'Usage first', weights: { usage: 0.7, support: 0.3 } } }).expect(201);
    await ana.put(`/api/customers/${first?.documentId}`).send({ data: { tier: 'starter' } }).expect(200);
    await (await at.site.as('carla@roster.test')).delete(`/api/customers/${second?.documentId}`).expect(403);
  });

  const loaded = async (page: Page) => {
    await page.getByRole('table').waitFor();
    await page.getByText(/^Sealed: /).waitFor();
  };

  it('[A093] filters narrow the table, stand in the address, and are cleared', async () => {
    await openPage(at.page, 'Audit');
    await loaded(at.page);
    await shoot(at.page, 'audit-full');
    await at.page.goto(`${addressOf('Audit')}?action=record.updated&actor=${world.members['ana']}`);
    await loaded(at.page);
    const names = await rowsOf(at.page).locator('td:nth-child(3)').allInnerTexts();
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names)).toEqual(new Set(['Ana Ruiz']));
    await shoot(at.page, 'audit-filtered');
    await at.page.getByRole('button', { name: 'Clear filters' }).click();
    await at.page.waitForURL((url) => !url.search.includes('action='));
    await at.page.goto(`${addressOf('Audit')}?action=territory.deleted`);
    await at.page.getByText('No entry is like that.').waitFor();
    await shoot(at.page, 'audit-nothing-found');
  });

  it('one entry says all, before and after, and has an address of its own', async () => {
    await at.page.goto(`${addressOf('Audit')}?action=record.created&actor=${world.members['ana']}`);
    await loaded(at.page);
    await rowsOf(at.page).first().getByRole('link').first().click();
    const dialog = at.page.getByRole('dialog');
    await dialog.getByText('Usage first').waitFor();
    await dialog.getByText('weights', { exact: true }).waitFor();
    await dialog.getByText(/127\.0\.0\.1/).waitFor();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await shoot(at.page, 'audit-entry');
    await at.page.reload();
    await at.page.getByRole('dialog').getByText('Usage first').waitFor();
    await at.page.keyboard.press('Escape');
    await at.page.waitForURL((url) => !url.search.includes('entry='));
  });

  it('one entry names the members that its details tell of, their ids beside them', async () => {
    const [first, second] = world.plan.filter(({ owner }) => owner === 'carla');
    const [carla, chen] = [world.members['carla'], world.members['chen']];
    await (await at.site.as('ana@roster.test')).put(`/api/roster/records/${CUSTOMER}/${first?.documentId}/owner`).send({ data: { owner: chen } }).expect(200);
    const moves = [{ record: first?.documentId, from: chen, to: carla }, { record: second?.documentId, from: carla, to: null }];
    await auditLog(at.site.strapi).record({ action: 'owners.changed', actor: { kind: 'system' }, target: { type: CUSTOMER, id: 'job' }, details: { moves } });
    const open = async (search: string) => {
      await at.page.goto(`${addressOf('Audit')}?${search}`);
      await loaded(at.page);
      await rowsOf(at.page).first().getByRole('link').first().click();
      return at.page.getByRole('dialog');
    };
    const changed = await open(`action=owner.changed&target=${first?.documentId}`);
    for (const [name, id] of [['Carla Mendes', carla], ['Chen Wei', chen]] as const) {
      const term = changed.getByRole('definition').filter({ hasText: name });
      await term.waitFor();
      expect(await term.innerText()).toContain(id);
    }
    await shoot(at.page, 'audit-entry-names');
    const table = (await open('action=owners.changed&target=job')).getByRole('table', { name: 'Moves' });
    await table.getByRole('link', { name: first?.draftName ?? '?' }).waitFor();
    expect(await table.locator('tbody tr').allInnerTexts()).toEqual([expect.stringMatching(/Chen Wei[\s\S]*Carla Mendes/), expect.stringMatching(/Carla Mendes[\s\S]*Nobody/)]);
    await shoot(at.page, 'audit-entry-moves');
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
  });

  it('[A095] the log is checked; what is wrong is said, and the weekly review is noted', async () => {
    await openPage(at.page, 'Audit');
    await loaded(at.page);
    await at.page.getByRole('button', { name: 'I have read it' }).click();
    await at.page.getByRole('button', { name: 'I have read it' }).waitFor({ state: 'detached' });
    await at.page.getByRole('button', { name: 'Check now' }).click();
    await at.page.getByText('Sound', { exact: true }).waitFor();
    await rawLog(at.site.strapi)('entries').where({ place: 2 }).update({ outcome: 'refused' });
    await at.page.getByRole('button', { name: 'Check now' }).click();
    await at.page.getByText('Not sound', { exact: true }).waitFor();
    await at.page.getByText(/An entry was changed after it was written/).first().waitFor();
    await shoot(at.page, 'audit-not-sound');
    expect(await violationsOf(at.page, 'main')).toEqual([]);
  });

  it('a check that broke off is said, beside what the last one found', async () => {
    const { db } = at.site.strapi;
    await openPage(at.page, 'Audit');
    await loaded(at.page);
    await db.connection.schema.renameTable('roster_audit_checkpoints', 'roster_audit_elsewhere');
    await at.page.getByRole('button', { name: 'Check now' }).click();
    await at.page.getByText(/^A check broke off .*roster_audit_checkpoints/).waitFor();
    await db.connection.schema.renameTable('roster_audit_elsewhere', 'roster_audit_checkpoints');
    await at.page.getByText('Not sound', { exact: true }).waitFor();
    await shoot(at.page, 'audit-check-failed');
    expect(await violationsOf(at.page, 'main')).toEqual([]);
    await at.page.getByRole('button', { name: 'Check now' }).click();
    await at.page.getByText(/^A check broke off/).waitFor({ state: 'detached' });
  });

  it('entries of each day are a chart, and a table for who would rather read', async () => {
    await openPage(at.page, 'Audit');
    await loaded(at.page);
    await at.page.getByRole('button', { name: 'Show as a table' }).click();
    const table = at.page.getByRole('table', { name: 'Entries per day, newest first' });
    await table.waitFor();
    const today = Number((await table.locator('tbody tr').first().locator('td').last().innerText()).replace(/\D/g, ''));
    expect(today).toBeGreaterThan(20);
  });

  it('[A094] what is looked for is exported as a file', async () => {
    await at.page.goto(`${addressOf('Audit')}?action=record.updated`);
    await loaded(at.page);
    await at.page.getByRole('button', { name: 'Export' }).click();
    const download = at.page.waitForEvent('download');
    await at.page.getByRole('menuitem', { name: /CSV/ }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
    expect(lines[0]).toMatch(/^place,eventId,occurredAt,action/);
    expect(lines.length).toBe((await rowsOf(at.page).count()) + 1);
  });

  it('in the dark, in German, without a violation', async () => {
    const page = await signIn(at.browser, at.site, SUPER_ADMIN, { theme: 'dark', locale: 'de' });
    await page.goto(addressOf('Audit'));
    await page.getByRole('table').waitFor();
    await page.getByText(/^Versiegelt/).waitFor();
    await shoot(page, 'audit-dark-de');
    expect(await violationsOf(page, 'main')).toEqual([]);
    await page.context().close();
  });

  it('the homepage shows the last entries, and that the log is not sound', async () => {
    await at.page.goto('/admin');
    const widget = at.page.getByRole('list', { name: 'Audit entries, newest first' });
    await widget.getByRole('listitem').first().waitFor();
    expect(await widget.getByRole('listitem').count()).toBe(5);
    await at.page.getByText(/was not what was sealed/).first().waitFor();
    await shoot(at.page, 'home');
  });
});
