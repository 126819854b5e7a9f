import { createResolver, leaks, readAttacks } from '../support/attack';
import { describeOnEachDb, openSite, type Site } from '../support/site';
import { openUnguarded } from '../support/stock';

const ATTACKS = readAttacks('rest.yaml');

/** A csm who owns nothing yet, and one who is no longer active. */
const prepareTeam = async ({ strapi }: Site): Promise<void> => {
  const members = strapi.plugin('roster').service('members');
  const { documentId } = await strapi.db.query('plugin::users-permissions.user').findOne({ where: { email: 'newcomer@roster.test' } });
  await members.create({ email: 'newcomer@roster.test', name: 'Newcomer', role: 'csm', apiUser: documentId });
  await members.deactivate((await members.findByEmail('cyrus@roster.test')).documentId);
};

const addNewcomer = async ({ strapi }: Site): Promise<void> => {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } });
  await strapi.plugin('users-permissions').service('user').add({
    email: 'newcomer@roster.test',
    username: 'newcomer',
    password: 'Roster-demo-1',
    provider: 'local',
    confirmed: true,
    role: role.id,
  });
};

describeOnEachDb('attacks over REST', (db) => {
  const outcomes = new Map<string, { unguarded?: boolean; guarded?: boolean }>();

  const attackAll = async (site: Site, side: 'unguarded' | 'guarded'): Promise<void> => {
    const resolver = await createResolver(site);
    for (const attack of ATTACKS) {
      outcomes.set(attack.attack, { ...outcomes.get(attack.attack), [side]: await leaks(site, resolver, attack) });
    }
  };

  beforeAll(async () => {
    const unguarded = await openUnguarded({ db, customers: 60 });
    await addNewcomer(unguarded);
    await attackAll(unguarded, 'unguarded').finally(() => unguarded.close());

    const guarded = await openSite({ db, customers: 60 });
    await addNewcomer(guarded);
    await prepareTeam(guarded);
    await attackAll(guarded, 'guarded').finally(() => guarded.close());
  }, 180_000);

  it.each(ATTACKS.map(({ attack, as }) => [attack, as] as const))('[A023:rest] %s, as %s: succeeds without the guards, fails with them', (attack) => {
    expect(outcomes.get(attack)).toEqual({ unguarded: true, guarded: false });
  });
});
