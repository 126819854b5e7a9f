import { barsOf, daysPerBar, summaryOf } from './bars';

/** So many days from the first of January on, each with the entries that `entriesOn` says. */
const daysOf = (count: number, entriesOn: (index: number) => number = () => 1) =>
  Array.from({ length: count }, (_, index) => ({ day: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10), entries: entriesOn(index) }));

describe('the bars of days', () => {
  it('are one for each day, as high as it has entries beside the day with most', () => {
    expect(barsOf(daysOf(3, (index) => [5, 0, 20][index] ?? 0))).toEqual([
      { from: '2026-01-01', to: '2026-01-01', entries: 5, percent: 25 },
      { from: '2026-01-02', to: '2026-01-02', entries: 0, percent: 0 },
      { from: '2026-01-03', to: '2026-01-03', entries: 20, percent: 100 },
    ]);
  });

  it('stand for weeks where there are many days, and the last week is whole', () => {
    const bars = barsOf(daysOf(50));
    expect(bars).toHaveLength(8);
    expect(bars[0]).toMatchObject({ from: '2026-01-01', to: '2026-01-01', entries: 1 });
    expect(bars.at(-1)).toMatchObject({ from: '2026-02-13', to: '2026-02-19', entries: 7 });
  });

  it.each([1, 30, 40, 41, 100, 280, 281, 366])('of %i days find room, meet without a gap and lose no entry', (count) => {
    const days = daysOf(count, (index) => index);
    const bars = barsOf(days);
    expect(bars.length).toBeLessThanOrEqual(40);
    expect([bars[0]?.from, bars.at(-1)?.to]).toEqual([days[0]?.day, days.at(-1)?.day]);
    bars.slice(1).forEach(({ from }, index) => expect(Date.parse(from) - Date.parse(bars[index]?.to ?? '')).toBe(86_400_000));
    expect(bars.reduce((sum, { entries }) => sum + entries, 0)).toBe((count * (count - 1)) / 2);
  });

  it('stay days, then weeks, as long as they can', () => {
    expect([40, 41, 280, 281, 366].map((count) => daysPerBar(daysOf(count)))).toEqual([1, 7, 7, 14, 14]);
  });

  it('are flat where nothing happened, and none where there are no days', () => {
    expect(barsOf(daysOf(2, () => 0)).map(({ percent }) => percent)).toEqual([0, 0]);
    expect([barsOf([]), daysPerBar([])]).toEqual([[], 1]);
  });
});

describe('what the bars say', () => {
  it('is how many there are, from when to when, and the day with most; of equals the earlier one', () => {
    expect(summaryOf(daysOf(4, (index) => [1, 9, 9, 2][index] ?? 0))).toEqual({
      total: 21,
      first: '2026-01-01',
      last: '2026-01-04',
      busiest: { day: '2026-01-02', entries: 9 },
    });
  });
});
