import type { Core } from '@strapi/strapi';
import { companyRole } from './people';
import { tick } from './stock';

const API_USER = 'plugin::users-permissions.user';
const FIELDS = ['username', 'email', 'provider', 'password', 'confirmed', 'blocked', 'role'];

/** Lets everybody of the playground do with the host's users whatever the host has a right for, at both doors. */
export const letEverybodyEditUsers = async (strapi: Core.Strapi): Promise<void> => {
  const users = ['read', 'create', 'update', 'delete'].map((name) => ({ action: `admin::users.${name}`, subject: null, properties: {}, conditions: [] }));
  const content = ['read', 'create', 'update', 'delete'].map((name) => ({ action: `plugin::content-manager.explorer.${name}`, subject: API_USER, properties: name === 'delete' ? {} : { fields: FIELDS }, conditions: [] }));
  const roles = strapi.service('admin::role') as unknown as { assignPermissions(role: number, permissions: object[]): Promise<unknown> };
  await roles.assignPermissions(await companyRole(strapi), [...users, ...content]);
  await tick(strapi, 'authenticated', ['find', 'findOne', 'create', 'update', 'destroy'].map((name) => `${API_USER}.${name}`));
};

/** Another user of the host, by his documentId, as the row stands. */
export const userRow = async (strapi: Core.Strapi, uid: 'admin::user' | typeof API_USER, email: string) =>
  (await strapi.db.query(uid as never).findOne({ where: { email } as never, populate: (uid === API_USER ? ['role'] : ['roles']) as never })) as unknown as { id: number; documentId: string; email: string } & Record<string, unknown>;
