import { own, type Strapi } from '../../host/strapi';
import { toRow, type Entry } from './books.repository';

const ENTRY = own('entry');

export interface Share {
  readonly member: string;
  /** The share counts before this moment. */
  readonly endsAt: string | null;
}

interface Stored extends Share {
  readonly id: number;
}

/** Entries of kind `shared`. One that has ended stays, and counts for nothing. */
export const createSharesRepository = (strapi: Strapi) => {
  const entries = () => strapi.db.query(ENTRY);
  const live = (asOf: Date) => ({ $or: [{ endsAt: { $null: true } }, { endsAt: { $gt: asOf } }] });

  return {
    of: (type: string, record: string, asOf: Date) =>
      entries().findMany({ where: { type, record, kind: 'shared', ...live(asOf) } as never, select: ['member', 'endsAt'], orderBy: { id: 'asc' } }) as Promise<Share[]>,

    /** Those of these records that are shared with a member. */
    async within({ type, member, records, asOf }: { type: string; member: string; records: readonly string[]; asOf: Date }): Promise<string[]> {
      const where = { type, member, kind: 'shared', record: { $in: [...records] }, ...live(asOf) };
      return ((await entries().findMany({ where: where as never, select: ['record'] })) as { record: string }[]).map(({ record }) => record);
    },

    /** What is shared with a member now, whatever its type. */
    with: (member: string, asOf: Date) => entries().findMany({ where: { member, kind: 'shared', ...live(asOf) } as never, select: ['type', 'record'], orderBy: { id: 'asc' } }) as Promise<Pick<Entry, 'type' | 'record'>[]>,
    countOf: (type: string, member: string, asOf: Date) => entries().count({ where: { type, member, kind: 'shared', ...live(asOf) } as never }),

    find: (type: string, record: string, member: string) => entries().findOne({ where: { type, record, member, kind: 'shared' } }) as Promise<Stored | null>,

    async insert(type: string, record: string, { member, endsAt }: Share): Promise<void> {
      await entries().create({ data: { ...toRow({ type, record, member, kind: 'shared' }), endsAt } });
    },

    async setEnd(id: number, endsAt: string | null): Promise<void> {
      await entries().update({ where: { id }, data: { endsAt } });
    },

    async remove(id: number): Promise<void> {
      await entries().delete({ where: { id } });
    },
  };
};

export type SharesRepository = ReturnType<typeof createSharesRepository>;
