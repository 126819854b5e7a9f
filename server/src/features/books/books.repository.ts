import { countBy } from '../../host/count-by';
import { from, metaOf } from '../../host/predicate-sql';
import { runRaw } from '../../host/raw';
import { insertMissing } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import { createDocumentId } from '../../kernel/ids';
import type { Cause } from './cause';
import type { EntryKind, Source } from './content-types/entry';
import { OWNER_ATTRIBUTE } from '../../kernel/owner-attribute';

const ENTRY = own('entry');

export interface Entry {
  readonly type: string;
  readonly record: string;
  readonly member: string;
  readonly kind: EntryKind;
  /** Where an owner comes from; null for one from before there were sources. */
  readonly source?: Source | null;
  readonly rule?: string | null;
}

const FIELDS = ['type', 'record', 'member', 'kind', 'source', 'rule'] as const;

interface Upsert {
  onConflict(columns: string[]): Upsert;
  merge(values: object): Upsert;
  execute(): Promise<unknown>;
}

/** Columns whose names are those of their attributes. */
interface Reading extends PromiseLike<Entry[]> {
  where(where: object): Reading;
  whereIn(column: string, values: readonly unknown[]): Reading;
  select(columns: readonly string[]): Reading;
  orderBy(column: string): Reading;
  forUpdate(): Reading;
}

interface Locking {
  select(columns: string[]): Locking;
  where(where: object): Locking;
  orderBy(order: object): Locking;
  forUpdate(): Locking;
  execute(): Promise<Entry[]>;
}

/** Nobody sits twice on the same seat; a share is beside the book. */
const seatOf = (kind: EntryKind) => (kind === 'author' || kind === 'shared' ? kind : 'book');
export const toRow = (entry: Entry) => ({
  ...entry,
  documentId: createDocumentId(),
  seat: seatOf(entry.kind),
  ownerSlot: entry.kind === 'owner' ? 1 : null,
});

