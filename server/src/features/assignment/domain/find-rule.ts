import type { Scalar } from '../../../../../contracts/conditions';
import { nodeOf } from './range-tree';
import type { Reading } from './reading';
import type { ByRange, ByValue, Entry, RuleIndex } from './rule-index';

/** One record, from which rule on it is looked for, and below which: the first that was found so far. */
interface Search {
  readonly reading: Reading;
  readonly start: number;
  best: number;
}

const positionOf = (entries: readonly Entry[], start: number): number => {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] as Entry).rule < start) low = middle + 1;
    else high = middle;
  }
  return low;
};

const scan = (entries: readonly Entry[], search: Search): void => {
  for (let at = search.start === 0 ? 0 : positionOf(entries, search.start); at < entries.length; at += 1) {
    const { rule, holds } = entries[at] as Entry;
    if (rule >= search.best) return;
    if (holds === undefined || holds(search.reading)) {
      search.best = rule;
      return;
    }
  }
};

const searchUnder = (value: Scalar, { under }: ByValue, search: Search): void => {
  const index = under.get(value);
  if (index) searchIndex(index, search);
};

const searchValues = (by: ByValue, search: Search): void => {
  const found = search.reading.at(by.slot);
  if (found === undefined) return;
  if (typeof found !== 'object') searchUnder(found, by, search);
  else for (const value of found) searchUnder(value, by, search);
};

const searchRanges = ({ slot, tree, all }: ByRange, search: Search): void => {
  const found = search.reading.at(slot);
  if (found === undefined) return;
  // Of several values one may be above the one end and another below the other.
  if (typeof found === 'object') scan(all, search);
  else {
    for (let node = nodeOf(tree, found as number); node > 0; node >>= 1) {
      const entries = tree.nodes[node];
      if (entries) scan(entries, search);
    }
  }
};

const searchIndex = (index: RuleIndex, search: Search): void => {
  if (index.first >= search.best) return;
  for (const by of index.values) searchValues(by, search);
  for (const by of index.ranges) searchRanges(by, search);
  scan(index.rest, search);
};

/** The first rule from `start` on that holds for a record; -1 where none does. */
export const findRule = (index: RuleIndex, reading: Reading, start: number): number => {
  const search: Search = { reading, start, best: Infinity };
  searchIndex(index, search);
  return search.best === Infinity ? -1 : search.best;
};
