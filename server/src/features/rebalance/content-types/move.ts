import { ownTable, text, WORDS } from '../../../kernel/content-type';

/**
 * Moves of a job: a row holds as many as are carried out at once, so that a plan for a hundred thousand records is a
 * few hundred rows. A row from before there were lists holds one move, in the columns below `list`.
 */
export const move = ownTable('move', 'moves', {
  attributes: {
    job: text(32, { required: true }),
    /** Of its first move among those of the job. */
    position: { type: 'integer', required: true },
    /** JSON: StagedMove[]. */
    list: { type: 'text', ...WORDS },
    record: text(32),
    fromMember: text(32),
    toMember: text(32),
    fromSource: text(16),
    fromRule: text(32),
    helped: { type: 'boolean' },
    source: text(16),
    rule: text(32),
    ruleName: text(191, WORDS),
    reasons: { type: 'text', ...WORDS },
  },
  indexes: [{ name: 'roster_moves_position', columns: ['job', 'position'], type: 'unique' }],
});
