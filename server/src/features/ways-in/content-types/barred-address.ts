import { ownTable, text } from '../../../kernel/content-type';

/** Who was deleted for good does not come back by his domain: known again by what nobody reads an address from. */
export const barredAddress = ownTable('barred-address', 'barred-addresses', {
  attributes: {
    /** HMAC of the address, under a key of the site. */
    hash: text(64, { required: true }),
  },
  indexes: [{ name: 'roster_barred_hash', columns: ['hash'], type: 'unique' }],
});
