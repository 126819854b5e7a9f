import type { Strapi } from './strapi';

/** A user of the host at one of its doors. */
export interface HostAccount {
  readonly door: 'apiUser' | 'panelUser';
  readonly documentId: string;
}

interface Row {
  readonly id: number;
  readonly email: string;
  readonly username?: string | null;
  readonly password: string | null;
}

interface Passwords {
  validatePassword(password: string, hash: string): Promise<boolean>;
}

interface PanelUsers {
  updateById(id: number, values: object): Promise<unknown>;
}

interface ApiUsers extends Passwords {
  edit(id: number, values: object): Promise<unknown>;
}

const UIDS = { apiUser: 'plugin::users-permissions.user', panelUser: 'admin::user' } as const;

const apiUsers = (strapi: Strapi) => strapi.plugin('users-permissions').service('user') as ApiUsers;
const rowOf = (strapi: Strapi, { door, documentId }: HostAccount) => strapi.db.query(UIDS[door] as never).findOne({ where: { documentId } as never }) as Promise<Row | null>;

/** With what somebody signs in at a door of the host: his address and his password. */
export const createCredentials = (strapi: Strapi) => {
  const passwords = (door: HostAccount['door']) => (door === 'panelUser' ? (strapi.service('admin::auth') as unknown as Passwords) : apiUsers(strapi));

  const edit = async ({ door }: HostAccount, id: number, values: object): Promise<void> => {
    await (door === 'panelUser' ? (strapi.service('admin::user') as unknown as PanelUsers).updateById(id, values) : apiUsers(strapi).edit(id, values));
  };

  return {
    /** Whether a password is his. Nobody's is one who has none. */
    async isPassword(account: HostAccount, password: string): Promise<boolean> {
      const row = await rowOf(strapi, account);
      return typeof row?.password === 'string' && row.password !== '' && passwords(account.door).validatePassword(password, row.password);
    },

    async setPassword(account: HostAccount, password: string): Promise<void> {
      const row = await rowOf(strapi, account);
      if (row) await edit(account, row.id, { password });
    },

    /** Another address, and another name where his address was his name. */
    async setEmail(account: HostAccount, email: string): Promise<void> {
      const row = await rowOf(strapi, account);
      if (!row) return;
      const wasName = typeof row.username === 'string' && row.username.toLowerCase() === row.email.toLowerCase();
      await edit(account, row.id, { email, ...(wasName && { username: email }) });
    },
  };
};
