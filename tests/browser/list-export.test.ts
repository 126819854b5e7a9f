import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';

import { CUSTOMER } from '../support/roster';
import { worldOf, type World } from '../support/world';
import { violationsOf } from './axe';
import { shoot } from './looking';
import { signIn, usePanel } from './panel';

const LIST = `/admin/content-manager/collection-types/${CUSTOMER}`;

type Row = Readonly<Record<string, unknown>>;

const found = (page: Page, count: number): Promise<void> => page.getByText(count === 1 ? '1 entry found' : `${count} entries found`).waitFor();
const exportButton = (page: Page) => page.getByRole('button', { name: 'Export', exact: true });
const choose = async (page: Page, format: RegExp): Promise<void> => {
  await exportButton(page).click();
  await page.getByRole('menuitem', { name: format }).click();
};
/** The host keeps the filters of a list for the next time: an address with one of its own is not added to. */
const ANY = 'filters[$and][0][name][$notNull]=true';

describe('Export over a list of the Content Manager', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 24 });
  let world: World;
  beforeAll(async () => {
    world = await worldOf(at.site.strapi);
  });

  /** Exports what is on the screen, and reads the file. */
  const exported = async (page: Page, format: RegExp): Promise<{ name: string; text: string }> => {
    const download = page.waitForEvent('download');
    await choose(page, format);
    const file = await download;
    await page.getByText(`${file.suggestedFilename()} is saved.`).waitFor();
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  const draftsOf = async (): Promise<Row[]> => (await at.site.strapi.documents(CUSTOMER).findMany({ limit: 100, sort: 'name:DESC' } as never)) as unknown as Row[];

  it('[A094:browser] has the rows of a filtered list, in its order, and no others: all pages of it', async () => {
    const names = (await draftsOf()).map(({ name }) => String(name)).filter((name) => /o/i.test(name));
    expect(names.length).toBeGreaterThan(10);
    await at.page.goto(`${LIST}?page=2&pageSize=10&sort=name:DESC&filters[$and][0][name][$containsi]=o`);
    await found(at.page, names.length);
    const { name, text } = await exported(at.page, /^CSV/);
    expect(name).toMatch(/^customer-\d{4}-\d\d-\d\d\.csv$/);
    expect((parse(text, { columns: true, record_delimiter: '\r\n' }) as Row[]).map((row) => row['name'])).toEqual(names);
    await exportButton(at.page).click();
    await at.page.getByRole('menu').waitFor();
    await shoot(at.page, 'list-export-menu');
    expect(await violationsOf(at.page, '[role=menu]')).toEqual([]);
    await at.page.keyboard.press('Escape');
  });

  it('honours the search, and a filter by owner', async () => {
    const wanted = (await draftsOf()).filter(({ documentId, name }) => /robotics|coffee/i.test(String(name)) && world.plan.some((one) => one.documentId === documentId && one.owner === 'carla'));
    expect(wanted.length).toBeGreaterThan(0);
    for (const search of ['Robotics', 'Coffee']) {
      const expected = wanted.filter(({ name }) => String(name).includes(search));
      await at.page.goto(`${LIST}?sort=name:DESC&${ANY}&_q=${search}&roster[owner]=${world.members['carla']}`);
      await found(at.page, expected.length);
      const rows = JSON.parse((await exported(at.page, /^JSON$/)).text) as Row[];
      expect(rows.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
      for (const row of rows) expect(row).toMatchObject({ ownerId: world.members['carla'], owner: 'Carla Mendes' });
    }
  });

  it('[A017:browser] is of one’s own for a csm, and is not there for a viewer, nor over types that are not governed', async () => {
    const carla = await signIn(at.browser, at.site, 'carla@roster.test', { theme: 'dark' });
    await carla.goto(`${LIST}?sort=name:ASC`);
    await exportButton(carla).waitFor();
    const lines = (await exported(carla, /one object a line/)).text.trim().split('\n').map((line) => JSON.parse(line) as Row);
    expect(lines.map(({ documentId }) => documentId).sort()).toEqual(world.plan.filter(({ owner }) => owner === 'carla').map(({ documentId }) => documentId).sort());
    await exportButton(carla).click();
    await carla.getByRole('menu').waitFor();
    await shoot(carla, 'list-export-menu-dark');
    await carla.context().close();

    const vera = await signIn(at.browser, at.site, 'vera@roster.test');
    await vera.goto(`${LIST}?sort=name:ASC`);
    await vera.getByText(/entr(y|ies) found/).waitFor();
    expect(await exportButton(vera).count()).toBe(0);
    await vera.context().close();
    await at.page.goto('/admin/content-manager/collection-types/api::tag.tag');
    await at.page.getByText(/entr(y|ies) found/).waitFor();
    expect(await exportButton(at.page).count()).toBe(0);
  });

  it('says how much of it has come, and is cancelled', async () => {
    await at.page.goto(`${LIST}?sort=name:ASC&${ANY}`);
    let release: () => void = () => undefined;
    await at.page.route((url) => url.pathname === `/roster/exports/${CUSTOMER}`, async (route) => {
      await new Promise<void>((resolve) => (release = resolve));
      // Whoever has asked is gone by then.
      await route.abort().catch(() => undefined);
    });
    await choose(at.page, /^CSV/);
    await at.page.getByText('0 MB received').waitFor();
    await shoot(at.page, 'list-export-running');
    const cancel = at.page.getByRole('button', { name: 'Cancel' });
    expect(await cancel.evaluate((element) => element === document.activeElement)).toBe(true);
    await cancel.click();
    await exportButton(at.page).waitFor();
    expect((await at.page.getByRole('alert').allInnerTexts()).filter((text) => text !== '')).toEqual([]);
    release();
    await at.page.unrouteAll();
  });

  it('says why there is no file', async () => {
    await at.page.goto(`${LIST}?sort=name:ASC&${ANY}`);
    const error = { status: 403, json: { data: null, error: { status: 403, name: 'PolicyError', message: 'no', details: { code: 'PERMISSION_DENIED' } } } };
    await at.page.route((url) => url.pathname === `/roster/exports/${CUSTOMER}`, (route) => route.fulfill(error));
    await choose(at.page, /^CSV/);
    await at.page.getByText('Your role does not allow this.').first().waitFor();
    await exportButton(at.page).waitFor();
    await at.page.unrouteAll();
  });
});
