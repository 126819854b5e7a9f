import fc from 'fast-check';
import { intersect, type Interval } from './interval';
import { buildRangeTree, nodeOf, type RangeTree } from './range-tree';

const holds = ({ low, high, holdsLow, holdsHigh }: Interval, value: number): boolean =>
  (value > low || (holdsLow && value === low)) && (value < high || (holdsHigh && value === high));

const end = (open: number) => fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -5, max: 5 }) }, { weight: 1, arbitrary: fc.constant(open) });
const interval = fc.record({ low: end(-Infinity), high: end(Infinity), holdsLow: fc.boolean(), holdsHigh: fc.boolean() });
const value = fc.oneof(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -12, max: 12 }).map((half) => half / 2));

const found = (tree: RangeTree<number>, at: number): number[] => {
  const items: number[] = [];
  for (let node = nodeOf(tree, at); node > 0; node >>= 1) items.push(...(tree.nodes[node] ?? []));
  return items;
};

describe('a tree of intervals', () => {
  it('finds those that hold a number, each once', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 30 }), value, (intervals, at) => {
        const tree = buildRangeTree(intervals.map((one, item) => ({ interval: one, item })));
        const expected = intervals.flatMap((one, item) => (holds(one, at) ? [item] : []));
        expect(found(tree, at).sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps the order of its items in every node', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 30 }), (intervals) => {
        for (const items of buildRangeTree(intervals.map((one, item) => ({ interval: one, item }))).nodes) {
          expect(items ?? []).toEqual([...(items ?? [])].sort((a, b) => a - b));
        }
      }),
    );
  });
});

describe('what lies in two intervals', () => {
  it('lies in each of them', () => {
    fc.assert(
      fc.property(interval, interval, value, (a, b, at) => {
        expect(holds(intersect(a, b), at)).toBe(holds(a, at) && holds(b, at));
      }),
      { numRuns: 2_000 },
    );
  });
});
