import type { Found } from './values';

/** The longest beginning by which a text is looked up. */
export const LONGEST = 4;

/** How a text begins: its first character, its first two, and so on. */
export const beginnings = (text: string): string[] => {
  const list: string[] = [];
  for (let length = 1; length <= LONGEST && length <= text.length; length += 1) list.push(text.slice(0, length));
  return list;
};

/**
 * A bit for each pair of characters that follow each other; several pairs share one. A text can only contain
 * another when it has all of its bits.
 */
export const pairsIn = (text: string): number => {
  let bits = 0;
  for (let at = 1; at < text.length; at += 1) bits |= 1 << ((text.charCodeAt(at - 1) * 7 + text.charCodeAt(at)) & 31);
  return bits;
};

/** The same of a field with several texts: any of them may be the one. */
export const pairsInAny = (found: Found): number => {
  if (found === undefined) return 0;
  return typeof found === 'object' ? found.reduce<number>((bits, text) => bits | pairsIn(String(text)), 0) : pairsIn(String(found));
};
