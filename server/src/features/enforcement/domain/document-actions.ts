import type { AuditAction } from '../../../../../contracts/audit-actions';
import type { RecordWrite } from '../../../kernel/around-write';
import type { Binding, Operation } from '../../../kernel/binding';

/** A call of the document service, as its middlewares see it. */
export interface DocumentContext {
  readonly uid: string;
  readonly action: string;
  params: {
    documentId?: string;
    data?: Record<string, unknown>;
    status?: string;
    locale?: string;
    populate?: unknown;
    fields?: unknown;
  };
}

interface WriteAction {
  /** What the caller must be able to do. A clone reads one record and creates another. */
  readonly needs: readonly Operation[];
  readonly audit: AuditAction;
}

/** The writing actions of the document service. Whatever is not here reads. */
export const WRITE_ACTIONS: Readonly<Record<string, WriteAction>> = {
  create: { needs: ['create'], audit: 'record.created' },
  update: { needs: ['update'], audit: 'record.updated' },
  delete: { needs: ['delete'], audit: 'record.deleted' },
  clone: { needs: ['read', 'create'], audit: 'record.cloned' },
  publish: { needs: ['update'], audit: 'record.published' },
  unpublish: { needs: ['update'], audit: 'record.unpublished' },
  discardDraft: { needs: ['update'], audit: 'record.draft-discarded' },
};

/** A write as what is around it sees it. */
export const recordWriteOf = ({ type }: Binding, { action, params }: DocumentContext): RecordWrite => ({ type, action, record: params.documentId, data: params.data });

/** Whether the action changes what the public sees: by name, or by the status that REST and GraphQL write with. */
export const publishes = (action: string, status: unknown): boolean =>
  action === 'publish' || action === 'unpublish' || ((action === 'create' || action === 'update') && status === 'published');

/** Whether a write found something to write: else the document service answers with nothing, or with no rows. */
export const hasWritten = (result: unknown): boolean => result !== null && (result as { entries?: readonly unknown[] } | undefined)?.entries?.length !== 0;
