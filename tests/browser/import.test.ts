import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

import { openMailbox, type Mailbox } from '../support/mailbox';
import { table } from '../support/roster';
import { violationsOf } from './axe';
import { said, shoot } from './looking';
import { addressOf, openPage, signIn, usePanel } from './panel';

const rows = (page: Page): Locator => page.getByRole('table', { name: 'Rows of the file' });
const rowOf = (page: Page, email: string): Locator => rows(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name: email }) });
const file = (text: string | Buffer, name = 'team.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text as string) });

const HEADER = 'email,role,territory_id';
const GOOD = [1, 2, 3, 4, 5].map((n) => `person${n}@x.test,csm,north`);
const BAD = ['not an address,csm,', 'wrong.role@x.test,emperor,', 'carla@roster.test,csm,', '<img src=x onerror=alert(1)>,csm,'];

describe('people from a file, in the panel', () => {
  const at = usePanel({ who: 'ana@roster.test', customers: 24 });
  let mailbox: Mailbox;

  beforeAll(() => {
    mailbox = openMailbox(at.site.strapi);
  });

  const openForm = async (): Promise<void> => {
    await openPage(at.page, 'Team');
    await at.page.getByRole('link', { name: 'Import' }).click();
    await at.page.getByRole('heading', { name: 'Import people from a file' }).waitFor();
  };
  const preview = async (text: string | Buffer, name?: string): Promise<void> => {
    await at.page.getByLabel('CSV file', { exact: true }).setInputFiles(file(text, name));
    await at.page.getByRole('button', { name: 'Preview' }).click();
  };
  const download = async (name: string, role: 'button' | 'link'): Promise<string> => {
    const [saved] = await Promise.all([at.page.waitForEvent('download'), at.page.getByRole(role, { name }).click()]);
    const place = path.join(os.tmpdir(), `roster-${process.pid}-${saved.suggestedFilename()}`);
    await saved.saveAs(place);
    const text = fs.readFileSync(place, 'utf8');
    fs.rmSync(place);
    return text;
  };
  const invited = async (): Promise<string[]> => ((await table(at.site.strapi, 'member').findMany({ where: { status: 'invited' } as never })) as unknown as { email: string }[]).map(({ email }) => email).sort();

  it('[A036:browser] what is wrong with the file is said at its field; who may not invite finds no way in', async () => {
    await openForm();
    await said(at.page, 'Nobody has imported people yet.');
    await shoot(at.page, 'import-empty');
    await at.page.getByRole('button', { name: 'Preview' }).click();
    await said(at.page, 'Choose a file.');
    for (const [text, fault] of [
      ['email;team\na@x.test;csm\n', 'Nobody knows the column “team”. There are email, role and territory_id.'],
      ['email\na@x.test\n', 'The file has no column “role”.'],
      [Buffer.from('email,role\njos\xe9@x.test,csm\n', 'latin1'), 'Line 2 is not UTF-8. Save the file as CSV UTF-8.'],
      ['email,role\n"a@x.test,csm\n', 'In line 2 a quote does not close where it should.'],
      [Buffer.alloc(5 * 1024 * 1024 + 1, 'x'), 'The file is too large: at most 5 MB and 10,000 rows.'],
    ] as const) {
      await preview(text);
      await said(at.page, fault);
    }
    await at.page.mouse.move(0, 0);
    expect(await violationsOf(at.page, 'main')).toEqual([]);
    await shoot(at.page, 'import-fault');
    expect(await download('Download a template', 'link')).toBe(`${HEADER}\r\n`);
    const dora = await signIn(at.browser, at.site, 'dora@roster.test');
    await openPage(dora, 'Team');
    expect(await dora.getByRole('link', { name: 'Import' }).count()).toBe(0);
    await dora.context().close();
  });

  it('[A037:browser] [A038:browser] [A040:browser] looked through, invited, followed; the errors are mended and sent again', async () => {
    await openForm();
    await preview([HEADER, ...GOOD, ...BAD].join('\n'), 'team <b>2026</b>.csv');
    await at.page.getByRole('heading', { name: '9 rows in team <b>2026</b>.csv' }).waitFor();
    await said(at.page, '5 people would be invited. 4 rows are refused; they do not stop the others.');
    for (const [email, outcome] of [
      ['person1@x.test', 'To be invited'],
      ['not an address', 'No e-mail address'],
      ['wrong.role@x.test', 'No such role; roles go by their key'],
      ['carla@roster.test', 'Already a member'],
      ['<img src=x onerror=alert(1)>', 'No e-mail address'],
    ] as const) await rowOf(at.page, email).getByText(outcome).waitFor();
    expect(await at.page.locator('main img[src=x]').count()).toBe(0);
    expect([await invited(), mailbox.mails]).toEqual([[], []]);
    await at.page.mouse.move(0, 0);
    expect(await violationsOf(at.page, 'main')).toEqual([]);
    await shoot(at.page, 'import-preview');
    await at.page.getByRole('combobox', { name: 'Show' }).click();
    await at.page.getByRole('option', { name: 'Refused (4)' }).click();
    await rowOf(at.page, 'person1@x.test').waitFor({ state: 'detached' });
    // A reload finds it again.
    await at.page.reload();
    await at.page.getByRole('button', { name: 'Invite 5 people' }).click();
    await said(at.page, '5 people are invited; 4 rows were refused.');
    await said(at.page, '5 of 5 mails have left.');
    await rowOf(at.page, 'person1@x.test').getByText('Invited').waitFor();
    expect(await invited()).toEqual([1, 2, 3, 4, 5].map((n) => `person${n}@x.test`));
    expect(mailbox.mails).toHaveLength(5);
    await at.page.mouse.move(0, 0);
    expect(await violationsOf(at.page, 'main')).toEqual([]);
    await shoot(at.page, 'import-done');
    const errors = await download('Download the errors', 'button');
    expect(errors.split('\r\n').filter((line) => line !== '')).toHaveLength(5);

    await at.page.getByRole('link', { name: 'Another file' }).click();
    await at.page.getByRole('table', { name: 'Latest imports' }).getByText('team <b>2026</b>.csv').waitFor();
    await at.page.mouse.move(0, 0);
    expect(await violationsOf(at.page, 'main')).toEqual([]);
    await shoot(at.page, 'import-latest');
    await preview(errors.replace('emperor', 'viewer').replace('not an address', 'mended@x.test'), 'mended.csv');
    await at.page.getByRole('button', { name: 'Invite 2 people' }).click();
    await said(at.page, '2 people are invited; 2 rows were refused.');
    await at.page.getByRole('link', { name: 'All invitations' }).click();
    await at.page.getByRole('rowheader', { name: 'mended@x.test' }).waitFor();
    await shoot(at.page, 'invitations-import');
  });

  it('an import that goes on shows how far it is, and is stopped; dark, and in German', async () => {
    const page = await signIn(at.browser, at.site, 'ana@roster.test', { theme: 'dark', locale: 'de' });
    await page.goto(`${addressOf('Team')}?tab=invitations&view=import`);
    await page.getByLabel('CSV-Datei', { exact: true }).setInputFiles(file([HEADER, ...Array.from({ length: 40 }, (_, n) => `many${n}@x.test,csm,`)].join('\n')));
    await page.getByRole('button', { name: 'Vorschau' }).click();
    await page.getByRole('button', { name: '40 Personen einladen' }).waitFor();
    // Half of it, on another node: here it would be over before anybody can stop it.
    const job = new URL(page.url()).searchParams.get('import');
    await table(at.site.strapi, 'import-row').updateMany({ where: { job, position: { $lt: 20 } } as never, data: { status: 'invited' } as never });
    await table(at.site.strapi, 'import').updateMany({ where: { documentId: job } as never, data: { status: 'running', done: 20, beatAt: new Date(Date.now() + 3_600_000).toISOString() } as never });
    await page.reload();
    await page.getByRole('progressbar', { name: 'Bearbeitete Zeilen' }).waitFor();
    await said(page, '20 von 40 Zeilen sind durch.');
    await page.mouse.move(0, 0);
    expect(await violationsOf(page, 'main')).toEqual([]);
    await shoot(page, 'import-running-dark');
    await page.getByRole('button', { name: 'Anhalten' }).click();
    await said(page, 'Der Import wurde angehalten. 20 Personen sind eingeladen und bleiben es; die Fehlerdatei enthält auch die 20 Zeilen, zu denen er nicht kam.');
    await page.mouse.move(0, 0);
    expect(await violationsOf(page, 'main')).toEqual([]);
    await shoot(page, 'import-stopped-dark');
    await page.context().close();
  });
});
