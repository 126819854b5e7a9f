import { PLANTED, leaks, readAttacks, type Door } from '../support/attack';
import { addNewcomer } from '../support/people';
import { createPlaceholders } from '../support/placeholders';
import { reachBy, reachKindsOn, type ReachKind } from '../support/reaches';
import { roster } from '../support/roster';
import { describeOnEachDb, openSite, type Site } from '../support/site';
import { openUnguarded, tick } from '../support/stock';
import { bookOf, worldOf } from '../support/world';

const DOORS: readonly Door[] = ['rest', 'graphql', 'panel'];
const UPLOAD = ['plugin::upload.content-api.upload'];

/** A csm who owns nothing yet, and one who is no longer active; the others reach what is theirs. */
const prepareTeam = async (site: Site, kind: ReachKind): Promise<void> => {
  const { strapi } = site;
  const members = roster(strapi, 'members');
  const userOf = async (uid: string) => ((await strapi.db.query(uid as never).findOne({ where: { email: 'newcomer@roster.test' } as never })) as { documentId: string }).documentId;
  const users = { apiUser: await userOf('plugin::users-permissions.user'), panelUser: await userOf('admin::user') };
  await members.create({ email: 'newcomer@roster.test', name: 'Newcomer', role: 'csm', ...users });
  await reachBy(site, kind);
  // He is signed in when he leaves: later he would not be let in.
  for (const signIn of [site.as, site.asAdmin]) await signIn('cyrus@roster.test');
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
    const KINDS = reachKindsOn(db);
    const succeeded = new Map<'unguarded' | ReachKind, Set<string>>();
    const seen = new Map<ReachKind, readonly string[]>();
    let book: readonly string[];

    const attackAll = async (site: Site, side: 'unguarded' | ReachKind): Promise<void> => {
      try {
        const placeholders = await createPlaceholders(site);
        const successes = new Set<string>();
        succeeded.set(side, successes);
        for (const attack of ATTACKS) if (await leaks(site, door, placeholders, attack)) successes.add(attack.attack);
      } finally {
        await removePlanted(site);
        await site.close();
      }
    };

    const openGuarded = async (kind: ReachKind): Promise<Site> => {
      const site = await openSite({ db, customers: 60 });
      await addNewcomer(site);
      await tick(site.strapi, 'authenticated', UPLOAD);
      await prepareTeam(site, kind);
      const { body } = await (await site.as('carla@roster.test')).get('/api/customers?pagination[pageSize]=100').expect(200);
      seen.set(kind, (body.data as { documentId: string }[]).map(({ documentId }) => documentId).sort());
      book = bookOf(await worldOf(site.strapi), 'carla').map(({ documentId }) => documentId).sort();
      return site;
    };

    beforeAll(async () => {
      const unguarded = await openUnguarded({ db, customers: 60 });
      await addNewcomer(unguarded);
      await tick(unguarded.strapi, 'authenticated', UPLOAD);
      await attackAll(unguarded, 'unguarded');
      for (const kind of KINDS) await attackAll(await openGuarded(kind), kind);
    }, 300_000);

    describe.each(KINDS)('where csms reach by %s', (kind) => {
      it('what they reach is what it is by their books', () => {
        expect(book.length).toBeGreaterThan(5);
        expect(seen.get(kind)).toEqual(book);
      });

      it.each(ATTACKS.map(({ attack, as }) => [attack, as] as const))(`[A023:${door}][A212:${door}] %s, as %s: succeeds without the guards, fails with them`, (attack) => {
        expect({ unguarded: succeeded.get('unguarded')?.has(attack), guarded: succeeded.get(kind)?.has(attack) }).toEqual({ unguarded: true, guarded: false });
      });
    });
  });
});
