/** Chance that is the same in every run (mulberry32). */
export const chance = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Ids in the form of the host's: 24 letters and digits, a letter first. */
export const ids = (random) => () =>
  Array.from({ length: 24 }, (_, index) => ALPHABET[Math.floor(random() * (index === 0 ? 26 : 36))]).join('');
