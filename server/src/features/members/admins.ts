import { superAdminsAmong } from '../../host/super-admin';
import { lockRows } from '../../host/row-lock';
import { own, type Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { roleCataloguePort } from '../../kernel/role-catalogue';
import { liveRoles } from './live-roles';
import type { Member, MembersRepository } from './members.repository';

/**
 * A team always has an active admin, whichever way somebody ceases to be one. Changes that could cost the
 * last one take turns: two admins who demote each other at once do not both succeed.
 */
export const createAdmins = (strapi: Strapi, repository: MembersRepository) => {
  const isActiveAdmin = async ({ documentId, status }: Pick<Member, 'documentId' | 'status'>): Promise<boolean> => {
    if (status !== 'active') return false;
    const roles = liveRoles(await repository.grants(documentId), clockPort.of(strapi)());
    return roles.includes('admin') && roleCataloguePort.of(strapi).isAdmin(roles);
  };

  const someRemain = async (): Promise<boolean> => {
    for (const documentId of await repository.holdersOf('admin')) {
      const member = await repository.find({ documentId });
      if (member && (await isActiveAdmin(member))) return true;
    }
    return false;
  };

  return {
    /** Runs work in a transaction of its own turn. It reads nothing before its turn has come: MySQL would go on seeing what was there then. */
    inTurn: <T>(work: () => Promise<T>): Promise<T> =>
      transaction(strapi, async () => {
        await lockRows(strapi, own('grant'), { role: 'admin' });
        return work();
      }),

    /**
     * Runs a change of one member, in turn.
     * @throws RosterError LAST_ADMIN when nobody would be left who was an admin before
     */
    async keepingOne<T>(member: Member, change: () => Promise<T>): Promise<T> {
      const wasAdmin = await isActiveAdmin(member);
      const result = await change();
      if (wasAdmin && !(await someRemain())) throw new RosterError('LAST_ADMIN');
      return result;
    },

    /** @throws RosterError SUPER_ADMIN for a member who is a Super Admin of the host: he is an admin as long as he is that */
    async assertNotSuperAdmin({ panelUser }: Member): Promise<void> {
      if (panelUser !== null && (await superAdminsAmong(strapi, [panelUser])).has(panelUser)) throw new RosterError('SUPER_ADMIN');
    },
  };
};
