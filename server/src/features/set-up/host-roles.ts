import type { HostRoleInfo } from '../../../../contracts/http-set-up';
import { from, metaOf } from '../../host/predicate-sql';
import { siteUsers, type SiteDoor } from '../../host/site-users';
import { own, type Strapi } from '../../host/strapi';
import { guessRole } from './domain/guess-role';

const COLUMN: Readonly<Record<SiteDoor, string>> = { panel: 'panel_user', api: 'api_user' };

const notMembers = (strapi: Strapi, door: SiteDoor): object => ({
  documentId: { $notIn: from(strapi, metaOf(strapi, own('member')).tableName).select(COLUMN[door]).whereRaw('?? is not null', [COLUMN[door]]) },
});

/** The roles of the host, with how many of their users are no members yet. */
export const hostRolesOf = async (strapi: Strapi): Promise<HostRoleInfo[]> => {
  const site = siteUsers(strapi);
  const roles: HostRoleInfo[] = [];
  for (const role of await site.roles()) {
    const users = await site.count(role);
    roles.push({ ...role, users, free: users === 0 ? 0 : await site.count(role, notMembers(strapi, role.door)), guess: guessRole(role.name) });
  }
  return roles;
};
