import type { Page } from 'playwright-core';

import { CUSTOMER } from '../support/roster';
import { bookOf, worldOf } from '../support/world';
import { addressOf, signIn, usePanel } from './panel';

const LIST = `/admin/content-manager/collection-types/${CUSTOMER}`;

/** What each role finds in the panel: the plugin's pages, how many customers, and whether it may make one. */
const ROLES = [
  { role: 'admin', who: 'ana', pages: ['Team', 'Security', 'Audit'], mayCreate: true, why: 'your role sees all of them' },
  { role: 'director', who: 'dora', pages: ['Team'], mayCreate: false, why: 'your role sees all of them' },
  { role: 'csm', who: 'carla', pages: [], mayCreate: false, why: 'it is in your book' },
  { role: 'viewer', who: 'vera', pages: [], mayCreate: false, why: 'your role sees all of them' },
] as const;

describe('each role in the panel', () => {
  const at = usePanel({ who: null, customers: 24 });

  const open = async (who: string): Promise<Page> => {
    const page = await signIn(at.browser, at.site, `${who}@roster.test`);
    await page.getByRole('navigation').getByRole('link', { name: 'Settings', exact: true }).waitFor();
    return page;
  };

  it.each(ROLES)('[A018:browser][A216:browser] $role has its pages in the menu, and no other opens', async ({ who, pages }) => {
    const page = await open(who);
    for (const name of ['Team', 'Security', 'Audit'] as const) {
      const isTheirs = (pages as readonly string[]).includes(name);
      expect([name, await page.getByRole('navigation').getByRole('link', { name, exact: true }).count()]).toEqual([name, isTheirs ? 1 : 0]);
      await page.goto(addressOf(name));
      await (isTheirs ? page.getByRole('table').waitFor() : page.getByText(/don't have the permissions/i).waitFor());
    }
    await page.context().close();
  });

  it.each(ROLES)('[A211:browser] $role sees its customers in the Content Manager, and the buttons that it may press', async ({ role, who, mayCreate }) => {
    const world = await worldOf(at.site.strapi);
    const count = role === 'csm' ? bookOf(world, who).length : 24;
    const page = await open(who);
    await page.goto(LIST);
    await page.getByText(`${count} entries found`).waitFor();
    expect(await page.getByRole('link', { name: 'Create new entry' }).count()).toBe(mayCreate ? 1 : 0);
    await page.context().close();
  });

  it.each(ROLES)('[A211:browser] a record tells a $role who owns it and why it is seen', async ({ who, why }) => {
    const world = await worldOf(at.site.strapi);
    const page = await open(who);
    await page.goto(`${LIST}/${world.customers['Acme Robotics']}`);
    await page.getByRole('definition').filter({ hasText: 'Carla Mendes' }).waitFor();
    await page.getByText(`You see it because ${why}.`).waitFor();
    await page.context().close();
  });

  it('[A211:browser] a detail tells whose record it hangs on; a type that nobody governs tells nothing', async () => {
    const world = await worldOf(at.site.strapi);
    const page = await open('carla');
    await page.goto(`/admin/content-manager/collection-types/api::note.note/${world.details['Acme Robotics']?.['note']?.[0]}`);
    await page.getByText('Its Customer is Carla Mendes’s.').waitFor();
    await page.getByText('You see it because its Customer is in your book.').waitFor();
    await page.goto(`/admin/content-manager/collection-types/api::tag.tag/${(world['tags'] as Record<string, string>)['vip']}`);
    await page.getByRole('heading', { name: 'vip' }).waitFor();
    expect(await page.getByText('You see it because').count()).toBe(0);
    await page.context().close();
  });

  it('[A211:browser] a record out of the book is not there', async () => {
    const world = await worldOf(at.site.strapi);
    const page = await open('carla');
    const answer = page.waitForResponse((response) => new URL(response.url()).pathname === `/content-manager/collection-types/${CUSTOMER}/${world.customers['Cumulus Air']}`);
    await page.goto(`${LIST}/${world.customers['Cumulus Air']}`);
    expect((await answer).status()).toBe(404);
    expect(await page.getByText('Cumulus').count()).toBe(0);
    await page.context().close();
  });
});
