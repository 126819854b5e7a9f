import { ownTable, text } from '../../../kernel/content-type';

/** How often somebody used a cell of the matrix on a day. He is named by his documentId alone. */
export const usage = ownTable('usage', 'usages', {
  attributes: {
    /** YYYY-MM-DD, UTC. */
    day: text(10, { required: true }),
    /** `member`, also through a token of his, or `token` for one with a role of its own. */
    personKind: text(16, { required: true }),
    person: text(32, { required: true }),
    feature: text(64, { required: true }),
    action: text(64, { required: true }),
    count: { type: 'integer', required: true },
  },
  indexes: [
    // The day first: what is older than a day is found by it too.
    { name: 'roster_usages_use', columns: ['day', 'person_kind', 'person', 'feature', 'action'], type: 'unique' },
    { name: 'roster_usages_person', columns: ['person', 'id'] },
  ],
});
