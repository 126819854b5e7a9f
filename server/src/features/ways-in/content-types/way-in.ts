import { ownTable, text } from '../../../kernel/content-type';

/** How people get in besides by an invitation and a password: `domains`, `links`. Read at each request, so that a switch is one on every node. */
export const wayIn = ownTable('way-in', 'ways-in', {
  attributes: {
    key: text(32, { required: true }),
    value: { type: 'json' },
  },
  indexes: [{ name: 'roster_ways_in_key', columns: ['key'], type: 'unique' }],
});
