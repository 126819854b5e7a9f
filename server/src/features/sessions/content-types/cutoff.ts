import { ownTable, text } from '../../../kernel/content-type';

/** Since when tokens count that name no session: those from before the plugin, and those that code of the site makes. */
export const cutoff = ownTable('cutoff', 'cutoffs', {
  attributes: {
    /** documentId of the users-permissions user. */
    user: text(32, { required: true }),
    /** In milliseconds. */
    moment: { type: 'biginteger', required: true },
  },
  indexes: [{ name: 'roster_cutoffs_user', columns: ['user'], type: 'unique' }],
});
