import { nodeOf } from './range-tree';
import type { Reading } from './reading';
import type { ByRange, ByText, ByValue, Entry, RuleIndex } from './rule-index';

/** Where in a list the first rule from `start` on stands. */
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

/*
 * Each of these looks for a rule from `start` on that comes before `best`, the first that was found so far, and
 * answers what is the first then. What comes after it is not looked at.
 */

const scan = (entries: readonly Entry[], reading: Reading, start: number, best: number): number => {
  for (let at = start === 0 ? 0 : positionOf(entries, start); at < entries.length; at += 1) {
    const { rule, holds } = entries[at] as Entry;
    if (rule >= best) return best;
    if (holds === undefined || holds(reading)) return rule;
  }
  return best;
};

const searchValues = ({ slot, under }: ByValue, reading: Reading, start: number, best: number): number => {
  const found = reading.at(slot);
  if (found === undefined) return best;
  if (typeof found !== 'object') {
    const index = under.get(found);
    return index ? searchIndex(index, reading, start, best) : best;
  }
  let first = best;
  for (const value of found) {
    const index = under.get(value);
    if (index) first = searchIndex(index, reading, start, first);
  }
  return first;
};

const searchRanges = ({ slot, tree, all }: ByRange, reading: Reading, start: number, best: number): number => {
  const found = reading.at(slot);
  if (found === undefined) return best;
  // Of several values one may be above the one end and another below the other.
  if (typeof found === 'object') return scan(all, reading, start, best);
  let first = best;
  for (let node = nodeOf(tree, found as number); node > 0; node >>= 1) {
    const entries = tree.nodes[node];
    if (entries) first = scan(entries, reading, start, first);
  }
  return first;
};

const searchTexts = ({ slot, rules, pairs, entries }: ByText, reading: Reading, start: number, best: number): number => {
  if ((rules[0] as number) >= best) return best;
  const found = reading.at(slot) as number;
  for (let at = start === 0 ? 0 : positionOf(entries, start); at < rules.length; at += 1) {
    const rule = rules[at] as number;
    if (rule >= best) return best;
    const needed = pairs[at] as number;
    if ((found & needed) !== needed) continue;
    const { holds } = entries[at] as Entry;
    if (holds === undefined || holds(reading)) return rule;
  }
  return best;
};

const searchIndex = (index: RuleIndex, reading: Reading, start: number, best: number): number => {
  if (index.first >= best) return best;
  let first = best;
  if (index.isBranch) {
    for (const by of index.values) first = searchValues(by, reading, start, first);
    for (const by of index.ranges) first = searchRanges(by, reading, start, first);
    for (const by of index.texts) first = searchTexts(by, reading, start, first);
  }
  return scan(index.rest, reading, start, first);
};

/** The first rule from `start` on that holds for a record; -1 where none does. */
export const findRule = (index: RuleIndex, reading: Reading, start: number): number => {
  const first = searchIndex(index, reading, start, Infinity);
  return first === Infinity ? -1 : first;
};
