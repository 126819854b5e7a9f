import { superAdminsAmong } from '../../host/super-admin';
import { lockRows } from '../../host/row-lock';
import { own, type Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { RosterError } from '../../kernel/errors';
import { createCensus } from './census';
import { footingOf } from './domain/footing';
import type { Member, MembersRepository } from './members.repository';

/**
 * A team always has an admin who can get in, whichever way somebody ceases to be one. Changes that could cost the
 * last one take turns: two admins who demote each other at once do not both succeed.
 */
export const createAdmins = (strapi: Strapi, repository: MembersRepository) => {
  const census = createCensus(strapi);

  /** @throws RosterError LAST_ADMIN where a change leaves the team worse administrated than it was, down to what is needed */
  const keepingAdmins = async <T>(change: () => Promise<T>): Promise<T> => {
    const before = footingOf(await census());
    const result = await change();
    if (before > 0 && footingOf(await census()) < before) throw new RosterError('LAST_ADMIN');
    return result;
  };

  return {
    /** Who is an admin now. */
    census,

    /** Runs work in a transaction of its own turn. It reads nothing before its turn has come: MySQL would go on seeing what was there then. */
    inTurn: <T>(work: () => Promise<T>): Promise<T> =>
      transaction(strapi, async () => {
        await lockRows(strapi, own('role'), { key: 'admin' });
        return work();
      }),

    keepingAdmins,

    /**
     * Runs a change of one member, in turn.
     * @throws RosterError LAST_ADMIN when nobody would be left who was an admin before
     */
    async keepingOne<T>({ documentId }: Pick<Member, 'documentId'>, change: () => Promise<T>): Promise<T> {
      // Who is no admin takes none away.
      const isHolder = (await repository.grants(documentId)).some(({ role }) => role === 'admin');
      return isHolder ? keepingAdmins(change) : change();
    },

    /** @throws RosterError SUPER_ADMIN for a member who is a Super Admin of the host: he is an admin as long as he is that */
    async assertNotSuperAdmin({ panelUser }: Member): Promise<void> {
      if (panelUser !== null && (await superAdminsAmong(strapi, [panelUser])).has(panelUser)) throw new RosterError('SUPER_ADMIN');
    },
  };
};
