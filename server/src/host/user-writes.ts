import { AsyncLocalStorage } from 'node:async_hooks';
import type { Strapi } from './strapi';
import { transaction } from './transaction';

type UserDoor = 'apiUser' | 'panelUser';

/** A write of users of the host, or of their roles, whichever way it came: its own routes, GraphQL, the Content Manager, code of the site. */
export interface UserWrite {
  readonly door: UserDoor;
  /** `roles`: a role of the host is written together with whose it is, or deleted. */
  readonly kind: 'create' | 'update' | 'delete' | 'roles';
  /** What is said of them. */
  readonly data: Readonly<Record<string, unknown>>;
  /** documentIds of the users that it is about, as they are when it is asked. */
  users(): Promise<readonly string[]>;
}

/** Goes around a write. What it throws refuses the write; in a transaction of its own, it also undoes it. */
export type AroundUserWrite = (write: UserWrite, next: () => Promise<unknown>) => Promise<unknown>;

interface Params {
  readonly where?: unknown;
  readonly data?: unknown;
}

type Method = (this: unknown, uid: string, params: Params) => Promise<unknown>;

const USERS: Readonly<Record<string, UserDoor>> = { 'admin::user': 'panelUser', 'plugin::users-permissions.user': 'apiUser' };
const ROLES: Readonly<Record<string, UserDoor>> = { 'admin::role': 'panelUser', 'plugin::users-permissions.role': 'apiUser' };
const KINDS = { create: 'create', createMany: 'create', update: 'update', updateMany: 'update', delete: 'delete', deleteMany: 'delete' } as const;

const arounds = new WeakMap<object, AroundUserWrite[]>();

const dataOf = ({ data }: Params): Readonly<Record<string, unknown>> => Object.assign({}, ...[data ?? {}].flat()) as Readonly<Record<string, unknown>>;

const writeOf = (strapi: Strapi, uid: string, kind: (typeof KINDS)[keyof typeof KINDS], params: Params): UserWrite | undefined => {
  const data = dataOf(params);
  const user = USERS[uid];
  if (user) {
    const users = async (): Promise<string[]> => {
      if (kind === 'create') return [];
      const rows = (await strapi.db.query(uid as never).findMany({ where: params.where as never, select: ['documentId'] as never })) as { documentId: string }[];
      return rows.map(({ documentId }) => documentId);
    };
    return { door: user, kind, data, users };
  }
  const role = ROLES[uid];
  return role && (kind === 'delete' || 'users' in data) ? { door: role, kind: 'roles', data, users: () => Promise.resolve([]) } : undefined;
};

const install = (strapi: Strapi, around: readonly AroundUserWrite[]): void => {
  const manager = strapi.db.entityManager as unknown as Record<keyof typeof KINDS, Method>;
  for (const [name, kind] of Object.entries(KINDS) as [keyof typeof KINDS, (typeof KINDS)[keyof typeof KINDS]][]) {
    const original = manager[name];
    manager[name] = function aroundUsers(uid, params) {
      const write = uid in USERS || uid in ROLES ? writeOf(strapi, uid, kind, params) : undefined;
      const run = (): Promise<unknown> => original.call(this, uid, params);
      return write ? around.reduceRight<() => Promise<unknown>>((next, one) => () => one(write, next), run)() : run();
    };
  }
};

/**
 * Goes around every write of the host's users below its services, where all ways in meet: the first that was added is
 * the outermost. In a plugin's bootstrap.
 */
export const aroundUserWrites = (strapi: Strapi, around: AroundUserWrite): void => {
  const list = arounds.get(strapi);
  if (list) {
    list.push(around);
    return;
  }
  const first = [around];
  arounds.set(strapi, first);
  install(strapi, first);
};

/** Methods that write many users one after the other. */
const MANY = [['admin::user', 'deleteByIds'], ['plugin::users-permissions.role', 'deleteRole']] as const;

/** What the host does to many users is done to all of them or to none: it would go on until the first that is refused. In register. */
export const writeUsersTogether = (strapi: Strapi): void => {
  for (const [uid, method] of MANY) {
    if (uid.startsWith('plugin::') && !strapi.plugin('users-permissions')) continue;
    strapi.get('services').extend(uid, ((service: Record<string, (...args: unknown[]) => Promise<unknown>>) => ({
      ...service,
      [method]: (...args: unknown[]) => transaction(strapi, () => service[method]?.(...args) ?? Promise.resolve()),
    })) as never);
  }
};

const atUsersRoute = new AsyncLocalStorage<true>();

/** Whether the code that runs serves the content API's own routes for users, or GraphQL's, which change whom they are told to. */
export const isAtUsersRoute = (): boolean => atUsersRoute.getStore() ?? false;

/** Has `isAtUsersRoute` know. In register. */
export const markUsersRoutes = (strapi: Strapi): void => {
  if (!strapi.plugin('users-permissions')) return;
  type Handler = (...args: unknown[]) => unknown;
  strapi.get('controllers').extend('plugin::users-permissions.user', ((controller: Record<string, Handler>) => {
    const marked = (name: string): Handler => (...args) => atUsersRoute.run(true, () => controller[name]?.(...args));
    return { ...controller, update: marked('update'), destroy: marked('destroy') };
  }) as never);
};
