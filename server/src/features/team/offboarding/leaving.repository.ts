import { from, metaOf, type Sql } from '../../../host/predicate-sql';
import { runRaw } from '../../../host/raw';
import { own, type Strapi } from '../../../host/strapi';

interface Counting extends PromiseLike<readonly { readonly count: number | string }[]> {
  countDistinct(columns: object): Counting;
}

/** What is a member's besides what he owns, counted. */
export const createLeavingRepository = (strapi: Strapi) => {
  const entries = () => strapi.db.query(own('entry'));
  const table = (name: string): Sql => from(strapi, metaOf(strapi, own(name)).tableName);

  return {
    countShared: (type: string, member: string, now: Date): Promise<number> =>
      entries().count({ where: { type, member, kind: 'shared', $or: [{ endsAt: { $null: true } }, { endsAt: { $gt: now } }] } as never }),

    /** Records that were somebody's until a moment or later, and are not now. */
    async countMovedSince(type: string, member: string, moment: Date): Promise<number> {
      const still = table('entry').select('record').where({ type, member, kind: 'owner' });
      const moved = table('assignment')
        .where({ type, from_member: member, seat: 'owner' })
        .whereRaw('?? >= ?', ['occurred_at', moment])
        .whereRaw('?? not in (?)', ['record', still]);
      const [row] = await runRaw(strapi, (moved as unknown as Counting).countDistinct({ count: 'record' }));
      return Number(row?.count ?? 0);
    },

    countInvitations: (invitedBy: string, now: Date): Promise<number> =>
      strapi.db.query(own('invitation')).count({ where: { invitedBy, status: 'pending', expiresAt: { $gt: now } } as never }),
  };
};
