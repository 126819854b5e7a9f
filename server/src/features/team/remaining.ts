import type { RemainingInfo, RemovedInfo } from '../../../../contracts/http-remaining';
import type { REMOVABLE } from '../../../../contracts/requests';
import type { Strapi } from '../../host/strapi';
import { breathe } from '../../kernel/breathe';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import type { AuditActor } from '../../kernel/record';
import { booksOf } from '../books';
import { isByHand, membersOf } from '../members';

/** What has come together around a member beside his role, and stays when that changes unless somebody thinks of it. */
export const createRemaining = (strapi: Strapi) => {
  const books = () => booksOf(strapi);

  const eachOf = async (list: readonly { type: string; record: string }[], remove: (type: string, record: string) => Promise<unknown>): Promise<number> => {
    for (const { type, record } of list) {
      await remove(type, record).catch((error: unknown) => {
        // A record that is not there any more is nobody's.
        if (!(error instanceof RosterError && ['NOT_FOUND', 'UNKNOWN_TYPE'].includes(error.code))) throw error;
      });
      await breathe();
    }
    return list.length;
  };

  return {
    /** @throws RosterError NOT_FOUND */
    of: (member: string): Promise<RemainingInfo> =>
      asSystem(async () => {
        if (!(await membersOf(strapi).find(member))) throw new RosterError('NOT_FOUND');
        const grants = (await membersOf(strapi).grants(member)).filter(({ source }) => !isByHand(source));
        return {
          shares: (await books().sharedWith(member)).length,
          coOwned: (await books().helpedBy(member)).length,
          owned: await books().ownedCount(member),
          territories: [...((await membersOf(strapi).territoriesOf([member])).get(member) ?? [])],
          grants: grants.map(({ role, source, endsAt }) => ({ role, source, endsAt: endsAt === null ? null : new Date(endsAt).toISOString() })),
          memberships: [],
        };
      }),

    /** Takes kinds of it away, each record by itself with its audit entry: what was done stays done, should it break off. */
    async remove(member: string, kinds: readonly (typeof REMOVABLE)[number][], by: AuditActor): Promise<RemovedInfo> {
      const removed = { shares: 0, coOwned: 0, territories: 0 };
      if (kinds.includes('shares')) removed.shares = await eachOf(await books().sharedWith(member), (type, record) => books().unshare(type, record, member, by));
      if (kinds.includes('coOwned')) removed.coOwned = await eachOf(await asSystem(() => books().helpedBy(member)), (type, record) => books().removeCoOwner(type, record, member, by));
      if (kinds.includes('territories')) {
        removed.territories = (await membersOf(strapi).territoriesOf([member])).get(member)?.length ?? 0;
        await membersOf(strapi).setTerritories(member, [], by);
      }
      return removed;
    },
  };
};
