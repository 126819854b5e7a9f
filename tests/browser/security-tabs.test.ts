import type { Page } from 'playwright-core';

import { createApiToken, createPanelToken } from '../support/tokens';
import { addressOf, usePanel } from './panel';

const tab = (name: string) => `${addressOf('Security')}?tab=${name}`;
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });

describe('the tabs of the Security page', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 24, configOverride: { 'plugin::roster': { mode: 'observe' } } });

  it('[A222:panel] show the bindings as observed, and that nobody has lost anything yet', async () => {
    await at.page.goto(tab('protection'));
    await at.page.getByRole('table').waitFor();
    expect(await rowOf(at.page, 'Customer').first().getByText('Observed').count()).toBe(1);
    await at.page.goto(tab('observation'));
    await at.page.getByText('So far nobody would lose anything.').first().waitFor();
  });

  it('[A222:panel] report who would lose what, by role and route, and start over', async () => {
    await (await at.site.as('carla@roster.test')).get('/api/analytics/summary');
    await (await at.site.as('carla@roster.test')).get('/api/probe/team_management/view');
    await at.site.http.get('/api/open/customers').expect(200);
    await at.page.goto(tab('observation'));
    await at.page.getByText('A refusal').first().waitFor();
    const row = at.page.getByRole('row').filter({ hasText: 'GET /api/open/customers' });
    expect(await row.getByRole('rowheader').innerText()).toBe('Nobody signed in');
    expect(await row.getByText('Anybody').count()).toBe(1);
    await at.page.getByRole('button', { name: 'Start over' }).click();
    await at.page.getByRole('button', { name: 'Confirm' }).click();
    await at.page.getByText('The report starts over.').first().waitFor();
    expect(await at.page.getByText('A refusal').count()).toBe(0);
  });

  it('[A214:panel] bind an API token to a member, to a role, and to nobody', async () => {
    await createApiToken(at.site.strapi, 'Billing sync', ['api::customer.customer.find']);
    await createApiToken(at.site.strapi, 'Everything', 'full-access');
    await createPanelToken(at.site.strapi, 'An agent', 'carla@roster.test', [{ action: 'plugin::upload.read' }]);
    await at.page.goto(tab('tokens'));
    await rowOf(at.page, 'Billing sync').getByText('Nobody').waitFor();
    expect(await rowOf(at.page, 'Everything').getByText('The system: everything').count()).toBe(1);
    expect(await rowOf(at.page, 'Everything').getByRole('button').count()).toBe(0);

    const change = async (token: string, choose: () => Promise<void>) => {
      await at.page.getByRole('button', { name: `Change whom ${token} acts for` }).click();
      await choose();
      await at.page.getByRole('button', { name: 'Save' }).click();
    };
    await change('Billing sync', async () => {
      await at.page.getByRole('radio', { name: 'A member' }).click();
      await at.page.getByRole('combobox', { name: 'Member' }).pressSequentially('mendes');
      await at.page.getByRole('option', { name: 'Carla Mendes' }).click();
    });
    await rowOf(at.page, 'Billing sync').getByText('Carla Mendes').waitFor();
    await change('Billing sync', async () => {
      await at.page.getByRole('radio', { name: /A role/ }).click();
      await at.page.getByRole('combobox', { name: 'Role' }).click();
      await at.page.getByRole('option', { name: 'Viewer' }).click();
    });
    await rowOf(at.page, 'Billing sync').getByText('Everybody’s role: Viewer').waitFor();
    await change('Billing sync', async () => at.page.getByRole('radio', { name: /Nobody/ }).click());
    await rowOf(at.page, 'Billing sync').getByText('Nobody').waitFor();
    await change('An agent', async () => at.page.getByRole('radio', { name: 'Its owner, Carla Mendes' }).click());
    await rowOf(at.page, 'An agent').getByRole('cell').nth(1).getByText('Carla Mendes').waitFor();
  });

  it('keep the keyboard in the form for an API token, also once somebody has to be chosen in it', async () => {
    await at.page.goto(tab('tokens'));
    await at.page.getByRole('button', { name: 'Change whom Read Only acts for' }).click();
    const form = at.page.getByRole('dialog');
    for (const choice of ['A member', /A role/, 'A member']) {
      await form.getByRole('radio', { name: choice }).click();
      const reached = new Set<string>();
      for (let presses = 0; presses < 12; presses += 1) {
        await at.page.keyboard.press('Tab');
        const [isInside, what] = await form.evaluate((dialog) => [dialog.contains(document.activeElement), document.activeElement?.getAttribute('role') ?? document.activeElement?.textContent ?? ''] as const);
        expect([choice, isInside]).toEqual([choice, true]);
        reached.add(what);
      }
      expect([...reached]).toEqual(expect.arrayContaining(['radio', 'combobox', 'Cancel']));
    }
    await at.page.keyboard.press('Escape');
  });

  it('tell what of the host is here', async () => {
    await at.page.goto(tab('integrations'));
    await rowOf(at.page, 'GraphQL').getByText('In use').waitFor();
    await rowOf(at.page, 'MCP server').getByText('Not there').waitFor();
  });
});
