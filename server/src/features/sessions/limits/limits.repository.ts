import { countUp } from '../../../host/count-up';
import { insertMissing } from '../../../host/rows';
import { own, type Strapi } from '../../../host/strapi';
import { createDocumentId } from '../../../kernel/ids';

const LIMIT = own('limit');

/** Rows that are removed by one statement. */
const PAGE = 500;

interface Row {
  readonly points: number;
  readonly endsAt: string | number;
}

export interface Used {
  readonly points: number;
  readonly endsAt: number;
}

/** Counters. Each change is one statement with its condition in it: of many at once, on whichever nodes, no more pass than may. */
export const createLimitsRepository = (strapi: Strapi) => {
  const limits = () => strapi.db.query(LIMIT);

  const used = async (key: string): Promise<Used | undefined> => {
    const row = (await limits().findOne({ where: { key }, select: ['points', 'endsAt'] as never })) as Row | null;
    return row ? { points: Number(row.points), endsAt: Number(row.endsAt) } : undefined;
  };

  return {
    used,

    /** Makes a counter that stands at nothing, unless it is there. */
    make: (key: string): Promise<void> => insertMissing(strapi, LIMIT, [{ documentId: createDocumentId(), key, points: 0, endsAt: 0 }], ['key']),

    /** Counts one more while its time runs and there is room. Whether there was. */
    countWithin: async (key: string, most: number, now: number): Promise<boolean> =>
      (await countUp(strapi, LIMIT, { where: { key, endsAt: { $gt: now }, points: { $lt: most } }, attribute: 'points' })) > 0,

    /** Begins anew where the time is over. Whether this call was the one that did. */
    async beginAnew(key: string, endsAt: number, now: number): Promise<boolean> {
      const { count } = await limits().updateMany({ where: { key, endsAt: { $lte: now } } as never, data: { points: 1, endsAt } });
      return count > 0;
    },

    /** Takes one back. */
    async giveBack(key: string): Promise<void> {
      await countUp(strapi, LIMIT, { where: { key, points: { $gt: 0 } }, attribute: 'points', by: -1 });
    },

    async forget(key: string): Promise<void> {
      await limits().updateMany({ where: { key }, data: { points: 0, endsAt: 0 } });
    },

    /** Has a counter last until a moment. */
    async keepUntil(key: string, endsAt: number): Promise<void> {
      await insertMissing(strapi, LIMIT, [{ documentId: createDocumentId(), key, points: 0, endsAt }], ['key']);
      await limits().updateMany({ where: { key, endsAt: { $lt: endsAt } } as never, data: { endsAt } });
    },

    /** Removes counters whose time is over, a page of them, by their ids: MySQL would hold the gaps between them. How many. */
    async removeEnded(before: number): Promise<number> {
      const rows = (await limits().findMany({ where: { endsAt: { $lt: before } } as never, select: ['id'] as never, orderBy: { id: 'asc' } as never, limit: PAGE })) as { id: number }[];
      if (rows.length > 0) await limits().deleteMany({ where: { id: { $in: rows.map(({ id }) => id) }, endsAt: { $lt: before } } as never });
      return rows.length;
    },
  };
};
