import type { Strapi } from './strapi';

export type SiteDoor = 'panel' | 'api';

/** A role of the host's own, at one of its doors. */
export interface SiteRole {
  readonly door: SiteDoor;
  /** Code or type: what does not change when it is renamed. */
  readonly key: string;
  readonly name: string;
}

/** A user of the host who can sign in. */
export interface SiteUser {
  readonly id: number;
  readonly documentId: string;
  readonly email: string;
  readonly name: string;
  readonly language: string | null;
  /** Keys of his roles. */
  readonly roles: readonly string[];
}

interface PanelRow {
  readonly id: number;
  readonly documentId: string;
  readonly email: string;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly preferedLanguage: string | null;
  readonly roles: readonly { readonly code: string }[];
}

interface ApiRow {
  readonly id: number;
  readonly documentId: string;
  readonly email: string | null;
  readonly username: string | null;
  readonly role: { readonly type: string } | null;
}

const SUPER_ADMIN = 'strapi-super-admin';
const API_USER = 'plugin::users-permissions.user';

const orNot = (column: string) => ({ $or: [{ [column]: false }, { [column]: { $null: true } }] });

/** Users of the panel, without Super Admins: they are members by that. */
const PANEL_USERS = { isActive: true, ...orNot('blocked'), $not: { roles: { code: SUPER_ADMIN } } };
const API_USERS = orNot('blocked');

/** Who signs in to the site, by the roles that the site itself gives. */
export const siteUsers = (strapi: Strapi) => {
  const hasApi = API_USER in strapi.contentTypes;
  const query = (uid: string) => strapi.db.query(uid as never) as unknown as { findMany(params: object): Promise<unknown[]>; count(params: object): Promise<number> };

  const pageOf: Readonly<Record<SiteDoor, (where: object, limit: number) => Promise<SiteUser[]>>> = {
    panel: async (where, limit) =>
      ((await query('admin::user').findMany({ where: { $and: [PANEL_USERS, where] }, orderBy: { id: 'asc' }, limit, populate: ['roles'] })) as PanelRow[]).map(({ firstname, lastname, preferedLanguage, roles, ...row }) => ({
        ...row,
        name: [firstname, lastname].filter(Boolean).join(' ') || row.email,
        language: preferedLanguage,
        roles: roles.map(({ code }) => code),
      })),
    api: async (where, limit) =>
      !hasApi
        ? []
        : ((await query(API_USER).findMany({ where: { $and: [API_USERS, where] }, orderBy: { id: 'asc' }, limit, populate: ['role'] })) as ApiRow[]).map(({ id, documentId, email, username, role }) => ({
            id,
            documentId,
            email: email ?? '',
            name: username ?? email ?? '',
            language: null,
            roles: role ? [role.type] : [],
          })),
  };

  return {
    async roles(): Promise<SiteRole[]> {
      const panel = (await query('admin::role').findMany({ where: { code: { $ne: SUPER_ADMIN } }, orderBy: { id: 'asc' } })) as { code: string; name: string }[];
      const api = hasApi ? ((await query('plugin::users-permissions.role').findMany({ where: { type: { $ne: 'public' } }, orderBy: { id: 'asc' } })) as { type: string; name: string }[]) : [];
      return [...panel.map(({ code, name }) => ({ door: 'panel' as const, key: code, name })), ...api.map(({ type, name }) => ({ door: 'api' as const, key: type, name }))];
    },

    /** How many users have a role. */
    count: ({ door, key }: SiteRole, where: object = {}): Promise<number> =>
      door === 'panel' ? query('admin::user').count({ where: { $and: [PANEL_USERS, { roles: { code: key } }, where] } }) : query(API_USER).count({ where: { $and: [API_USERS, { role: { type: key } }, where] } }),

    /** The next users of a door, in the order of their ids. */
    after: (door: SiteDoor, id: number, limit: number): Promise<SiteUser[]> => pageOf[door]({ id: { $gt: id } }, limit),
  };
};
