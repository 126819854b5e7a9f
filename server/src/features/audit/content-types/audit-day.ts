import { ownTable, text } from '../../../kernel/content-type';

/**
 * How many sealed entries of a kind there are of a day, and between which of them they lie: for the chart, and so that
 * a search in millions of entries looks only where there is something to find. '' stands for nobody.
 */
export const auditDay = ownTable('audit-day', 'audit-days', {
  attributes: {
    /** YYYY-MM-DD, UTC. */
    day: text(10, { required: true }),
    actor: text(32, { required: true }),
    action: text(64, { required: true }),
    outcome: text(16, { required: true }),
    targetType: text(128, { required: true }),
    entries: { type: 'integer', required: true },
    firstId: { type: 'integer', required: true },
    lastId: { type: 'integer', required: true },
  },
  indexes: [
    { name: 'roster_audit_day', columns: ['day', 'actor', 'action', 'outcome', 'target_type'], type: 'unique' },
    { name: 'roster_audit_day_last', columns: ['last_id'] },
    { name: 'roster_audit_day_actor', columns: ['actor', 'last_id'] },
    { name: 'roster_audit_day_action', columns: ['action', 'last_id'] },
  ],
});
