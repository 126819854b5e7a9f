import { SUPER_ADMIN, createEditor, usePanel } from './panel';

const TABLES = ['role', 'permission', 'policy', 'member', 'grant', 'territory', 'entry', 'audit-entry', 'audit-checkpoint', 'audit-head', 'audit-day'];
const OURS = /roster|audit entry|grant/i;

interface Listed {
  uid: string;
  isDisplayed?: boolean;
  schema?: { visible?: boolean };
}

describe("the plugin's tables stay behind the scenes", () => {
  const at = usePanel();

  beforeAll(async () => {
    await createEditor(at.site.strapi);
  });

  /** The names of types in the side navigation, once one of the site's own is there. */
  const namesBeside = async (address: string): Promise<string[]> => {
    await at.page.goto(address);
    const links = at.page.getByRole('link');
    await links.filter({ hasText: /^Customer$/ }).first().waitFor();
    return links.allInnerTexts();
  };

  it('in the Content Manager', async () => {
    expect((await namesBeside('/admin/content-manager')).filter((name) => OURS.test(name))).toEqual([]);
    const { body } = await (await at.site.asAdmin(SUPER_ADMIN)).get('/content-manager/content-types').expect(200);
    const ours = (body.data as Listed[]).filter(({ uid }) => uid.startsWith('plugin::roster.'));
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.filter(({ isDisplayed }) => isDisplayed)).toEqual([]);
  });

  it('in the Content-Type Builder', async () => {
    expect((await namesBeside('/admin/plugins/content-type-builder')).filter((name) => OURS.test(name))).toEqual([]);
    const { body } = await (await at.site.asAdmin(SUPER_ADMIN)).get('/content-type-builder/content-types').expect(200);
    const ours = (body.data as Listed[]).filter(({ uid }) => uid.startsWith('plugin::roster.'));
    expect(ours.filter(({ schema }) => schema?.visible)).toEqual([]);
  });

  /** The host itself lets a Super Admin read any table by its address; to write one takes a right that isn't there to be given. */
  it.each(TABLES)('and %s is written by nobody and read by no Editor through the Content Manager', async (name) => {
    const address = `/content-manager/collection-types/plugin::roster.${name}`;
    const owner = await at.site.asAdmin(SUPER_ADMIN);
    const { body } = await owner.get(address);
    const row = `${address}/${(body.results as { documentId: string }[])[0]?.documentId ?? 'none'}`;
    const editor = await at.site.asAdmin('editor@roster.test');
    const answers = [await owner.post(address).send({}), await owner.put(row).send({}), await owner.delete(row), await editor.get(address)];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});
