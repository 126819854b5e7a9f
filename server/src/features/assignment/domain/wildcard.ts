const WORD = 32;

interface Pattern {
  /** How many characters it names, `?` counted in. */
  readonly length: number;
  /** For each word of bits: places after which a `*` stands. */
  readonly loops: Int32Array;
  /** For each character that it names: the places where it fits. All others fit where a `?` stands. */
  readonly places: ReadonlyMap<string, Int32Array>;
  readonly others: Int32Array;
}

const set = (bits: Int32Array, place: number): void => {
  const word = place >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (place & 31));
};

const isSet = (bits: Int32Array, place: number): boolean => ((bits[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;

const compile = (text: string): Pattern => {
  const characters = [...text];
  const named = characters.filter((character) => character !== '*');
  const words = Math.floor(named.length / WORD) + 1;
  const loops = new Int32Array(words);
  const others = new Int32Array(words);
  let place = 0;
  for (const character of characters) {
    if (character === '*') set(loops, place);
    else {
      if (character === '?') set(others, place);
      place += 1;
    }
  }
  const places = new Map<string, Int32Array>();
  named.forEach((character, at) => {
    if (character === '?') return;
    let bits = places.get(character);
    if (!bits) places.set(character, (bits = others.slice()));
    set(bits, at);
  });
  return { length: named.length, loops, places, others };
};

/** One character further: from each place that it fits to the next, and at a `*` on the spot. */
const step = (state: Int32Array, { loops }: Pattern, fitting: Int32Array): boolean => {
  let carry = 0;
  let any = 0;
  for (let word = 0; word < state.length; word += 1) {
    const before = state[word] ?? 0;
    const moved = before & (fitting[word] ?? 0);
    const after = (moved << 1) | carry | (before & (loops[word] ?? 0));
    carry = moved >>> (WORD - 1);
    state[word] = after;
    any |= after;
  }
  return any !== 0;
};

/**
 * Whether a whole text fits a pattern in which `*` stands for any characters and `?` for one.
 * All places where the pattern may be are held as bits and moved at once, so that the time grows with the length
 * of the text and never with what is in it: there is no going back.
 */
export const wildcard = (text: string): ((candidate: string) => boolean) => {
  const pattern = compile(text);
  return (candidate) => {
    const state = new Int32Array(pattern.loops.length);
    state[0] = 1;
    for (const character of candidate) {
      if (!step(state, pattern, pattern.places.get(character) ?? pattern.others)) return false;
    }
    return isSet(state, pattern.length);
  };
};
