import { randomBytes } from 'node:crypto';

const POOL_BYTES = 8_192;

/** Randomness for many at once: one by one, the system would be asked as often as there are rows. */
let pool = { bytes: randomBytes(POOL_BYTES), at: 0 };

/** So many random bytes, 8192 at most, which nobody else gets. */
export const takeRandom = (length: number): Buffer => {
  if (pool.at + length > POOL_BYTES) pool = { bytes: randomBytes(POOL_BYTES), at: 0 };
  return pool.bytes.subarray(pool.at, (pool.at += length));
};
