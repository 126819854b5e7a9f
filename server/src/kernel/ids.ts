import { takeRandom } from './randomness';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 24;

/** Milliseconds since 1970 in 36 signs: eight of them, until the year 2059. */
const MOMENT = 8;

/**
 * An id in the form of the host's documentIds: 24 letters and digits, a letter first (the host reads
 * a string that starts with a digit as a numeric id). For rows that are written below the document service.
 * Behind the letter stands the moment, as in a UUID of version 7 (RFC 9562): ids of rows that come together stand
 * together in every index, where random ones would change a page for each row. 77 bits are random.
 */
export const createDocumentId = (): string => {
  let id = `r${Date.now().toString(36).padStart(MOMENT, '0')}`;
  for (const byte of takeRandom(LENGTH - id.length)) id += ALPHABET[byte % 36];
  return id;
};
