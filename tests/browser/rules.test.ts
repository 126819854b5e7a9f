import type { Locator, Page } from 'playwright-core';

import { CUSTOMER, roster } from '../support/roster';
import { worldOf, type World } from '../support/world';
import { said } from './looking';
import { addressOf, signIn, usePanel } from './panel';

const RULES = `${addressOf('Team')}?tab=rules`;
const SEGMENT = 'api::segment.segment';

const rulesTable = (page: Page): Locator => page.getByRole('table', { name: 'Assignment rules: Customer' });
const rowOf = (page: Page, name: string): Locator => rulesTable(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
const namesIn = (page: Page): Promise<string[]> => rulesTable(page).getByRole('rowheader').allInnerTexts().then((texts) => texts.map((text) => text.split('\n')[0] ?? ''));
const openRules = async (page: Page): Promise<void> => {
  await page.goto(RULES);
  await rulesTable(page).waitFor();
};
const choose = async (page: Page, within: Locator, field: string, option: string): Promise<void> => {
  await within.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
/** Chooses one of many by writing its name. */
const find = async (page: Page, within: Locator, field: string, name: string): Promise<void> => {
  await within.getByRole('combobox', { name: field, exact: true }).pressSequentially(name);
  await page.getByRole('option', { name, exact: true }).click();
};
const condition = (page: Page, number: string): Locator => page.getByRole('group', { name: `Condition ${number}`, exact: true });
const group = (page: Page, number: string): Locator => page.getByRole('group', { name: `Group ${number}`, exact: true });

interface Kept {
  readonly documentId: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly when: unknown;
  readonly target: unknown;
}

describe('the assignment rules on the Team page', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 24 });
  let world: World;
  let latam: string;

  beforeAll(async () => {
    world = await worldOf(at.site.strapi);
    ({ documentId: latam } = await at.site.strapi.documents(SEGMENT).create({ data: { name: 'Enterprise LATAM' } as never }));
  });

  const member = (key: string): string => world.members[key] ?? '';
  const kept = async (): Promise<Kept[]> => (await (await at.site.as('ana@roster.test')).get(`/api/roster/rules?type=${CUSTOMER}`).expect(200)).body.data as Kept[];
  const addRule = async (rule: object): Promise<void> => {
    const data = { type: CUSTOMER, when: { all: [] }, target: { member: member('cora') }, ...rule };
    await (await at.site.as('ana@roster.test')).post('/api/roster/rules').send({ data }).expect(200);
  };
  const clear = async (): Promise<void> => {
    for (const { documentId } of await kept()) await (await at.site.as('ana@roster.test')).delete(`/api/roster/rules/${documentId}`).expect(200);
  };
  const create = async (data: object): Promise<string> => (await (await at.site.as('ana@roster.test')).post('/api/customers').send({ data }).expect(201)).body.data.documentId as string;
  const ownerOf = async (record: string) => (await roster(at.site.strapi, 'books').ownership(CUSTOMER, record)).owner;

  it('[A043:browser] are built from the fields of the site, tried on its records, and saved', async () => {
    await at.site.strapi.documents(CUSTOMER).update({ documentId: world.customers['Acme Robotics'] ?? '', data: { segment: latam, arr: 70_000 } as never });
    await at.page.goto(RULES);
    await said(at.page, 'There are no assignment rules yet');
    await at.page.getByRole('link', { name: 'Create new rule' }).click();
    await at.page.getByRole('textbox', { name: 'Name' }).fill('Enterprise LATAM above 50k');
    await at.page.getByRole('button', { name: 'Add condition' }).click();
    await choose(at.page, condition(at.page, '1'), 'Field', 'segment');
    await find(at.page, condition(at.page, '1'), 'Value', 'Enterprise LATAM');
    await at.page.getByRole('button', { name: 'Add condition' }).click();
    await choose(at.page, condition(at.page, '2'), 'Field', 'arr');
    await choose(at.page, condition(at.page, '2'), 'Question', 'is above');
    await condition(at.page, '2').getByRole('textbox', { name: 'Value' }).fill('50000');
    await find(at.page, at.page.getByRole('main'), 'Owner', 'Cora Vega');
    await at.page.getByRole('checkbox', { name: 'Also take records from owners chosen by hand' }).click();

    await at.page.getByRole('button', { name: 'Dry run' }).click();
    await said(at.page, 'One record of 24 would move.');
    const [flow] = await at.page.getByRole('table', { name: 'From whom to whom' }).locator('tbody tr').allInnerTexts();
    expect(flow?.split(/\t|\n/).filter(Boolean)).toEqual(['Carla Mendes', 'Cora Vega', '1']);
    const moves = at.page.getByRole('table', { name: 'Records that would move' });
    await moves.getByText('segment is Enterprise LATAM').waitFor();
    await moves.getByText('arr above 50,000: 70,000').waitFor();
    expect(await moves.getByRole('link', { name: 'Acme Robotics' }).getAttribute('href')).toBe(`/admin/content-manager/collection-types/${CUSTOMER}/${world.customers['Acme Robotics']}`);
    expect([await kept(), await ownerOf(world.customers['Acme Robotics'] ?? '')]).toEqual([[], member('carla')]);

    await at.page.getByRole('button', { name: 'Save' }).click();
    await rowOf(at.page, 'Enterprise LATAM above 50k').getByText('segment is Enterprise LATAM and arr above 50,000').waitFor();
    await rowOf(at.page, 'Enterprise LATAM above 50k').getByText('Cora Vega').waitFor();
    const when = { all: [{ field: 'segment', operator: 'equals', value: latam }, { field: 'arr', operator: 'above', value: 50_000 }] };
    expect(await kept()).toEqual([expect.objectContaining({ name: 'Enterprise LATAM above 50k', when, override: true, isActive: true })]);
    const [above, not] = [await create({ name: 'Above', segment: latam, arr: 50_001 }), await create({ name: 'Not above', segment: latam, arr: 50_000 })];
    expect([await ownerOf(above), await ownerOf(not)]).toEqual([member('cora'), null]);
  });

  it('[A043:browser] are changed, switched off and deleted', async () => {
    await openRules(at.page);
    await at.page.getByRole('switch', { name: 'Rule Enterprise LATAM above 50k is on' }).click();
    await said(at.page, 'Enterprise LATAM above 50k is off.');
    expect((await kept()).map(({ isActive }) => isActive)).toEqual([false]);
    await at.page.getByRole('link', { name: 'Edit Enterprise LATAM above 50k' }).click();
    expect(await condition(at.page, '1').getByRole('combobox', { name: 'Value' }).inputValue()).toBe('Enterprise LATAM');
    await at.page.getByRole('button', { name: 'Remove condition 2' }).click();
    await choose(at.page, condition(at.page, '1'), 'Question', 'is one of');
    await at.page.getByRole('textbox', { name: 'Name' }).fill('Enterprise LATAM');
    await at.page.getByRole('button', { name: 'Save' }).click();
    await rowOf(at.page, 'Enterprise LATAM').getByText('segment is one of Enterprise LATAM').waitFor();
    expect(await kept()).toEqual([expect.objectContaining({ name: 'Enterprise LATAM', isActive: false, when: { all: [{ field: 'segment', operator: 'in', value: [latam] }] } })]);
    await at.page.getByRole('button', { name: 'Delete Enterprise LATAM' }).click();
    await at.page.getByRole('button', { name: 'Confirm' }).click();
    await said(at.page, 'There are no assignment rules yet');
    expect(await kept()).toEqual([]);
  });

  it('[A043:browser] go as deep as groups in groups, and take turns', async () => {
    await at.page.goto(`${RULES}&rule=new`);
    await at.page.getByRole('textbox', { name: 'Name' }).fill('North by turns');
    await at.page.getByRole('button', { name: 'Add condition' }).click();
    await choose(at.page, condition(at.page, '1'), 'Field', 'territory');
    await condition(at.page, '1').getByRole('textbox', { name: 'Value' }).fill('north');
    await at.page.getByRole('button', { name: 'Add group' }).click();
    await choose(at.page, condition(at.page, '2.1'), 'Field', 'tier');
    await choose(at.page, condition(at.page, '2.1'), 'Value', 'growth');
    await group(at.page, '2').getByRole('button', { name: 'Add group' }).click();
    await choose(at.page, group(at.page, '2.2'), 'How the conditions go together', 'None of these');
    await choose(at.page, condition(at.page, '2.2.1'), 'Field', 'arr');
    await choose(at.page, condition(at.page, '2.2.1'), 'Question', 'is between');
    await condition(at.page, '2.2.1').getByRole('textbox', { name: 'From' }).fill('0');
    await condition(at.page, '2.2.1').getByRole('textbox', { name: 'To' }).fill('1000');
    await at.page.getByRole('radio', { name: 'Members take turns' }).click();
    await choose(at.page, at.page.getByRole('main'), 'Whose turn it is', 'Who has least');
    await choose(at.page, at.page.getByRole('main'), 'Who takes turns', 'Members whom I choose');
    for (const name of ['Chen Wei', 'Carla Mendes']) await find(at.page, at.page.getByRole('main'), 'Members', name);
    await choose(at.page, at.page.getByRole('main'), 'Turns of their own', 'segment');
    await at.page.getByRole('button', { name: 'Save' }).click();
    await rowOf(at.page, 'North by turns').getByText('territory is north and (tier is growth or not (arr between 0 and 1,000))').waitFor();
    await rowOf(at.page, 'North by turns').getByText('Who has fewest records, 2 members, a turn for each segment').waitFor();
    const rotation = { mode: 'least', measure: 'count', pool: [member('chen'), member('carla')], partition: 'segment' };
    const when = { all: [{ field: 'territory', operator: 'equals', value: 'north' }, { any: [{ field: 'tier', operator: 'equals', value: 'growth' }, { not: { any: [{ field: 'arr', operator: 'between', value: [0, 1000] }] } }] }] };
    expect(await kept()).toEqual([expect.objectContaining({ when, target: { member: null, rotation, coOwners: [] } })]);
    await clear();
  });

  it('[A054:browser] are asked in an order that the page explains, and that the keyboard changes', async () => {
    for (const name of ['First', 'Second', 'Third']) await addRule({ name });
    await openRules(at.page);
    await said(at.page, 'The first one that matches decides');
    expect(await namesIn(at.page)).toEqual(['First', 'Second', 'Third']);
    await at.page.getByRole('button', { name: 'Move Third up' }).focus();
    await at.page.keyboard.press('Enter');
    await at.page.getByRole('status').getByText('Third is number 2 of 3 now.').waitFor();
    await at.page.waitForFunction(() => document.querySelectorAll('tbody th')[1]?.textContent === 'Third');
    // The button has moved with its rule, and the keyboard with the button.
    await at.page.keyboard.press('Enter');
    await at.page.getByRole('status').getByText('Third is number 1 of 3 now.').waitFor();
    await at.page.waitForFunction(() => document.querySelectorAll('tbody th')[0]?.textContent === 'Third');
    expect((await kept()).map(({ name }) => name)).toEqual(['Third', 'First', 'Second']);
    expect(await at.page.evaluate(() => document.activeElement?.getAttribute('data-move'))).toBe('up');
    await at.page.reload();
    await rulesTable(at.page).waitFor();
    expect(await namesIn(at.page)).toEqual(['Third', 'First', 'Second']);
  });

  it('[A054:browser] are dragged, too', async () => {
    await openRules(at.page);
    await rowOf(at.page, 'Third').locator('[draggable=true]').dragTo(rowOf(at.page, 'Second'));
    await at.page.getByRole('status').getByText('Third is number 3 of 3 now.').waitFor();
    expect((await kept()).map(({ name }) => name)).toEqual(['First', 'Second', 'Third']);
    await clear();
  });

  it('say what is missing at its place, and lead the keyboard there', async () => {
    await at.page.goto(`${RULES}&rule=new`);
    await at.page.getByRole('button', { name: 'Add condition' }).click();
    await at.page.getByRole('button', { name: 'Add group' }).click();
    await group(at.page, '2').getByRole('button', { name: 'Remove condition 2.1' }).click();
    await at.page.getByRole('button', { name: 'Save' }).click();
    for (const text of ['Give a name.', 'Choose a field.', 'Add a condition to the group, or remove it.', 'Choose a member.']) await said(at.page, text);
    expect(await at.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('rule-name');
    expect(await kept()).toEqual([]);
  });

  it('show what the server refuses at the input that it names', async () => {
    await at.page.goto(`${RULES}&rule=new`);
    await at.page.getByRole('textbox', { name: 'Name' }).fill('Long');
    await at.page.getByRole('button', { name: 'Add condition' }).click();
    await choose(at.page, condition(at.page, '1'), 'Field', 'arr');
    await condition(at.page, '1').getByRole('textbox', { name: 'Value' }).fill('5');
    await at.page.getByRole('button', { name: 'Add condition' }).click();
    await choose(at.page, condition(at.page, '2'), 'Field', 'name');
    await condition(at.page, '2').getByRole('textbox', { name: 'Value' }).fill('x'.repeat(501));
    await find(at.page, at.page.getByRole('main'), 'Owner', 'Cora Vega');
    for (const button of ['Dry run', 'Save']) {
      await at.page.getByRole('button', { name: button }).click();
      await condition(at.page, '2').getByText('must have at most 500 characters').waitFor();
    }
    expect(await condition(at.page, '1').getByText('must have').count()).toBe(0);
    expect(await at.page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Long');
  });

  it('say which of them choose nobody', async () => {
    await addRule({ name: 'To Cyrus', target: { member: member('cyrus') } });
    const ana = await at.site.as('ana@roster.test');
    await ana.put(`/api/roster/members/${member('cyrus')}/status`).send({ data: { status: 'deactivated' } }).expect(200);
    await openRules(at.page);
    await rowOf(at.page, 'To Cyrus').getByText('Skipped: who is to get the records may not own any').waitFor();
    await rowOf(at.page, 'To Cyrus').getByText('Cyrus Prado (Deactivated)').waitFor();
    await ana.put(`/api/roster/members/${member('cyrus')}/status`).send({ data: { status: 'active' } }).expect(200);
  });

  it('[A043:browser] are read and not changed by a director', async () => {
    const page = await signIn(at.browser, at.site, 'dora@roster.test');
    await openRules(page);
    await rowOf(page, 'To Cyrus').getByText('every record').waitFor();
    for (const role of ['switch', 'link', 'button'] as const) expect([role, await rulesTable(page).getByRole(role).count()]).toEqual([role, 0]);
    expect(await page.getByRole('link', { name: 'Create new rule' }).count()).toBe(0);
    await page.goto(`${RULES}&rule=new`);
    await rulesTable(page).waitFor();
    await page.context().close();
    await clear();
  });

  it('say so when they cannot be loaded', async () => {
    await at.page.route((url) => url.pathname === '/roster/rules', (route) => route.fulfill({ status: 500, json: { data: null, error: { status: 500, name: 'InternalServerError', message: 'no' } } }));
    await at.page.goto(RULES);
    await said(at.page, 'This could not be loaded.');
    await at.page.unrouteAll();
    await at.page.getByRole('button', { name: 'Try again' }).click();
    await said(at.page, 'There are no assignment rules yet');
  });
});
