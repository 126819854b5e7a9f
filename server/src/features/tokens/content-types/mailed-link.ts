import { OF_A_PERSON, ownTable, text } from '../../../kernel/content-type';

/** What a link is for that was mailed to somebody who has not opened it yet. The secret in it is not here. Gone once it is used. */
export const mailedLink = ownTable('mailed-link', 'mailed-links', {
  attributes: {
    purpose: text(32, { required: true }),
    /** For whom; a later link for the same makes the one before void. */
    key: text(191, { required: true, ...OF_A_PERSON }),
    /** documentId. */
    member: text(32),
    /** Where it was sent. */
    email: text(254, { required: true, ...OF_A_PERSON }),
    /** `panel` or `api`. */
    door: text(8),
    /** SHA-256 of what the browser holds that asked for it. */
    browser: text(64, OF_A_PERSON),
    /** What that browser called itself. */
    device: text(256, OF_A_PERSON),
    language: text(16, OF_A_PERSON),
    expiresAt: { type: 'datetime', required: true },
  },
  indexes: [
    { name: 'roster_links_key', columns: ['purpose', 'key'], type: 'unique' },
    { name: 'roster_links_document', columns: ['document_id'] },
    { name: 'roster_links_member', columns: ['member'] },
  ],
});
