import { takeRandom } from './randomness';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 24;

/**
 * An id in the form of the host's documentIds: 24 letters and digits, a letter first (the host reads
 * a string that starts with a digit as a numeric id). For rows that are written below the document service.
 */
export const createDocumentId = (): string => {
  let id = '';
  for (const byte of takeRandom(LENGTH)) id += ALPHABET[byte % (id === '' ? 26 : 36)];
  return id;
};
