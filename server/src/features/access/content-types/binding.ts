import { ownTable, text } from '../../../kernel/content-type';

/** A binding that was made in the panel. One of the same type in the configuration goes before it. */
export const binding = ownTable('binding', 'bindings', {
  attributes: {
    /** uid of the content type. */
    type: text(128, { required: true }),
    /** JSON: as in the configuration. */
    settings: { type: 'text', required: true },
  },
  indexes: [{ name: 'roster_bindings_type', columns: ['type'], type: 'unique' }],
});
