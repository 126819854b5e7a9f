import { nodeHash } from './merkle';

/** The largest power of two below a size: where RFC 6962 divides a tree. */
const half = (size: number): number => {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
};

/** A run of leaves whose tree's root belongs to a proof. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Which trees' roots prove that a leaf lies in a tree, from the leaf upwards (RFC 6962, section 2.1.1).
 * Ranges, not hashes: whoever has the leaves works them out in one pass.
 */
export const inclusionRanges = (index: number, size: number, from = 0): Range[] => {
  if (size === 1) return [];
  const left = half(size);
  return index < left
    ? [...inclusionRanges(index, left, from), { from: from + left, to: from + size }]
    : [...inclusionRanges(index - left, size - left, from + left), { from, to: from + left }];
};

/** The root that a proof leads to, or undefined where it is too short or too long (RFC 9162, section 2.1.3.2). */
export const rootFromInclusion = (index: number, size: number, leaf: Buffer, path: readonly Buffer[]): Buffer | undefined => {
  if (index >= size) return undefined;
  let node = leaf;
  let [at, last] = [index, size - 1];
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      node = nodeHash(sibling, node);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else node = nodeHash(node, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? node : undefined;
};
