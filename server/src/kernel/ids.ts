import { randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 24;

/** Randomness for many ids at once: one by one, the system would be asked as often as there are rows. */
const pool = { bytes: randomBytes(LENGTH * 256), at: 0 };

const nextBytes = (): Uint8Array => {
  if (pool.at === pool.bytes.length) Object.assign(pool, { bytes: randomBytes(LENGTH * 256), at: 0 });
  return pool.bytes.subarray(pool.at, (pool.at += LENGTH));
};

/**
 * An id in the form of the host's documentIds: 24 letters and digits, a letter first (the host reads
 * a string that starts with a digit as a numeric id). For rows that are written below the document service.
 */
export const createDocumentId = (): string => {
  let id = '';
  for (const byte of nextBytes()) id += ALPHABET[byte % (id === '' ? 26 : 36)];
  return id;
};
