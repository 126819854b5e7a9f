import { createInserter } from '../../host/inserter';
import { from, metaOf } from '../../host/predicate-sql';
import { runRaw } from '../../host/raw';
import { own, type Strapi } from '../../host/strapi';
import type { DayCount } from './domain/day-counts';
import type { Span } from './reading/windows';

export interface AuditRow {
  readonly documentId: string;
  readonly eventId: string;
  readonly occurredAt: Date;
  readonly action: string;
  readonly actorKind: string;
  readonly actor: string | null;
  readonly token: string | null;
  readonly targetType: string;
  readonly targetId: string;
  readonly outcome: string;
  readonly body: string;
  readonly personal: string | null;
  readonly leaf: string;
  readonly seal: string;
  readonly keyId: string;
}

/** What a list shows: all but the sealed text. */
export interface StoredEntry extends Omit<AuditRow, 'documentId' | 'body' | 'personal' | 'leaf' | 'seal' | 'keyId' | 'occurredAt'> {
  readonly id: number;
  readonly occurredAt: Date | string;
  readonly place: number | null;
}

/** What an entry says, and what belongs to it. */
export interface Texts {
  readonly body: string;
  readonly personal: string | null;
  readonly leaf: string | null;
}

/** Entries of a day, of whatever kinds. */
export type Day = Pick<DayCount, 'entries' | 'firstId' | 'lastId'>;

interface Within {
  readonly where: Readonly<Record<string, unknown>>;
  readonly from?: number;
  readonly to?: number;
  readonly isNewestFirst: boolean;
  readonly limit: number;
}

/** What an integer column holds at most. */
const MAX_ID = 2 ** 31 - 1;

const ENTRY = own('audit-entry');
const DAY = own('audit-day');
const WRITTEN = ['documentId', 'eventId', 'occurredAt', 'action', 'actorKind', 'actor', 'token', 'targetType', 'targetId', 'outcome', 'body', 'personal', 'leaf', 'seal', 'keyId'] as const satisfies readonly (keyof AuditRow)[];
const LISTED = ['id', 'place', 'eventId', 'occurredAt', 'action', 'actorKind', 'actor', 'token', 'targetType', 'targetId', 'outcome'] as const;

/** One look-up for the names of a page. Reads tables of others: a log that shows keys helps nobody. */
const namesIn = async (strapi: Strapi, uid: string, documentIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (documentIds.length === 0) return new Map();
  const rows = (await strapi.db.query(uid as never).findMany({
    select: ['documentId', 'name'] as never,
    where: { documentId: { $in: [...documentIds] } } as never,
  })) as { documentId: string; name: string }[];
  return new Map(rows.map(({ documentId, name }) => [documentId, name]));
};

