import { OF_A_PERSON, ownTable, text } from '../../../kernel/content-type';

/** SHA-256 and HMAC-SHA-256, in base64. */
const hash = () => text(44);

/**
 * One fact. `body` is the canonical text that is sealed; the columns before it are copies of it to query by.
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
    /** What may have to be forgotten: canonical JSON, with a salt, of which the body holds the hash. Forgotten: null. */
    personal: { type: 'text', ...OF_A_PERSON },
    /** Hash of the body as a leaf of the log's tree; null in entries from before there was one, until they are sealed. */
    leaf: hash(),
    /** Seals the leaf while it waits for its place, and then at its place. */
    seal: hash(),
    keyId: text(16),
    /** Its place in the log, from 0, without gaps; null until it is sealed. */
    place: { type: 'integer' },
  },
  indexes: [
    { name: 'roster_audit_event', columns: ['event_id'], type: 'unique' },
    { name: 'roster_audit_actor', columns: ['actor', 'id'] },
    { name: 'roster_audit_action', columns: ['action', 'id'] },
    { name: 'roster_audit_target_id', columns: ['target_id', 'id'] },
    { name: 'roster_audit_target_type', columns: ['target_type', 'id'] },
    { name: 'roster_audit_place', columns: ['place'], type: 'unique' },
  ],
});
