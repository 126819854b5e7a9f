import { ownTable, text, WORDS } from '../../../kernel/content-type';

/**
 * One change of who owns a record or helps: from whom, to whom, when, on whose word and why. The history
 * of a record is its rows in their order; rows are added and never changed.
 */
export const assignment = ownTable('assignment', 'assignments', {
  attributes: {
    type: text(128, { required: true }),
    record: text(32, { required: true }),
    occurredAt: { type: 'datetime', required: true },
    /** `owner` or `co-owner`. A co-owner comes (to) or goes (from). */
    seat: text(16, { required: true }),
    fromMember: text(32),
    toMember: text(32),
    /** One of SOURCES. */
    source: text(16, { required: true }),
    rule: text(32),
    /** What the rule was called then: it may be renamed or deleted. */
    ruleName: text(191, WORDS),
    /** JSON: the conditions that held, with the values that they looked at. */
    reasons: { type: 'text', ...WORDS },
    actorKind: text(16, { required: true }),
    actor: text(32),
    /** The job that made many such changes. */
    batch: text(32),
    note: { type: 'text', ...WORDS },
  },
  indexes: [
    { name: 'roster_assignments_record', columns: ['type', 'record', 'id'] },
    { name: 'roster_assignments_batch', columns: ['batch', 'id'] },
  ],
});
