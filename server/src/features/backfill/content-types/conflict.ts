import { ownTable, text, WORDS } from '../../../kernel/content-type';

/** A record, or a line of a file, for which a backfill plans nothing, and why. */
export const conflict = ownTable('conflict', 'conflicts', {
  attributes: {
    job: text(32, { required: true }),
    position: { type: 'integer', required: true },
    /** One of CONFLICTS. */
    reason: text(24, { required: true }),
    record: text(32),
    line: { type: 'integer' },
    value: text(191, WORDS),
  },
  indexes: [{ name: 'roster_conflicts_position', columns: ['job', 'position'], type: 'unique' }],
});
