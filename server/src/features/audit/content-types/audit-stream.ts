import { ownTable, text } from '../../../kernel/content-type';

/** How far the log has been told to a receiver of the configuration, and how it goes. */
export const auditStream = ownTable('audit-stream', 'audit-streams', {
  attributes: {
    name: text(32, { required: true }),
    /** Scheme, host and port: the rest of an address may be a secret. */
    target: text(191, { required: true }),
    /** Tells one whole address from another. */
    fingerprint: text(32, { required: true }),
    /** The place of the entry that is to be told next. */
    next: { type: 'integer', required: true },
    /** The size of the last checkpoint that was told. */
    checkpoint: { type: 'integer', required: true },
    /** How many are told at once: fewer where some were refused, to find out which. */
    batch: { type: 'integer', required: true },
    failures: { type: 'integer', required: true },
    /** Not before. */
    retryAt: { type: 'datetime' },
    deliveredAt: { type: 'datetime' },
    /** What went wrong the last time: a status or a code. Empty: nothing did. */
    problem: text(64, { required: true }),
    problemAt: { type: 'datetime' },
    /** Whether the log has been told that it does not go on. */
    isFailing: { type: 'boolean', required: true },
    /** The node that works on it, and until when. */
    holder: text(36),
    heldUntil: { type: 'datetime' },
  },
  indexes: [{ name: 'roster_audit_stream_name', columns: ['name'], type: 'unique' }],
});

/** What a receiver has refused for good: it is put aside, so that the rest goes on. */
export const auditLetter = ownTable('audit-letter', 'audit-letters', {
  attributes: {
    stream: text(32, { required: true }),
    eventId: text(48, { required: true }),
    /** Null for a checkpoint. */
    place: { type: 'integer' },
    action: text(64, { required: true }),
    problem: text(64, { required: true }),
    refusedAt: { type: 'datetime', required: true },
  },
  indexes: [{ name: 'roster_audit_letter', columns: ['stream', 'event_id'], type: 'unique' }],
});
