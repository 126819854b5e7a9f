import { insertRows } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { createDocumentId } from '../../kernel/ids';
import type { AuditActor } from '../../kernel/record';
import type { Cause, Reason } from './cause';
import type { Source } from './content-types/entry';

const ASSIGNMENT = own('assignment');

/** One change as it is written. */
export interface Assignment {
  readonly type: string;
  readonly record: string;
  readonly seat: 'owner' | 'co-owner';
  readonly from: string | null;
  readonly to: string | null;
  readonly by: AuditActor;
  readonly cause: Cause;
}

/** One change as it is read. */
export interface PastAssignment {
  readonly occurredAt: string;
  readonly record: string;
  readonly seat: 'owner' | 'co-owner';
  readonly from: string | null;
  readonly to: string | null;
  readonly source: Source;
  readonly rule: string | null;
  readonly ruleName: string | null;
  readonly reasons: readonly Reason[];
  readonly actorKind: AuditActor['kind'];
  readonly actor: string | null;
  readonly batch: string | null;
  readonly note: string | null;
}

interface Stored extends Omit<PastAssignment, 'occurredAt' | 'reasons' | 'from' | 'to'> {
  readonly occurredAt: Date | string;
  readonly reasons: string | null;
  readonly fromMember: string | null;
  readonly toMember: string | null;
}

const MOST = 100;

/** The history of owners and co-owners, in the transaction of each change. */
export const createHistory = (strapi: Strapi) => ({
  async write(list: readonly Assignment[]): Promise<void> {
    const occurredAt = clockPort.of(strapi)();
    const rows = list.map(({ type, record, seat, from, to, by, cause }) => ({
      documentId: createDocumentId(),
      type,
      record,
      occurredAt,
      seat,
      fromMember: from,
      toMember: to,
      source: cause.source,
      rule: cause.rule?.documentId ?? null,
      ruleName: cause.rule?.name ?? null,
      reasons: cause.reasons && cause.reasons.length > 0 ? JSON.stringify(cause.reasons) : null,
      actorKind: by.kind,
      actor: by.member ?? null,
      batch: cause.batch ?? null,
      note: cause.note ?? null,
    }));
    await insertRows(strapi, ASSIGNMENT, rows);
  },

  /** The latest changes of a record, newest first; a hundred at most. */
  async of(type: string, record: string): Promise<PastAssignment[]> {
    const rows = (await strapi.db.query(ASSIGNMENT).findMany({ where: { type, record }, orderBy: { id: 'desc' }, limit: MOST })) as unknown as Stored[];
    return rows.map(({ fromMember: from, toMember: to, ...row }) => ({
      ...row,
      from,
      to,
      occurredAt: new Date(row.occurredAt).toISOString(),
      reasons: row.reasons === null ? [] : (JSON.parse(row.reasons) as Reason[]),
    }));
  },
});
