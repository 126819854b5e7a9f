import fc from 'fast-check';
import { intersect, liesIn } from './interval';
import { buildRangeTree, nodeOf, type RangeTree } from './range-tree';

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
        const expected = intervals.flatMap((one, item) => (liesIn(one, at) ? [item] : []));
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

describe('an interval', () => {
  it.each([
    [{ low: 1, high: 2, holdsLow: true, holdsHigh: false }, [false, true, true, false, false]],
    [{ low: 1, high: 2, holdsLow: false, holdsHigh: true }, [false, false, true, true, false]],
    [{ low: -Infinity, high: 1, holdsLow: true, holdsHigh: true }, [true, true, false, false, false]],
    [{ low: 2, high: Infinity, holdsLow: false, holdsHigh: true }, [false, false, false, false, true]],
  ])('%j', (one, expected) => {
    expect([0, 1, 1.5, 2, 3].map((at) => liesIn(one, at))).toEqual(expected);
  });
});

describe('what lies in two intervals', () => {
  it('lies in each of them', () => {
    fc.assert(
      fc.property(interval, interval, value, (a, b, at) => {
        expect(liesIn(intersect(a, b), at)).toBe(liesIn(a, at) && liesIn(b, at));
      }),
      { numRuns: 2_000 },
    );
  });
});
