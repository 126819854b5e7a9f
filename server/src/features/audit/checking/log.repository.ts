import { from, metaOf } from '../../../host/predicate-sql';
import { own, type Strapi } from '../../../host/strapi';
import type { Row } from '../domain/judge';

const ENTRY = own('audit-entry');
const COLUMNS = ['id', 'event_id', 'occurred_at', 'action', 'actor_kind', 'actor', 'token', 'target_type', 'target_id', 'outcome', 'body', 'personal', 'leaf', 'seal', 'key_id', 'place'] as const;

export interface Leaf {
  readonly place: number;
  readonly leaf: string;
}

/** Entries with places from one to before another. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly rows: readonly Row[];
}

interface Reading<T> extends PromiseLike<T[]> {
  select(...columns: string[]): Reading<T>;
  where(column: string, operator: string, value: number | string): Reading<T>;
  whereNull(column: string): Reading<T>;
  orderBy(column: string): Reading<T>;
  limit(count: number): Reading<T>;
  max(column: string): Reading<T>;
}

/** The log as the database holds it: raw, since millions are read, and since nothing may come between. */
export const createLogRepository = (strapi: Strapi) => {
  const rows = <T>() => from(strapi, metaOf(strapi, ENTRY).tableName) as unknown as Reading<T>;

  const placed = async (start: number, end: number): Promise<Row[]> => rows<Row>().select(...COLUMNS).where('place', '>=', start).where('place', '<', end).orderBy('place');

  return {
    /** Entries with places from one to before another, part by part; the next part is on its way while one is looked at. */
    async *parts(from: number, end: number, size: number): AsyncGenerator<Part> {
      const read = (start: number): Promise<Row[]> => (start < end ? placed(start, Math.min(start + size, end)) : Promise.resolve([]));
      let next = read(from);
      for (let start = from; start < end; start += size) {
        const found = await next;
        next = read(start + size);
        // Whoever looks at this part may fail first.
        next.catch(() => undefined);
        yield { start, end: Math.min(start + size, end), rows: found };
      }
    },

    leaves: async (start: number, end: number): Promise<Leaf[]> => rows<Leaf>().select('place', 'leaf').where('place', '>=', start).where('place', '<', end).orderBy('place'),

    waitingAfter: async (id: number, limit: number): Promise<Row[]> => rows<Row>().select(...COLUMNS).whereNull('place').where('id', '>', id).orderBy('id').limit(limit),

    async lastPlace(): Promise<number | undefined> {
      const [last] = await rows<{ at: number | null }>().max('place as at');
      return last?.at ?? undefined;
    },

    /** Entries of an action that have a place, last first. */
    placedOf: async (action: string): Promise<Row[]> => (await rows<Row>().select(...COLUMNS).where('action', '=', action).where('place', '>=', 0)).sort((a, b) => (b.place ?? 0) - (a.place ?? 0)),

    async byEvent(eventId: string): Promise<Row | undefined> {
      const [row] = await rows<Row>().select(...COLUMNS).where('event_id', '=', eventId);
      return row;
    },
  };
};

export type LogRepository = ReturnType<typeof createLogRepository>;
