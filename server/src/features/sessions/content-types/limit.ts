import { ownTable, text } from '../../../kernel/content-type';

/** How much of a limit is used up, and until when that counts. */
export const limit = ownTable('limit', 'limits', {
  attributes: {
    /** SHA-256 of what is counted, in hex: the table holds no addresses and no names. */
    key: text(64, { required: true }),
    points: { type: 'integer', required: true },
    /** In milliseconds: a number compares alike in every database. */
    endsAt: { type: 'biginteger', required: true },
  },
  indexes: [
    { name: 'roster_limits_key', columns: ['key'], type: 'unique' },
    { name: 'roster_limits_ends', columns: ['ends_at'] },
  ],
});
