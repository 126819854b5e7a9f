import type { Found } from './values';

const isWildcard = (code: number): boolean => code === 42 || code === 63;

/**
 * A bit for each pair of characters that follow each other; several pairs share one. A text can only contain
 * another, or fit a pattern, when it has all of its bits. Pairs with `*` or `?` have none.
 */
export const pairsIn = (text: string): number => {
  let bits = 0;
  let before = text.charCodeAt(0);
  for (let at = 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isWildcard(before) && !isWildcard(code)) bits |= 1 << ((before * 7 + code) & 31);
    before = code;
  }
  return bits;
};

/** The same of a field with several texts: any of them may be the one. */
export const pairsInAny = (found: Found): number => {
  if (found === undefined) return 0;
  return typeof found === 'object' ? found.reduce<number>((bits, text) => bits | pairsIn(String(text)), 0) : pairsIn(String(found));
};
