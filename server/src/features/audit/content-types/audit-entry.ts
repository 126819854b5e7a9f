import { ownTable, text } from '../../../kernel/content-type';

/**
 * One fact. `body` is the canonical text that is sealed; the other columns are copies of it to query by.
 * No route changes or deletes a row.
 */
export const auditEntry = ownTable('audit-entry', 'audit-entries', {
  attributes: {
    eventId: text(36, { required: true }),
    occurredAt: { type: 'datetime', required: true },
    action: text(64, { required: true }),
    actorKind: text(16, { required: true }),
    /** documentId of the member, where a member did it. */
    actor: text(32),
    /** documentId of the API token, where one was used. */
    token: text(32),
    targetType: text(128, { required: true }),
    targetId: text(128, { required: true }),
    outcome: text(16, { required: true }),
    /** RFC 8785 canonical JSON of the whole fact. Text, because JSON columns reorder keys. */
    body: { type: 'text', required: true },
  },
  indexes: [
    { name: 'roster_audit_event', columns: ['event_id'], type: 'unique' },
    { name: 'roster_audit_time', columns: ['occurred_at', 'id'] },
    { name: 'roster_audit_actor', columns: ['actor', 'id'] },
    { name: 'roster_audit_action', columns: ['action', 'id'] },
    { name: 'roster_audit_target', columns: ['target_type', 'target_id', 'id'] },
  ],
});
