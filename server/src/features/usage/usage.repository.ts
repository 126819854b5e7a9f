import type { UsageFilters } from '../../../../contracts/http-usage';
import { lockRows } from '../../host/row-lock';
import { insertMissing } from '../../host/rows';
import { addToEach } from '../../host/set-each';
import { own, type Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { createDocumentId } from '../../kernel/ids';
import { useKey, type Count, type Use } from './domain/use';

const USAGE = own('usage');
const UNIQUE = ['day', 'person_kind', 'person', 'feature', 'action'];

export interface StoredCount extends Count {
  readonly id: number;
}

interface Range {
  readonly before?: number;
  readonly limit: number;
}

const among = (uses: readonly Use[], name: keyof Use) => ({ $in: [...new Set(uses.map((use) => use[name]))] });

const whereOf = ({ member, feature, from, to }: UsageFilters): object => ({
  ...(member !== undefined && { personKind: 'member', person: member }),
  ...(feature !== undefined && { feature }),
  ...((from !== undefined || to !== undefined) && { day: { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lte: to }) } }),
});

export const createUsageRepository = (strapi: Strapi) => {
  const usages = () => strapi.db.query(USAGE as never);

  /** The rows of these uses, as far as there are any, by their keys. */
  const rowsOf = async (uses: readonly Use[]): Promise<ReadonlyMap<string, number>> => {
    const where = { day: among(uses, 'day'), person: among(uses, 'person'), feature: among(uses, 'feature'), action: among(uses, 'action') };
    const rows = (await usages().findMany({ where: where as never })) as unknown as StoredCount[];
    return new Map(rows.map((row) => [useKey(row), row.id]));
  };

  return {
    /**
     * Adds to what is counted already, on whichever node, all or nothing. Rows are looked for before they are made: an
     * insert that finds its row there uses up an id all the same, and in a year of flushes all that there are.
     */
    async add(counts: readonly Count[]): Promise<void> {
      let known = await rowsOf(counts);
      const missing = counts.filter((count) => !known.has(useKey(count)));
      if (missing.length > 0) {
        await insertMissing(strapi, USAGE, missing.map((count) => ({ ...count, documentId: createDocumentId(), count: 0 })), UNIQUE);
        known = await rowsOf(counts);
      }
      const rows = counts.flatMap((use) => {
        const id = known.get(useKey(use));
        return id === undefined ? [] : [{ id, count: use.count }];
      });
      await transaction(strapi, async () => {
        // Two nodes that came to the same rows in different orders would wait for each other.
        await lockRows(strapi, USAGE, { id: { $in: rows.map(({ id }) => id) } });
        await addToEach(strapi, USAGE, 'count', rows);
      });
    },

    /** What somebody used, newest first. A row that nothing was added to yet tells nothing. */
    list: (filters: UsageFilters, { before, limit }: Range) =>
      usages().findMany({
        where: { ...whereOf(filters), count: { $gt: 0 }, ...(before !== undefined && { id: { $lt: before } }) } as never,
        orderBy: { id: 'desc' } as never,
        limit,
      }) as unknown as Promise<StoredCount[]>,

    /** The first day of which there are counts. */
    async firstDay(): Promise<string | undefined> {
      const [first] = (await usages().findMany({ select: ['day'] as never, orderBy: { day: 'asc' } as never, limit: 1 })) as unknown as { day: string }[];
      return first?.day;
    },

    async removeOf(people: readonly string[]): Promise<void> {
      await usages().deleteMany({ where: { personKind: 'member', person: { $in: [...people] } } as never });
    },

    async remove(day: string): Promise<void> {
      await usages().deleteMany({ where: { day } as never });
    },
  };
};

export type UsageRepository = ReturnType<typeof createUsageRepository>;
