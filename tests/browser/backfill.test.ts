import { CUSTOMER, table } from '../support/roster';
import { worldOf, type World } from '../support/world';
import { violationsOf } from './axe';
import { said } from './looking';
import { addressOf, usePanel } from './panel';

const REBALANCE = `${addressOf('Team')}?tab=rebalance`;

describe('taking owners over on the Team page', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 120 });
  let world: World;
  beforeAll(async () => {
    world = await worldOf(at.site.strapi);
  });

  const unowned = () => world.plan.filter(({ owner }) => owner === null);
  const ownersNow = async () => table(at.site.strapi, 'entry').count({ where: { type: CUSTOMER, kind: 'owner' } as never });
  const leftOut = () => at.page.getByRole('table', { name: 'Left out' });
  const open = async () => {
    await at.page.goto(REBALANCE);
    await at.page.getByRole('link', { name: 'Take owners over' }).click();
    await at.page.getByRole('heading', { name: 'Take owners over' }).waitFor();
  };
  const choose = async (field: string, option: string) => {
    await at.page.getByRole('combobox', { name: field }).click();
    await at.page.getByRole('option', { name: option, exact: true }).click();
  };

  it('[A223:browser] from a field: a plan with what it leaves out and why, the result, and back again', async () => {
    const before = await ownersNow();
    const gone = unowned().filter(({ managerEmail }) => managerEmail === 'left@roster.test');
    await open();
    await at.page.getByRole('button', { name: 'Preview' }).click();
    await said(at.page, 'Choose a field.');
    await choose('Field', 'managerEmail');
    await at.page.getByRole('button', { name: 'Preview' }).click();
    const named = unowned().length - gone.length;
    await said(at.page, new RegExp(`${named} records of 120 move`));
    await choose('Why', `Nobody of the team (${gone.length})`);
    await leftOut().getByText('left@roster.test').first().waitFor();
    expect(await leftOut().locator('tbody tr').count()).toBe(gone.length);
    expect(await violationsOf(at.page, 'main')).toEqual([]);
    expect(await ownersNow()).toBe(before);
    await at.page.getByRole('button', { name: `Move ${named} records` }).click();
    await said(at.page, `${named} records have moved.`);
    expect(await ownersNow()).toBe(before + named);
    await at.page.getByRole('button', { name: 'Undo' }).click();
    await at.page.getByRole('button', { name: 'Confirm' }).click();
    await at.page.getByRole('link', { name: 'Takes another rebalance back' }).waitFor();
    await said(at.page, `${named} records have moved.`);
    expect(await ownersNow()).toBe(before);
  });

  it('[A223:browser] from a file: what is wrong with it stands at its field, what is wrong with a line at its line', async () => {
    const [one, two] = unowned() as [World['plan'][number], World['plan'][number]];
    await open();
    await at.page.getByRole('radio', { name: 'In a CSV file' }).click();
    const file = (text: string) => ({ name: 'owners.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await at.page.getByLabel('CSV file', { exact: true }).setInputFiles(file(`customer;csm\n${one.slug};carla@roster.test\n${two.slug};nobody@roster.test\n`));
    await choose('It holds the record’s', 'slug');
    await at.page.getByRole('textbox', { name: 'Column of the record' }).fill('customer');
    await at.page.getByRole('button', { name: 'Preview' }).click();
    await said(at.page, 'The file has no column "owner". It has: customer, csm.');
    // The host's buttons are paler under the mouse.
    await at.page.mouse.move(0, 0);
    expect(await violationsOf(at.page, 'main')).toEqual([]);
    await at.page.getByRole('textbox', { name: 'Column of the owner' }).fill('CSM');
    await at.page.getByRole('button', { name: 'Preview' }).click();
    await said(at.page, 'one record of 2 moves');
    expect((await leftOut().locator('tbody tr').innerText()).split(/\t|\n/).map((part) => part.trim()).filter((part) => part !== '')).toEqual(['3', expect.any(String), 'nobody@roster.test', 'Nobody of the team']);
  });
});
