import type { Strapi } from './strapi';
import { superAdminsAmong } from './super-admin';

/** A user of the host at one of its doors. */
export interface Account {
  readonly documentId: string;
  /** Neither blocked nor switched off. */
  readonly isUsable: boolean;
  /** Whether the address is known to be his: an administrator said so, or he has confirmed it. Anybody may sign up with another one's. */
  readonly isProven: boolean;
}

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  /** Without one, there has to be another way in. */
  readonly password?: string | undefined;
  /** Of the panel (BCP 47). */
  readonly language: string;
}

/** The host's users of one door. */
export interface Accounts {
  /** Whether the site has the door. */
  readonly isThere: boolean;
  find(email: string): Promise<Account | null>;
  /** Whether a user whom the site knows is let in now. */
  isLetIn(documentId: string): Promise<boolean>;
  /** documentId of the new one. It has no rights of its own: the plugin adds those of its member at each request. */
  create(account: NewAccount): Promise<string>;
  /** Has the host call a user as he calls himself, where its name is not what he signs in with. */
  rename(documentId: string, person: { readonly name: string; readonly language?: string }): Promise<void>;
}

const API_USER = 'plugin::users-permissions.user';
const PANEL_ROLE = { code: 'roster-member', name: 'Team member', description: 'Whoever joined the team by an invitation. What he may do, his role in the team says.' } as const;

interface ApiUsers {
  add(user: object): Promise<{ documentId: string }>;
}

interface PanelUsers {
  create(user: object): Promise<{ documentId: string }>;
}

interface Settings {
  readonly default_role?: string;
  readonly email_confirmation?: boolean;
}

interface ApiRow {
  readonly documentId: string;
  readonly blocked: boolean | null;
  readonly confirmed: boolean | null;
}

const settingsOf = async (strapi: Strapi): Promise<Settings | null> => (await strapi.store({ type: 'plugin', name: 'users-permissions' }).get({ key: 'advanced' })) as Settings | null;

const nameParts = (name: string): { firstname: string; lastname: string } => {
  const [firstname = name, ...rest] = name.split(/\s+/);
  return { firstname, lastname: rest.join(' ') };
};

const apiAccounts = (strapi: Strapi): Accounts => ({
  isThere: API_USER in strapi.contentTypes,

  async find(email) {
    const user = (await strapi.db.query(API_USER as never).findOne({ where: { email: { $eqi: email } } as never })) as ApiRow | null;
    if (!user) return null;
    const isProven = user.confirmed === true && (await settingsOf(strapi))?.email_confirmation === true;
    return { documentId: user.documentId, isUsable: !user.blocked, isProven };
  },

  async isLetIn(documentId) {
    const user = (await strapi.db.query(API_USER as never).findOne({ where: { documentId } as never })) as { blocked: boolean | null } | null;
    return user !== null && !user.blocked;
  },

  async create({ email, password }) {
    const settings = await settingsOf(strapi);
    const role = (await strapi.db.query('plugin::users-permissions.role' as never).findOne({ where: { type: settings?.default_role ?? 'authenticated' } as never })) as { id: number } | null;
    const users = strapi.plugin('users-permissions').service('user') as ApiUsers;
    const { documentId } = await users.add({ email, username: email, ...(password !== undefined && { password }), provider: 'local', confirmed: true, blocked: false, role: role?.id });
    return documentId;
  },

  rename: () => Promise.resolve(),
});

/** The host lets nobody be without a role; this one has no rights. */
export const panelRole = async (strapi: Strapi): Promise<number> => {
  const roles = strapi.db.query('admin::role');
  const found = (await roles.findOne({ where: { code: PANEL_ROLE.code } })) as { id: number } | null;
  return (found ?? ((await roles.create({ data: PANEL_ROLE })) as { id: number })).id;
};

const panelAccounts = (strapi: Strapi): Accounts => ({
  isThere: true,

  async find(email) {
    const user = (await strapi.db.query('admin::user').findOne({ where: { email: { $eqi: email } } as never })) as { documentId: string; isActive: boolean; blocked: boolean | null } | null;
    if (!user) return null;
    // He is an admin of the team without any invitation, and no link is to touch him.
    const isSuperAdmin = (await superAdminsAmong(strapi, [user.documentId])).size > 0;
    return { documentId: user.documentId, isUsable: user.isActive && !user.blocked && !isSuperAdmin, isProven: true };
  },

  async isLetIn(documentId) {
    const user = (await strapi.db.query('admin::user').findOne({ where: { documentId } as never })) as { isActive: boolean; blocked: boolean | null } | null;
    return user !== null && user.isActive && !user.blocked;
  },

  async create({ email, name, password, language }) {
    const users = strapi.service('admin::user') as unknown as PanelUsers;
    const user = { email, ...nameParts(name), ...(password !== undefined && { password }), preferedLanguage: language.slice(0, 2), isActive: true, blocked: false, registrationToken: null, roles: [await panelRole(strapi)] };
    return (await users.create(user)).documentId;
  },

  async rename(documentId, { name, language }) {
    const data = { ...nameParts(name), ...(language !== undefined && { preferedLanguage: language.slice(0, 2) }) };
    await strapi.db.query('admin::user').updateMany({ where: { documentId } as never, data: data as never });
  },
});

/** The host's users of both doors. */
export const accountsOf = (strapi: Strapi) => ({ panelUser: panelAccounts(strapi), apiUser: apiAccounts(strapi) }) as const;
