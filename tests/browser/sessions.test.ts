import type { Locator, Page } from 'playwright-core';

import { sessionsAt } from '../support/sessions';
import { shiftTime } from '../support/time';
import { PASSWORD } from '../support/people';
import { violationsOf } from './axe';
import { shoot } from './looking';
import { openPage, signIn, usePanel, type PanelOptions } from './panel';

const dialogOf = (page: Page, name: string): Locator => page.getByRole('dialog', { name: `Sessions of ${name}` });

describe('the sessions of a member in the panel', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 6 });
  const { token, panelToken, asked, inPanel } = sessionsAt(() => at.site);
  afterEach(() => shiftTime(0));

  const open = async (page: Page, name: string): Promise<Locator> => {
    await openPage(page, 'Team');
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Sessions' }).click();
    const dialog = dialogOf(page, name);
    await dialog.waitFor();
    return dialog;
  };
  const rows = (dialog: Locator): Locator => dialog.locator('tbody tr');

  it('are listed by device, door and address, and one of them is ended', async () => {
    const [jwt, panel] = [await token('vera'), await panelToken('vera')];
    const dialog = await open(at.page, 'Vera Novak');
    await rows(dialog).nth(1).waitFor();
    const texts = (await rows(dialog).allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).toMatch(/^Chrome on macOS (Panel|App) 127\.0\.0\.1 .+ Sign out$/);
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await shoot(at.page, 'sessions-full');
    await rows(dialog).filter({ hasText: 'App' }).getByRole('button').click();
    await rows(dialog).nth(1).waitFor({ state: 'detached' });
    expect([(await asked(jwt))[1], await inPanel(panel)]).toEqual(['SESSION_ENDED', 200]);
  });

  it('stay where whoever was asked for the password turns away', async () => {
    const panel = await panelToken('vera');
    const dialog = await open(at.page, 'Vera Novak');
    await rows(dialog).first().waitFor();
    shiftTime(20 * 60_000);
    await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
    await at.page.getByRole('dialog', { name: 'Is it you?' }).getByRole('button', { name: 'Cancel' }).click();
    await at.page.getByRole('dialog', { name: 'Is it you?' }).waitFor({ state: 'detached' });
    expect(await rows(dialog).count()).toBeGreaterThan(0);
    shiftTime(0);
    expect(await inPanel(panel)).toBe(200);
  });

  it('are all ended, after the password where that is long ago; a wrong one is said at its field', async () => {
    const panel = await panelToken('vera');
    const dialog = await open(at.page, 'Vera Novak');
    await rows(dialog).first().waitFor();
    shiftTime(20 * 60_000);
    await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
    const proof = at.page.getByRole('dialog', { name: 'Is it you?' });
    await proof.getByLabel('Password').fill('not this one');
    await at.page.keyboard.press('Enter');
    await proof.getByText('This is not your password.').waitFor();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await shoot(at.page, 'sessions-step-up');
    expect(await inPanel(panel)).toBe(200);
    await proof.getByLabel('Password').fill(PASSWORD);
    await at.page.keyboard.press('Enter');
    await dialog.getByText('Not signed in anywhere.').waitFor();
    await shoot(at.page, 'sessions-empty');
    expect(await inPanel(panel)).toBe(401);
  });

  it('that cannot be read are said to be so, and asked for again', async () => {
    await panelToken('vera');
    await at.page.route('**/roster/members/*/sessions', (route) => route.fulfill({ status: 500, body: '{}' }));
    const dialog = await open(at.page, 'Vera Novak');
    await dialog.getByRole('alert').waitFor();
    await shoot(at.page, 'sessions-error');
    await at.page.unroute('**/roster/members/*/sessions');
    await dialog.getByRole('button', { name: /again/i }).click();
    await rows(dialog).first().waitFor();
  });

  it.each([
    ['dark', 'en', 'Sessions', 'Chrome on macOS'],
    ['light', 'de', 'Sitzungen', 'Chrome unter macOS'],
    ['light', 'es', 'Sesiones', 'Chrome en macOS'],
    ['light', 'fr', 'Sessions', 'Chrome sous macOS'],
  ] as const)('are there in %s and in %s', async (theme, locale, title, device) => {
    const page = await signIn(at.browser, at.site, 'ana@roster.test', { theme, locale } satisfies PanelOptions);
    await page.goto('/admin/plugins/roster/team');
    await page.getByRole('row').filter({ hasText: 'Vera Novak' }).getByRole('button').last().click();
    await page.getByRole('menuitem', { name: title }).click();
    await page.getByRole('dialog').getByText(device).first().waitFor();
    expect(await violationsOf(page, '[role=dialog]')).toEqual([]);
    await shoot(page, `sessions-${theme}-${locale}`);
    await page.context().close();
  });
});
