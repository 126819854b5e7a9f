import type { Strapi } from './strapi';

interface AdminUser {
  readonly documentId: string;
}

/** Which of these users of the panel are Super Admins of the host, and active. */
export const superAdminsAmong = async (strapi: Strapi, documentIds: readonly string[]): Promise<ReadonlySet<string>> => {
  if (documentIds.length === 0) return new Set();
  const found = (await strapi.db.query('admin::user').findMany({
    where: { documentId: { $in: [...documentIds] }, isActive: true, roles: { code: 'strapi-super-admin' } },
    select: ['documentId'],
  })) as AdminUser[];
  return new Set(found.map(({ documentId }) => documentId));
};

/** Everybody who has the Super Admin's role, active or not. */
export const allSuperAdmins = async (strapi: Strapi): Promise<string[]> => {
  const found = (await strapi.db.query('admin::user').findMany({ where: { roles: { code: 'strapi-super-admin' } }, select: ['documentId'] })) as AdminUser[];
  return found.map(({ documentId }) => documentId);
};