export const createBooksRepository = (strapi: Strapi) => {
  const entries = () => strapi.db.query(ENTRY);
  const booksOf = (type: string, records: readonly string[]): Reading =>
    (from(strapi, metaOf(strapi, ENTRY).tableName) as unknown as Reading).where({ type }).whereIn('record', records).whereIn('kind', ['owner', 'co-owner']).select(FIELDS).orderBy('id');

  return {
    of: (type: string, record: string) => entries().findMany({ where: { type, record }, orderBy: { id: 'asc' } }) as Promise<Entry[]>,

    /** Owners and co-owners of many records: one statement, whose rows are taken as they come, since they may be many. */
    ofAll: (type: string, records: readonly string[]): Promise<Entry[]> => runRaw(strapi, booksOf(type, records)),

    /** The same, as they are now, and held until the transaction ends. */
    holdAll: (type: string, records: readonly string[]): Promise<Entry[]> => runRaw(strapi, booksOf(type, records).forUpdate()),

    /** The records of a member within a set, by kind: for a decision about known records. */
    within: (where: { type: string; member: string; kinds: readonly EntryKind[]; records: readonly string[] }) =>
      entries().findMany({
        where: { type: where.type, member: where.member, kind: { $in: [...where.kinds] }, record: { $in: [...where.records] } },
        select: ['record'],
      }) as Promise<{ record: string }[]>,

    /** How many records are in the books of these members: owned or co-owned. */
    sizesOf: (members: readonly string[]) => countBy(strapi, ENTRY, { column: 'member', values: members, where: { kind: ['owner', 'co-owner'] } }),

    /** How many entries of any kind each of these has. */
    entryCounts: (members: readonly string[]) => countBy(strapi, ENTRY, { column: 'member', values: members, where: {} }),

    /** How many records of a type each of these owns. */
    ownedBy: (type: string, members: readonly string[]) => countBy(strapi, ENTRY, { column: 'member', values: members, where: { type: [type], kind: ['owner'] } }),

    /** The records of a member by kind, whatever their type. */
    heldBy: (member: string, kind: EntryKind) => entries().findMany({ where: { member, kind }, select: ['type', 'record'], orderBy: { id: 'asc' } }) as Promise<Pick<Entry, 'type' | 'record'>[]>,

    countHeld: (member: string, kind: EntryKind) => entries().count({ where: { member, kind } }),

    /** How many records of a type each member owns, or helps with: everybody who does. */
    countsOf: (type: string, kind: EntryKind) => countBy(strapi, ENTRY, { column: 'member', where: { type: [type], kind: [kind] } }),

    countOf: (member: string, type: string, kind: EntryKind) => entries().count({ where: { member, type, kind } }),

    async exists(type: string, record: string): Promise<boolean> {
      return (await strapi.db.query(type as never).count({ where: { documentId: record } })) > 0;
    },

    /** One statement: two writers at once end with one owner, the later one. */
    async putOwner(type: string, record: string, member: string, { source, rule }: Cause): Promise<void> {
      const builder = strapi.db.queryBuilder(ENTRY) as unknown as { insert(row: object): Upsert };
      const row = toRow({ type, record, member, kind: 'owner', source, rule: rule?.documentId ?? null });
      await builder.insert(row).onConflict(['type', 'record', 'owner_slot']).merge({ member, source: row.source, rule: row.rule }).execute();
    },

    add: (list: readonly Entry[]) => insertMissing(strapi, ENTRY, list.map(toRow), ['type', 'record', 'member', 'seat']),

    async remove(where: Partial<Entry>): Promise<number> {
      return (await entries().deleteMany({ where })).count;
    },

    /** Writes the owner onto every row of the records: drafts, published ones, all locales. */
    async project(type: string, records: readonly string[], member: string | null): Promise<void> {
      await strapi.db
        .query(type as never)
        .updateMany({ where: { documentId: { $in: [...records] } }, data: { [OWNER_ATTRIBUTE]: member } });
    },

    /** Which of these records exist. */
    existingAmong: async (type: string, records: readonly string[]): Promise<string[]> =>
      ((await strapi.db.query(type as never).findMany({ where: { documentId: { $in: [...records] } } as never, select: ['documentId'] as never })) as { documentId: string }[]).map(
        ({ documentId }) => documentId,
      ),

    /** Which of these records have an owner. */
    ownedAmong: async (type: string, records: readonly string[]): Promise<string[]> =>
      ((await entries().findMany({ where: { type, kind: 'owner', record: { $in: [...records] } }, select: ['record'] })) as Entry[]).map(({ record }) => record),

    /** Owners for records that have none. */
    addOwners: (type: string, list: readonly { record: string; member: string }[], source: Source) =>
      insertMissing(strapi, ENTRY, list.map(({ record, member }) => toRow({ type, record, member, kind: 'owner', source })), ['type', 'record', 'owner_slot']),

    /** Projects many records at once: one statement per member. */
    async projectAll(type: string, kind: EntryKind, records: readonly string[]): Promise<void> {
      const rows = (await entries().findMany({ where: { type, kind, record: { $in: [...records] } }, select: ['record', 'member'] })) as Entry[];
      const byMember = new Map<string, string[]>();
      for (const { record, member } of rows) byMember.set(member, [...(byMember.get(member) ?? []), record]);
      for (const [member, owned] of byMember) await this.project(type, owned, member);
    },

    /** The member that the projected column must name. */
    async projected(type: string, record: string, kind: EntryKind): Promise<string | null> {
      // As it is now, not as the transaction first saw it (MySQL reads a snapshot otherwise).
      const rows = strapi.db.queryBuilder(ENTRY) as unknown as Locking;
      const [row] = await rows.select(['member']).where({ type, record, kind }).orderBy({ id: 'asc' }).forUpdate().execute();
      return row?.member ?? null;
    },
  };
};

export type BooksRepository = ReturnType<typeof createBooksRepository>;
