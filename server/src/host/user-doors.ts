import { readNow } from './row-lock';
import type { Strapi } from './strapi';

const API_USER = 'plugin::users-permissions.user';

interface UserRow {
  readonly documentId: string;
  readonly email: string;
}

/** null is as good as false: not every row was written by this version of the host. */
const NOT_BLOCKED = { $or: [{ blocked: false }, { blocked: { $null: true } }] };

const confirmationIsAsked = async (strapi: Strapi): Promise<boolean> => {
  const settings = (await strapi.store({ type: 'plugin', name: 'users-permissions' }).get({ key: 'advanced' })) as { email_confirmation?: boolean } | null;
  return settings?.email_confirmation === true;
};

/**
 * Which of the host's users can get in, as things are now and not when the running transaction began. A user of the
 * panel who is blocked counts as shut out, though the panel's own sign-in does not look at that.
 */
export const userDoors = (strapi: Strapi) => ({
  async panel(documentIds: readonly string[]): Promise<string[]> {
    const rows = await readNow<UserRow>(strapi, 'admin::user', ['documentId'], { documentId: { $in: [...documentIds] }, isActive: true, ...NOT_BLOCKED });
    return rows.map(({ documentId }) => documentId);
  },

  /** The host lets nobody in who is blocked, has no role, or has not confirmed his address where it asks for that. */
  async api(documentIds: readonly string[]): Promise<string[]> {
    if (documentIds.length === 0 || !(API_USER in strapi.contentTypes)) return [];
    const confirmed = (await confirmationIsAsked(strapi)) ? { confirmed: true } : {};
    const rows = await readNow<UserRow>(strapi, API_USER, ['documentId'], { documentId: { $in: [...documentIds] }, role: { id: { $notNull: true } }, ...confirmed, ...NOT_BLOCKED });
    return rows.map(({ documentId }) => documentId);
  },

  /** The Super Admins who can get in. */
  superAdmins: (): Promise<UserRow[]> => readNow<UserRow>(strapi, 'admin::user', ['documentId', 'email'], { isActive: true, roles: { code: 'strapi-super-admin' }, ...NOT_BLOCKED }),
});
