import { OF_A_PERSON, ownTable, text } from '../../../kernel/content-type';

/** What a member looks like. A row of its own, so that whoever reads members doesn't read pictures, and so that it can be wiped. */
export const picture = ownTable('picture', 'pictures', {
  attributes: {
    /** documentId. */
    member: text(32, { required: true }),
    /** `image/png`, `image/jpeg` or `image/webp`. */
    mime: text(16, { required: true }),
    /** In base64. */
    content: { type: 'text', required: true, ...OF_A_PERSON },
  },
  indexes: [{ name: 'roster_pictures_member', columns: ['member'], type: 'unique' }],
});
