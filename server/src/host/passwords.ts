import type { Strapi } from './strapi';

type Door = 'panelUser' | 'apiUser';

interface Hashes {
  validatePassword(password: string, hash: string): Promise<boolean>;
}

/** A user who is tried with a password. */
export interface PasswordUser {
  readonly id: number;
  readonly documentId: string;
  /** The hash; null: he has none. */
  readonly password: string | null;
}

/** Of a password that nobody knows, made as the host makes them. */
const NOBODYS = '$2a$10$FDCuLBX6dj.3lG1frC2ov.hdev0V1GlYCth4srBGtqF91TE6rsHKq';

const UIDS = { panelUser: 'admin::user', apiUser: 'plugin::users-permissions.user' } as const;

/** Finds users as the host's own doors do. */
const whereOf = (door: Door, identifier: string): object =>
  door === 'panelUser' ? { email: identifier.toLowerCase() } : { provider: 'local', $or: [{ email: identifier.toLowerCase() }, { username: identifier }] };

const hashesOf = (strapi: Strapi, door: Door): Hashes =>
  (door === 'panelUser' ? strapi.service('admin::auth') : strapi.plugin('users-permissions').service('user')) as unknown as Hashes;

const find = async (strapi: Strapi, door: Door, where: object): Promise<PasswordUser | undefined> =>
  ((await strapi.db.query(UIDS[door] as never).findOne({ where: where as never, select: ['id', 'documentId', 'password'] as never })) as PasswordUser | null) ?? undefined;

/** Whom the host would find by a name that somebody gives. */
export const userNamed = (strapi: Strapi, door: Door, identifier: string): Promise<PasswordUser | undefined> => find(strapi, door, whereOf(door, identifier));

export const userWith = (strapi: Strapi, door: Door, documentId: string): Promise<PasswordUser | undefined> => find(strapi, door, { documentId });

/** Whether it is his password. Where there is nobody, or he has none, it takes as long to say no. */
export const isPasswordOf = async (strapi: Strapi, door: Door, user: PasswordUser | undefined, password: string): Promise<boolean> => {
  const isRight = await hashesOf(strapi, door).validatePassword(password, user?.password ?? NOBODYS);
  return isRight && typeof user?.password === 'string';
};
