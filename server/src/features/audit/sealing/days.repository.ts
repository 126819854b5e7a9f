import { insertRows } from '../../../host/rows';
import { setEach } from '../../../host/set-each';
import { own, type Strapi } from '../../../host/strapi';
import { createDocumentId } from '../../../kernel/ids';
import { keyOf, type DayCount } from '../domain/day-counts';

const DAY = own('audit-day');

interface Stored extends DayCount {
  readonly id: number;
}

export const createDaysRepository = (strapi: Strapi) => ({
  /** Adds counts to those that are there. Only who holds the head may call it: nobody else adds meanwhile. */
  async add(counts: readonly DayCount[]): Promise<void> {
    const days = [...new Set(counts.map(({ day }) => day))];
    const stored = (await strapi.db.query(DAY).findMany({ where: { day: { $in: days } } as never })) as unknown as Stored[];
    const known = new Map(stored.map((count) => [keyOf(count), count]));
    const updates = counts.flatMap((count) => {
      const before = known.get(keyOf(count));
      return before
        ? [{ id: before.id, entries: before.entries + count.entries, firstId: Math.min(before.firstId, count.firstId), lastId: Math.max(before.lastId, count.lastId) }]
        : [];
    });
    await setEach(strapi, DAY, ['entries', 'firstId', 'lastId'], updates);
    const missing = counts.filter((count) => !known.has(keyOf(count)));
    await insertRows(strapi, DAY, missing.map((count) => ({ documentId: createDocumentId(), ...count })));
  },
});
