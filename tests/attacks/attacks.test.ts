import { PLANTED, leaks, readAttacks, type Door } from '../support/attack';
import { addNewcomer } from '../support/people';
import { createPlaceholders } from '../support/placeholders';
import { roster } from '../support/roster';
import { describeOnEachDb, openSite, type Site } from '../support/site';
import { openUnguarded, tick } from '../support/stock';

const DOORS: readonly Door[] = ['rest', 'graphql', 'panel'];
const UPLOAD = ['plugin::upload.content-api.upload'];

/** A csm who owns nothing yet, and one who is no longer active. */
const prepareTeam = async ({ strapi }: Site): Promise<void> => {
  const members = roster(strapi, 'members');
  const userOf = async (uid: string) => ((await strapi.db.query(uid as never).findOne({ where: { email: 'newcomer@roster.test' } as never })) as { documentId: string }).documentId;
  const users = { apiUser: await userOf('plugin::users-permissions.user'), panelUser: await userOf('admin::user') };
  await members.create({ email: 'newcomer@roster.test', name: 'Newcomer', role: 'csm', ...users });
  await members.deactivate((await members.findByEmail('cyrus@roster.test'))?.documentId as string);
};

interface FileService {
  remove(file: unknown): Promise<unknown>;
}

/** The files of a site lie in a folder that all sites share. */
const removePlanted = async ({ strapi }: Site): Promise<void> => {
  const planted = await strapi.db.query('plugin::upload.file').findMany({ where: { name: PLANTED } });
  for (const file of planted) await (strapi.plugin('upload').service('upload') as unknown as FileService).remove(file);
};

describe.each(DOORS)('attacks through the door %s', (door) => {
  const ATTACKS = readAttacks(door);

  describeOnEachDb('on each database', (db) => {
    const outcomes = new Map<string, { unguarded?: boolean; guarded?: boolean }>();

    const attackAll = async (site: Site, side: 'unguarded' | 'guarded'): Promise<void> => {
      try {
        const placeholders = await createPlaceholders(site);
        for (const attack of ATTACKS) {
          outcomes.set(attack.attack, { ...outcomes.get(attack.attack), [side]: await leaks(site, door, placeholders, attack) });
        }
      } finally {
        await removePlanted(site);
        await site.close();
      }
    };

    beforeAll(async () => {
      const unguarded = await openUnguarded({ db, customers: 60 });
      await addNewcomer(unguarded);
      await tick(unguarded.strapi, 'authenticated', UPLOAD);
      await attackAll(unguarded, 'unguarded');

      const guarded = await openSite({ db, customers: 60 });
      await addNewcomer(guarded);
      await tick(guarded.strapi, 'authenticated', UPLOAD);
      await prepareTeam(guarded);
      await attackAll(guarded, 'guarded');
    }, 180_000);

    it.each(ATTACKS.map(({ attack, as }) => [attack, as] as const))(`[A023:${door}][A212:${door}] %s, as %s: succeeds without the guards, fails with them`, (attack) => {
      expect(outcomes.get(attack)).toEqual({ unguarded: true, guarded: false });
    });
  });
});
