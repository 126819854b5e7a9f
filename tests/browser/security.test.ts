import type { Page } from 'playwright-core';

import { bindingsResponse } from '../../contracts/http-bindings';
import { SUPER_ADMIN, openPage, usePanel } from './panel';

interface Internals {
  internals: { gate: { close(uid: string): void } };
}

const textsOf = (page: Page, uid: string) =>
  page.getByRole('row').filter({ has: page.getByText(uid, { exact: true }) }).getByRole('cell').allInnerTexts();

describe('the Security page', () => {
  const at = usePanel();

  it('lists what each feature governs, as the contract says', async () => {
    const { body } = await (await at.site.asAdmin(SUPER_ADMIN)).get('/roster/bindings').expect(200);
    const bindings = bindingsResponse.parse(body).data;
    expect(bindings).toContainEqual({
      type: { uid: 'api::playbook-run.playbook-run', displayName: 'Playbook run' },
      feature: 'playbooks',
      kind: 'run',
      via: { role: 'target', attribute: 'customer', type: { uid: 'api::customer.customer', displayName: 'Customer' } },
      owns: false,
      fields: [],
      mode: 'enforce',
      nonMembers: 'closed',
      state: 'enforced',
    });
    await openPage(at.page, 'Security');
    await at.page.getByRole('table', { name: 'Governed content types' }).waitFor();
    expect(await at.page.getByRole('rowheader').count()).toBe(bindings.length);
  });

  it.each([
    ['api::customer.customer', ['Customer 360', 'Record', 'Its owner and co-owners', 'custom belongs to Custom fields', 'ENFORCED']],
    ['api::note.note', ['Customer 360', 'Detail of a record', 'Its parent: Customer (customer)', 'All of this feature', 'ENFORCED']],
    ['api::notification.notification', ['Notifications', 'Personal', 'Its author', 'All of this feature', 'ENFORCED']],
  ])('says of %s what decides', async (uid, texts) => {
    expect(await textsOf(at.page, uid)).toEqual(texts);
  });

  it('warns of a type that is closed, because the guard is not in force there', async () => {
    expect(await at.page.getByRole('alert').getByText('closed to everybody').count()).toBe(0);
    (at.site.strapi.plugin('roster').service('enforcement') as Internals).internals.gate.close('api::note.note');
    await openPage(at.page, 'Security');
    await at.page.getByRole('alert').getByText('A content type is closed to everybody').waitFor();
    expect((await textsOf(at.page, 'api::note.note')).at(-1)).toBe('CLOSED');
  });

  it('says what to do while nothing is governed', async () => {
    await at.page.route((url) => url.pathname === '/roster/bindings', (route) => route.fulfill({ json: { data: [] } }));
    await openPage(at.page, 'Security');
    await at.page.getByText('No content type is governed yet.').waitFor();
  });
});
