import type { UserType } from '../../host/owner-fields';
import type { Strapi } from '../../host/strapi';
import { membersOf, normalizeEmail } from '../members';

export interface SiteUser {
  readonly documentId: string;
  readonly email: string | null;
}

/** Who of the team somebody is. */
export interface People {
  /** By an address, however it is written. */
  byEmail(email: string): string | undefined;
  /** By a user of the site: whose he is, or else whose address he has. */
  byUser(type: UserType, user: SiteUser): string | undefined;
}

/** Everybody of the team, whatever his status. */
export const readPeople = async (strapi: Strapi): Promise<People> => {
  const emails = new Map<string, string>();
  const users: Readonly<Record<UserType, Map<string, string>>> = { 'plugin::users-permissions.user': new Map(), 'admin::user': new Map() };
  for (const { documentId, email, apiUser, panelUser } of await membersOf(strapi).everybody()) {
    emails.set(email, documentId);
    if (apiUser !== null) users['plugin::users-permissions.user'].set(apiUser, documentId);
    if (panelUser !== null) users['admin::user'].set(panelUser, documentId);
  }
  const byEmail = (email: string) => emails.get(normalizeEmail(email));
  return { byEmail, byUser: (type, { documentId, email }) => users[type].get(documentId) ?? (email === null ? undefined : byEmail(email)) };
};
