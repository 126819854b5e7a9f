import { ownTable, text } from '../../../kernel/content-type';

/** A secret that works once. Only its hash is here: who reads the table can use none of them. */
export const oneTimeToken = ownTable('one-time-token', 'one-time-tokens', {
  attributes: {
    /** SHA-256 of the secret, in hex. Secrets are random, 256 bits: nothing is to be guessed, so no salt and no slow hash. */
    hash: text(64, { required: true }),
    /** What it opens; a secret for one thing opens no other. */
    purpose: text(32, { required: true }),
    /** For whom or what: documentId. */
    subject: text(32, { required: true }),
    expiresAt: { type: 'datetime', required: true },
    usedAt: { type: 'datetime' },
  },
  indexes: [
    { name: 'roster_tokens_hash', columns: ['hash'], type: 'unique' },
    { name: 'roster_tokens_subject', columns: ['purpose', 'subject'] },
  ],
});
