import { setEach } from '../../../host/set-each';
import { own, type Strapi } from '../../../host/strapi';
import { countInto, keyOf, type Countable, type DayCount } from '../domain/day-counts';

const ENTRY = own('audit-entry');
const DAY = own('audit-day');
const COUNTED = ['id', 'occurredAt', 'actor', 'action', 'outcome', 'targetType'] as const;

/** Rows that are worked on at once. */
const PAGE = 1_000;

interface Stored extends DayCount {
  readonly id: number;
}

/** Counts of days tell of entries that are there: once some are removed, they are counted anew. */
export const createRecountRepository = (strapi: Strapi) => {
  const days = () => strapi.db.query(DAY);

  const sealedFrom = (id: number, limit: number): Promise<Countable[]> =>
    strapi.db.query(ENTRY).findMany({ select: [...COUNTED], where: { id: { $gte: id }, place: { $notNull: true } } as never, orderBy: { id: 'asc' }, limit }) as unknown as Promise<Countable[]>;

  const countUpTo = async (lastId: number): Promise<ReadonlyMap<string, DayCount>> => {
    const counts = new Map<string, DayCount>();
    for (let next = 0; next <= lastId; ) {
      const page = await sealedFrom(next, PAGE);
      countInto(counts, page);
      if (page.length < PAGE) break;
      next = (page.at(-1)?.id ?? lastId) + 1;
    }
    return counts;
  };

  const remove = async (ids: readonly number[]): Promise<void> => {
    for (let start = 0; start < ids.length; start += PAGE) await days().deleteMany({ where: { id: { $in: ids.slice(start, start + PAGE) } } as never });
  };

  return {
    /** Up to a day, behind which nothing was removed. Only who holds the head may call it: nobody else counts meanwhile. */
    async recount(upTo: string): Promise<void> {
      const [first] = await sealedFrom(0, 1);
      if (!first) return;
      // Most days are gone whole.
      await days().deleteMany({ where: { lastId: { $lt: first.id } } as never });
      const stored = (await days().findMany({ where: { day: { $lte: upTo } } as never })) as unknown as Stored[];
      if (stored.length === 0) return;
      const left = await countUpTo(stored.reduce((most, { lastId }) => Math.max(most, lastId), 0));
      const updates = stored.flatMap((count) => {
        const now = left.get(keyOf(count));
        return now ? [{ id: count.id, entries: now.entries, firstId: now.firstId, lastId: now.lastId }] : [];
      });
      await setEach(strapi, DAY, ['entries', 'firstId', 'lastId'], updates);
      await remove(stored.filter((count) => !left.has(keyOf(count))).map(({ id }) => id));
    },
  };
};
