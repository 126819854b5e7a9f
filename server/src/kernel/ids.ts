import { randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * An id in the form of the host's documentIds: 24 letters and digits, a letter first (the host reads
 * a string that starts with a digit as a numeric id). For rows that are written below the document service.
 */
export const createDocumentId = (): string => {
  const bytes = randomBytes(24);
  return Array.from(bytes, (byte, index) => ALPHABET[byte % (index === 0 ? 26 : 36)]).join('');
};
