import type { Page } from 'playwright-core';

import { ACTIONS, FEATURES, matrixCells } from '../support/matrix-cases';
import { addressOf, openPage, usePanel } from './panel';

const ROLES = ['admin', 'director', 'csm', 'viewer'];
const SCOPES: Record<string, string> = { none: 'None', own: 'Own', book: 'Book', all: 'All' };

const permissions = (...roles: string[]) => `${addressOf('Team')}?tab=permissions${roles.map((role) => `&role=${role}`).join('')}`;

/** What a screen reader finds in the table: the texts of its cells, row by row, symbols left out. */
const cellsIn = (page: Page): Promise<string[][]> =>
  page.getByRole('table').locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll('td')].map((cell) => {
        const copy = cell.cloneNode(true) as HTMLElement;
        for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
        return copy.textContent.trim();
      }),
    ),
  );

const expectedOf = (role: string): string[][] =>
  FEATURES.map((feature) =>
    ACTIONS.map((action) => SCOPES[matrixCells().find((cell) => cell.role === role && cell.feature === feature && cell.action === action)?.scope ?? ''] ?? '?'),
  );

describe('the Team page', () => {
  const at = usePanel();

  it.each(ROLES)('shows the 88 cells of %s as a table with headers on both sides', async (role) => {
    await at.page.goto(permissions(role));
    await at.page.getByRole('table').waitFor();
    expect(await at.page.getByRole('columnheader').count()).toBe(1 + ACTIONS.length);
    expect(await at.page.getByRole('rowheader').count()).toBe(FEATURES.length);
    expect(await cellsIn(at.page)).toEqual(expectedOf(role));
  });

  it('compares the roles that are chosen, and keeps the choice in the address', async () => {
    await at.page.goto(permissions('csm'));
    await at.page.getByRole('combobox', { name: 'Roles' }).click();
    await at.page.getByRole('option', { name: 'Viewer' }).click();
    await at.page.keyboard.press('Escape');
    await at.page.getByRole('table', { name: 'Permissions of CSM and Viewer' }).waitFor();
    expect(new URL(at.page.url()).searchParams.getAll('role')).toEqual(['csm', 'viewer']);
    const [csm, viewer] = [expectedOf('csm'), expectedOf('viewer')];
    expect(await cellsIn(at.page)).toEqual(FEATURES.flatMap((_feature, index) => [csm[index], viewer[index]]));
    await at.page.reload();
    await at.page.getByRole('table', { name: 'Permissions of CSM and Viewer' }).waitFor();
  });

  it('leads from a role to its permissions, and back by the Back button', async () => {
    await at.page.goto(`${addressOf('Team')}?tab=roles`);
    await at.page.getByRole('link', { name: 'Show permissions of Director' }).click();
    await at.page.getByRole('table', { name: 'Permissions of Director' }).waitFor();
    await at.page.goBack();
    await at.page.getByRole('table', { name: 'Roles of the team' }).waitFor();
  });

  it('is walked by keyboard: tabs by arrows, the table by its region', async () => {
    await openPage(at.page, 'Team');
    await at.page.getByRole('tab', { name: 'Roles' }).focus();
    await at.page.keyboard.press('ArrowRight');
    await at.page.getByRole('table', { name: 'Permissions of CSM' }).waitFor();
    expect(new URL(at.page.url()).searchParams.get('tab')).toBe('permissions');
    const region = at.page.getByRole('region', { name: 'Permissions of CSM' });
    for (let presses = 0; presses < 8 && !(await region.evaluate((element) => element === document.activeElement)); presses += 1) {
      await at.page.keyboard.press('Tab');
    }
    expect(await region.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('shows an edit of the matrix when it is opened again', async () => {
    const ana = await at.site.as('ana@roster.test');
    await ana.put('/api/roster/matrix').send({ data: { cells: [{ role: 'viewer', feature: 'data_export', action: 'export', scope: 'own' }] } }).expect(200);
    await at.page.goto(permissions('viewer'));
    await at.page.getByRole('table').waitFor();
    expect((await cellsIn(at.page))[FEATURES.indexOf('data_export')]?.at(-1)).toBe('Own');
  });
});
