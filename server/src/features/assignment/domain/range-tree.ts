import type { Interval } from './interval';

/**
 * Which of many intervals hold a number: a segment tree over the places between and on their ends. Each interval
 * stands in at most two nodes a level, and a number lies in one, so that both take the logarithm of their number.
 */
export interface RangeTree<T> {
  /** The ends of the intervals, in ascending order. End i is place 2i + 1, the gap before it place 2i. */
  readonly ends: Float64Array;
  /** How many places there are. The node of a place is this number and the place; its parent is half of it. */
  readonly places: number;
  readonly nodes: readonly (readonly T[] | undefined)[];
}

/** How many of the ends are below a number: the place of the first that is not. */
const countBelow = (ends: Float64Array, value: number): number => {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

const placeOf = (ends: Float64Array, value: number): number => {
  const below = countBelow(ends, value);
  return ends[below] === value ? 2 * below + 1 : 2 * below;
};

/** Items of one node keep the order in which they come. */
export const buildRangeTree = <T>(items: readonly { readonly interval: Interval; readonly item: T }[]): RangeTree<T> => {
  const numbers = items.flatMap(({ interval: { low, high } }) => [low, high]).filter(Number.isFinite);
  const ends = Float64Array.from(new Set(numbers)).sort();
  const places = 2 * ends.length + 1;
  const nodes = new Array<T[] | undefined>(2 * places);
  const add = (node: number, item: T): void => void (nodes[node] ??= []).push(item);
  for (const { interval, item } of items) {
    const { low, high, holdsLow, holdsHigh } = interval;
    let from = places + (Number.isFinite(low) ? placeOf(ends, low) + (holdsLow ? 0 : 1) : 0);
    let end = places + (Number.isFinite(high) ? placeOf(ends, high) + (holdsHigh ? 1 : 0) : places);
    for (; from < end; from >>= 1, end >>= 1) {
      if (from & 1) add(from++, item);
      if (end & 1) add(--end, item);
    }
  }
  return { ends, places, nodes };
};

/** The node of a number; those above it are found by halving, down to 1. */
export const nodeOf = ({ ends, places }: RangeTree<unknown>, value: number): number => places + placeOf(ends, value);