export const createAuditRepository = (strapi: Strapi) => ({
  insert: createInserter(strapi, ENTRY, WRITTEN),

  /** Entries next to a place in the log: newest first, or with `after` oldest first. By primary key, no OFFSET, no count. */
  list: ({ before, after, limit }: { before?: number; after?: number; limit: number }) =>
    strapi.db.query(ENTRY).findMany({
      select: [...LISTED],
      where: { ...(before !== undefined && { id: { $lt: before } }), ...(after !== undefined && { id: { $gt: after } }) },
      orderBy: { id: after === undefined ? 'desc' : 'asc' },
      limit,
    }) as Promise<StoredEntry[]>,

  /** Entries between two ids, which meet conditions. */
  within: ({ where, from, to, isNewestFirst, limit }: Within) =>
    strapi.db.query(ENTRY).findMany({
      select: [...LISTED],
      where: { ...where, ...((from !== undefined || to !== undefined) && { id: { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lte: to }) } }) } as never,
      orderBy: { id: isNewestFirst ? 'desc' : 'asc' },
      limit,
    }) as Promise<StoredEntry[]>,

  /** Counts of days of which entries lie between two ids: those first that reach furthest in the direction of the search. */
  spans: ({ where, from, to, isNewestFirst, limit }: Required<Within>) =>
    strapi.db.query(DAY).findMany({
      select: ['firstId', 'lastId', 'action'],
      where: { ...where, firstId: { $lte: Math.min(to, MAX_ID) }, lastId: { $gte: from } } as never,
      orderBy: isNewestFirst ? { lastId: 'desc' } : { firstId: 'asc' },
      limit,
    }) as unknown as Promise<Span[]>,

  /** How many entries each day has of the kinds that meet conditions, and the ids between which they lie. */
  async days(where: Readonly<Record<string, unknown>>): Promise<ReadonlyMap<string, Day>> {
    const rows = (await strapi.db.query(DAY).findMany({ select: ['day', 'entries', 'firstId', 'lastId'], where: where as never })) as unknown as (Day & { readonly day: string })[];
    const days = new Map<string, Day>();
    for (const { day, entries, firstId, lastId } of rows) {
      const known = days.get(day);
      days.set(day, { entries: (known?.entries ?? 0) + entries, firstId: Math.min(known?.firstId ?? firstId, firstId), lastId: Math.max(known?.lastId ?? lastId, lastId) });
    }
    return days;
  },

  /** Sealed entries from a place on, in their order. */
  fromPlace: (place: number, limit: number) =>
    strapi.db.query(ENTRY).findMany({ select: [...LISTED], where: { place: { $gte: place } } as never, orderBy: { place: 'asc' }, limit }) as unknown as Promise<StoredEntry[]>,

  /** How many entries between two ids meet conditions. */
  countWithin: ({ where, from, to }: Required<Pick<Within, 'where' | 'from' | 'to'>>): Promise<number> =>
    strapi.db.query(ENTRY).count({ where: { ...where, id: { $gte: from, $lte: to } } as never }),

  byEvent: (eventId: string) => strapi.db.query(ENTRY).findOne({ select: [...LISTED], where: { eventId } }) as Promise<StoredEntry | null>,

  /** The first entry that is kept. */
  async first(): Promise<StoredEntry | undefined> {
    const [first] = await strapi.db.query(ENTRY).findMany({ select: [...LISTED], orderBy: { id: 'asc' }, limit: 1 });
    return first as unknown as StoredEntry | undefined;
  },

  /** The last entry of an action, with its text. */
  async lastOf(action: string): Promise<(StoredEntry & { readonly body: string }) | undefined> {
    const [last] = await strapi.db.query(ENTRY).findMany({ select: [...LISTED, 'body'], where: { action }, orderBy: { id: 'desc' }, limit: 1 });
    return last as unknown as (StoredEntry & { readonly body: string }) | undefined;
  },

  /** What of these entries is sealed, and what belongs to it. Raw: of an export these are millions, and three texts need no reading of the host's. */
  async textsOf(ids: readonly number[]): Promise<ReadonlyMap<number, Texts>> {
    const rows = from(strapi, metaOf(strapi, ENTRY).tableName).select('id', 'body', 'personal', 'leaf').whereIn('id', ids);
    const found = await runRaw(strapi, rows as unknown as PromiseLike<(Texts & { readonly id: number })[]>);
    return new Map(found.map((row) => [row.id, row]));
  },

  async lastId(): Promise<number> {
    const [last] = (await strapi.db.query(ENTRY).findMany({ select: ['id'], orderBy: { id: 'desc' }, limit: 1 })) as unknown as { id: number }[];
    return last?.id ?? 0;
  },

  countWaiting: (): Promise<number> => strapi.db.query(ENTRY).count({ where: { place: { $null: true } } }),

  memberNames: (documentIds: readonly string[]) => namesIn(strapi, own('member'), documentIds),
  tokenNames: (documentIds: readonly string[]) => namesIn(strapi, 'admin::api-token', documentIds),
});

export type AuditRepository = ReturnType<typeof createAuditRepository>;
