import { ownTable, text } from '../../../kernel/content-type';

/** What one person would have lost on one route: counted, never the records themselves. */
export const observation = ownTable('observation', 'observations', {
  attributes: {
    /** A hash of everything below that is not counted: one row for each. */
    key: text(64, { required: true }),
    /** Content type, or empty for a route that is bound to a cell. */
    type: text(128),
    feature: text(64, { required: true }),
    action: text(64, { required: true }),
    code: text(32, { required: true }),
    /** Method and path with the names of its parameters. */
    route: text(191, { required: true }),
    /** Keys of the roles that decided, or why there was none: `public`, `non-member`. */
    role: text(191, { required: true }),
    /** `member`, `apiUser`, `panelUser` or `token`; empty for the public. */
    personKind: text(16),
    /** documentId of the person. */
    person: text(32),
    requests: { type: 'integer', required: true },
    /** The most records that a single answer would have lacked. */
    records: { type: 'integer', required: true },
    firstAt: { type: 'datetime', required: true },
    lastAt: { type: 'datetime', required: true },
  },
  indexes: [{ name: 'roster_observations_key', columns: ['key'], type: 'unique' }],
});
