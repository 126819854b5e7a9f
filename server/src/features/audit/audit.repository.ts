import { insertMissing } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';

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
}

/** What a list shows: all but the sealed text. */
export interface StoredEntry extends Omit<AuditRow, 'documentId' | 'body' | 'occurredAt'> {
  readonly id: number;
  readonly occurredAt: Date | string;
}

const ENTRY = own('audit-entry');
const LISTED = ['id', 'eventId', 'occurredAt', 'action', 'actorKind', 'actor', 'token', 'targetType', 'targetId', 'outcome'] as const;

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
  insert: (rows: readonly AuditRow[]) => insertMissing(strapi, ENTRY, rows, ['event_id']),

  /** Entries next to a place in the log: newest first, or with `after` oldest first. By primary key, no OFFSET, no count. */
  list: ({ before, after, limit }: { before?: number; after?: number; limit: number }) =>
    strapi.db.query(ENTRY).findMany({
      select: [...LISTED],
      where: { ...(before !== undefined && { id: { $lt: before } }), ...(after !== undefined && { id: { $gt: after } }) },
      orderBy: { id: after === undefined ? 'desc' : 'asc' },
      limit,
    }) as Promise<StoredEntry[]>,

  memberNames: (documentIds: readonly string[]) => namesIn(strapi, own('member'), documentIds),
  tokenNames: (documentIds: readonly string[]) => namesIn(strapi, 'admin::api-token', documentIds),
});

export type AuditRepository = ReturnType<typeof createAuditRepository>;
