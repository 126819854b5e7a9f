import { ownTable, text } from '../../../kernel/content-type';

/** Whose turn it is in a rotation, for each part that has a turn of its own. Its row is held while a turn is taken. */
export const turn = ownTable('turn', 'turns', {
  attributes: {
    rule: text(32, { required: true }),
    partition: text(191, { required: true }),
    /** JSON of a TurnState. */
    state: { type: 'text', required: true },
  },
  indexes: [{ name: 'roster_turns_part', columns: ['rule', 'partition'], type: 'unique' }],
});
