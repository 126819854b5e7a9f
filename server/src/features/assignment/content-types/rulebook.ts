import { ownTable, text } from '../../../kernel/content-type';

/**
 * The rules of a type have changed whenever its stamp has: every node compiles them again then. Random and not
 * counted up, so that a change that was rolled back never shares a stamp with another.
 */
export const rulebook = ownTable('rulebook', 'rulebooks', {
  attributes: { type: text(128, { required: true }), stamp: text(32, { required: true }) },
  indexes: [{ name: 'roster_rulebooks_type', columns: ['type'], type: 'unique' }],
});
