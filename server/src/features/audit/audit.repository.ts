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

export const createAuditRepository = (strapi: Strapi) => ({
  insert: (rows: readonly AuditRow[]) => insertMissing(strapi, own('audit-entry'), rows, ['event_id']),
});
