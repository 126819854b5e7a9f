import type { Locator, Page } from 'playwright-core';

import { roster, table, CUSTOMER } from '../support/roster';
import { letEverybodyEditUsers, userRow } from '../support/user-rights';
import { bookOf, worldOf, type World } from '../support/world';
import { violationsOf } from './axe';
import { said, shoot } from './looking';
import { openPage, signIn, usePanel } from './panel';

const membersTable = (page: Page): Locator => page.getByRole('table', { name: 'Members of the team' });
const rowOf = (page: Page, name: string): Locator => membersTable(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
const openMembers = async (page: Page): Promise<void> => {
  await openPage(page, 'Team');
  await membersTable(page).waitFor();
};

describe('a team is kept in order in the panel', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 24, configOverride: { 'plugin::roster': { team: { adminsWarnAbove: 2 } } } });
  let world: World;

  const idOf = (key: string) => world.members[key] as string;
  const grantsOf = (key: string) => table(at.site.strapi, 'grant').findMany({ where: { member: idOf(key) } as never }) as unknown as Promise<{ role: string; endsAt: string | Date | null }[]>;
  const menu = async (name: string, item: string) => {
    await at.page.getByRole('button', { name: `Actions for ${name}` }).click();
    await at.page.getByRole('menuitem', { name: item }).click();
  };

  beforeAll(async () => {
    world = await worldOf(at.site.strapi);
    await letEverybodyEditUsers(at.site.strapi);
    // A Super Admin who can get in would be an admin.
    await at.site.strapi.db.query('admin::user').update({ where: { email: 'super@roster.test' }, data: { isActive: false } });
  });

  it('[A107:browser] one admin alone is a reason for a banner, with the way to name another; two are none', async () => {
    const members = roster(at.site.strapi, 'members');
    await openMembers(at.page);
    expect(await at.page.getByText('is the only admin').count()).toBe(0);
    await members.setRole(idOf('bruno'), 'viewer');
    await openMembers(at.page);
    await said(at.page, 'Ana Ruiz is the only admin who can sign in.');
    expect(await violationsOf(at.page)).toEqual([]);
    await shoot(at.page, 'single-admin');
    await at.page.getByRole('link', { name: 'Name a backup admin' }).click();
    await at.page.getByRole('table', { name: 'Invitations' }).or(at.page.getByText('Nobody was invited')).or(at.page.getByRole('button', { name: /Invite/ })).first().waitFor();
    await members.setRole(idOf('bruno'), 'admin');
  });

  it('[A204:browser] more admins than the site wants are a reason, with the way to them', async () => {
    const members = roster(at.site.strapi, 'members');
    await members.setRole(idOf('emil'), 'admin');
    await openMembers(at.page);
    await said(at.page, '3 people are admins, more than 2.');
    await at.page.getByRole('link', { name: 'Show admins' }).click();
    await rowOf(at.page, 'Carla Mendes').waitFor({ state: 'detached' });
    await rowOf(at.page, 'Emil Sato').waitFor();
    await members.setRole(idOf('emil'), 'director');
  });

  it('[A207:browser] the form of a role says until when, and what stays, and takes away what is ticked', async () => {
    const [record] = bookOf(world, 'chen');
    const books = roster(at.site.strapi, 'books');
    await books.share(CUSTOMER, record?.documentId as string, idOf('viktor'));
    await roster(at.site.strapi, 'members').setTerritories(idOf('viktor'), ['north', 'south']);
    await openMembers(at.page);
    await menu('Viktor Hahn', 'Role, and until when');
    const form = at.page.getByRole('dialog', { name: 'Role of Viktor Hahn' });
    await form.getByText('What stays with the member').waitFor();
    await form.getByLabel('Until').fill('2020-01-01T10:00');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Choose a moment that is still to come.').waitFor();
    const soon = new Date(Date.now() + 3 * 86_400_000);
    await form.getByLabel('Until').fill(soon.toISOString().slice(0, 16));
    await form.getByRole('checkbox', { name: 'End one share' }).click();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await shoot(at.page, 'role-dialog');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    await rowOf(at.page, 'Viktor Hahn').getByText('Until').waitFor();
    await said(at.page, 'Roles that end soon: Viktor Hahn');
    await shoot(at.page, 'ending');
    expect(await books.shares(CUSTOMER, record?.documentId as string)).toEqual([]);
    expect(await grantsOf('viktor')).toMatchObject([{ role: 'viewer', endsAt: expect.anything() }]);
    await menu('Viktor Hahn', 'Role, and until when');
    await form.getByLabel('Until').fill('');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    expect(await grantsOf('viktor')).toMatchObject([{ endsAt: null }]);
  });

  it('[A207:browser] the dropdown asks first where something stays that the new role has no use for', async () => {
    const [record] = bookOf(world, 'chen');
    await roster(at.site.strapi, 'books').share(CUSTOMER, record?.documentId as string, idOf('vera'));
    await openMembers(at.page);
    await at.page.getByRole('combobox', { name: 'Role of Vera Novak' }).click();
    await at.page.getByRole('option', { name: 'Director' }).click();
    const form = at.page.getByRole('dialog', { name: 'Role of Vera Novak' });
    await form.getByRole('checkbox', { name: 'End one share' }).waitFor();
    expect(await grantsOf('vera')).toMatchObject([{ role: 'viewer' }]);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    expect(await grantsOf('vera')).toMatchObject([{ role: 'director' }]);
    await roster(at.site.strapi, 'members').setRole(idOf('vera'), 'viewer');
  });

  it('several members are changed at once, and who is refused is named, with the reason', async () => {
    await roster(at.site.strapi, 'members').setRole(idOf('emil'), 'admin');
    await openMembers(at.page);
    const choose = (name: string) => at.page.getByRole('checkbox', { name: `Choose ${name}` }).click();
    for (const name of ['Vera Novak', 'Viktor Hahn', 'Bruno Keller']) await choose(name);
    const bar = at.page.getByRole('region', { name: 'Members that are chosen' });
    await bar.getByText('3 members chosen').waitFor();
    expect(await violationsOf(at.page)).toEqual([]);
    await shoot(at.page, 'bulk');
    // One of them is gone for good meanwhile.
    await roster(at.site.strapi, 'members').deactivate(idOf('viktor'));
    await table(at.site.strapi, 'member').updateMany({ where: { documentId: idOf('viktor') } as never, data: { status: 'deleted' } as never });
    await bar.getByRole('button', { name: 'Deactivate' }).click();
    await at.page.getByRole('alertdialog', { name: 'Deactivate 3 members?' }).getByRole('button', { name: 'Confirm' }).click();
    const outcome = at.page.getByRole('dialog', { name: 'What became of it' });
    await outcome.getByText('2 members were changed.').waitFor();
    await outcome.getByText('Viktor Hahn:').waitFor();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await shoot(at.page, 'bulk-outcome');
    await outcome.getByRole('button', { name: 'Close' }).last().click();
    await bar.waitFor({ state: 'detached' });
    await table(at.site.strapi, 'member').updateMany({ where: { documentId: idOf('viktor') } as never, data: { status: 'active' } as never });
    for (const key of ['vera', 'bruno']) await roster(at.site.strapi, 'members').reactivate(idOf(key));
    await roster(at.site.strapi, 'members').setRole(idOf('emil'), 'director');
  });

  it('the host’s own page of a user shows the refusal in words', async () => {
    const { id } = await userRow(at.site.strapi, 'admin::user', 'ana@roster.test');
    const page = await signIn(at.browser, at.site, 'carla@roster.test');
    await page.goto(`/admin/settings/users/${id}`);
    await page.getByLabel('First name').fill('Mallory');
    await page.getByRole('button', { name: 'Save' }).click();
    await said(page, 'Nobody gives more than he has, nor touches who has more.');
    await shoot(page, 'host-refusal');
    await page.context().close();
    expect(await userRow(at.site.strapi, 'admin::user', 'ana@roster.test')).toMatchObject({ firstname: 'Ana' });
  });

  it('in the dark, and in other languages', async () => {
    await roster(at.site.strapi, 'members').setRole(idOf('bruno'), 'viewer');
    await roster(at.site.strapi, 'members').setRole(idOf('cora'), 'csm', { kind: 'system' }, new Date(Date.now() + 86_400_000));
    for (const [locale, text] of [['de', 'Ersatz-Admin benennen'], ['es', 'Nombrar un administrador de reserva'], ['fr', 'Nommer un administrateur de secours']] as const) {
      const page = await signIn(at.browser, at.site, 'ana@roster.test', { theme: 'dark', locale });
      await page.goto('/admin/plugins/roster/team');
      await page.getByRole('link', { name: text }).waitFor();
      await page.getByRole('table').waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await shoot(page, `dark-${locale}`);
      await page.context().close();
    }
  });
});
