import { ownTable, text } from '../../../kernel/content-type';

/** One record of a job: from whom to whom, why, and what is needed to put it back as it was. */
export const move = ownTable('move', 'moves', {
  attributes: {
    job: text(32, { required: true }),
    position: { type: 'integer', required: true },
    record: text(32, { required: true }),
    fromMember: text(32),
    toMember: text(32),
    /** How the owner before had come by the record. */
    fromSource: text(16),
    fromRule: text(32),
    /** Whether the new owner helped before. */
    helped: { type: 'boolean', required: true },
    /** `rule`, `rotation`, or `rebalance` where a person said to whom. */
    source: text(16, { required: true }),
    rule: text(32),
    ruleName: text(191),
    reasons: { type: 'text' },
  },
  indexes: [{ name: 'roster_moves_position', columns: ['job', 'position'], type: 'unique' }],
});
