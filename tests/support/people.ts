import type { Core } from '@strapi/strapi';

import { outer } from './outer';
import type { Site } from './site';

export const PASSWORD = (outer.require('./src/seed/people') as { PASSWORD: string }).PASSWORD;

interface AdminUsers {
  create(values: object): Promise<{ id: number; documentId: string }>;
}

const roleOf = async (strapi: Core.Strapi, where: object): Promise<number> => ((await strapi.db.query('admin::role').findOne({ where })) as { id: number }).id;

/** The role that everybody of the playground has in the panel. */
export const companyRole = (strapi: Core.Strapi): Promise<number> => roleOf(strapi, { name: 'Customer success' });

/** A user of the panel, with a role of the host: by its code, or the company's. */
export const createPanelUser = async (strapi: Core.Strapi, name: string, code?: string): Promise<{ id: number; documentId: string; email: string }> => {
  const role = code === undefined ? await companyRole(strapi) : await roleOf(strapi, { code });
  const email = `${name}@roster.test`;
  const user = await (strapi.service('admin::user') as unknown as AdminUsers).create({ firstname: name, email, password: PASSWORD, isActive: true, roles: [role] });
  return { ...user, email };
};

/** A user of the content API. */
export const createApiUser = async (strapi: Core.Strapi, name: string): Promise<{ documentId: string; email: string }> => {
  const role = (await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } })) as { id: number };
  const email = `${name}@roster.test`;
  const users = strapi.plugin('users-permissions').service('user') as { add(values: object): Promise<{ documentId: string }> };
  const { documentId } = await users.add({ email, username: name, password: PASSWORD, provider: 'local', confirmed: true, role: role.id });
  return { documentId, email };
};

/** Somebody at both doors who is no member. */
export const addNewcomer = async ({ strapi }: Site): Promise<void> => {
  await createApiUser(strapi, 'newcomer');
  await createPanelUser(strapi, 'newcomer');
};
