import { CUSTOMER, roster } from './roster';
import type { Site } from './site';
import type { World } from './world';

/** Who joins on a site that had no team, and as what. */
export const TEAM: Readonly<Record<string, string>> = { ana: 'admin', dora: 'director', carla: 'csm', chen: 'csm', vera: 'viewer' };

/** Makes members of some of the site's people, at both doors, and gives two of them their book. Answers with the members' ids. */
export const formTeam = async ({ strapi }: Site, world: World): Promise<Record<string, string>> => {
  const members: Record<string, string> = {};
  const userOf = async (uid: string, key: string) => ((await strapi.db.query(uid as never).findOne({ where: { email: `${key}@roster.test` } as never })) as { documentId: string }).documentId;
  for (const [key, role] of Object.entries(TEAM)) {
    const users = { apiUser: await userOf('plugin::users-permissions.user', key), panelUser: await userOf('admin::user', key) };
    members[key] = (await roster(strapi, 'members').create({ email: `${key}@roster.test`, name: key, role, ...users })).documentId;
  }
  const owned = world.plan.filter(({ owner }) => owner === 'carla' || owner === 'chen');
  await roster(strapi, 'books').setOwners(CUSTOMER, owned.map(({ documentId, owner }) => ({ record: documentId, owner: members[owner ?? ''] as string })));
  return members;
};
