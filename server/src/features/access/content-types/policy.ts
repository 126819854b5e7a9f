import { ownTable, text } from '../../../kernel/content-type';

/** One row: the revision of roles and matrix. Every node reads it per request and compiles anew when it moved. */
export const policy = ownTable('policy', 'policies', {
  attributes: {
    key: text(16, { required: true }),
    revision: { type: 'integer', required: true },
  },
  indexes: [{ name: 'roster_policies_key', columns: ['key'], type: 'unique' }],
});
