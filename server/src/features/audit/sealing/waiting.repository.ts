import { from, metaOf } from '../../../host/predicate-sql';
import { runRaw } from '../../../host/raw';
import { setEach } from '../../../host/set-each';
import { own, type Strapi } from '../../../host/strapi';
import type { Countable } from '../domain/day-counts';

const ENTRY = own('audit-entry');

/** An entry that has no place in the log yet. */
export interface WaitingEntry extends Countable {
  readonly body: string;
  /** Null in an entry from before there were seals. */
  readonly leaf: string | null;
  readonly seal: string | null;
  readonly keyId: string | null;
}

export interface Placed {
  readonly id: number;
  readonly place: number;
  readonly seal: string;
  readonly keyId: string;
}

export interface Sealed {
  readonly id: number;
  readonly leaf: string;
  readonly seal: string;
  readonly keyId: string;
}

/** Raw: of a log that grows, it is every entry once more. */
const COLUMNS = { id: 'id', body: 'body', leaf: 'leaf', seal: 'seal', keyId: 'key_id', occurredAt: 'occurred_at', actor: 'actor', action: 'action', outcome: 'outcome', targetType: 'target_type' } as const satisfies Record<keyof WaitingEntry, string>;

interface Reading extends PromiseLike<WaitingEntry[]> {
  select(columns: Partial<typeof COLUMNS>): Reading;
  whereNull(column: string): Reading;
  where(column: string, operator: string, value: number): Reading;
  orderBy(column: string): Reading;
  limit(count: number): Reading;
}

export const createWaitingRepository = (strapi: Strapi) => {
  const behind = (isNull: readonly string[], id: number, limit: number): Promise<WaitingEntry[]> => {
    const waiting = (from(strapi, metaOf(strapi, ENTRY).tableName) as unknown as Reading).select(COLUMNS).where('id', '>', id).orderBy('id').limit(limit);
    return runRaw(strapi, isNull.reduce((rows, column) => rows.whereNull(column), waiting));
  };

  return {
    /** Ordered by what the index has: ordered by the id, a database may go through all that was ever placed to find none. */
    async isAny(): Promise<boolean> {
      const table = from(strapi, metaOf(strapi, ENTRY).tableName) as unknown as Reading;
      return (await runRaw(strapi, table.select({ id: 'id' }).whereNull('place').orderBy('place').limit(1))).length > 0;
    },

    /** In the order in which they were written, behind one of them. */
    after: (id: number, limit: number) => behind(['place'], id, limit),
    /** Those among them that were never sealed. */
    unsealedAfter: (id: number, limit: number) => behind(['place', 'seal'], id, limit),
    seal: (entries: readonly Sealed[]): Promise<void> => setEach(strapi, ENTRY, ['leaf', 'seal', 'keyId'], entries),
    place: (entries: readonly Placed[]): Promise<void> => setEach(strapi, ENTRY, ['place', 'seal', 'keyId'], entries),
  };
};

export type WaitingRepository = ReturnType<typeof createWaitingRepository>;
