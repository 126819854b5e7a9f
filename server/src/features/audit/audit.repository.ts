import { insertMissing } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';

export interface AuditRow {
  readonly documentId: string;
  readonly eventId: string;
  readonly occurredAt: Date;
  readonly action: string;
  readonly actorKind: string;
  readonly actor: string | null;
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
const LISTED = ['id', 'eventId', 'occurredAt', 'action', 'actorKind', 'actor', 'targetType', 'targetId', 'outcome'] as const;

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

  /** One look-up for the names of a page. Reads the table of another feature: a log that shows keys helps nobody. */
  async memberNames(documentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (documentIds.length === 0) return new Map();
    const members = (await strapi.db.query(own('member')).findMany({
      select: ['documentId', 'name'],
      where: { documentId: { $in: [...documentIds] } },
    })) as { documentId: string; name: string }[];
    return new Map(members.map(({ documentId, name }) => [documentId, name]));
  },
});

export type AuditRepository = ReturnType<typeof createAuditRepository>;
