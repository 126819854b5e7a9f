import { delayAfter, verdictOf } from './verdict';

describe('what an answer of a receiver means', () => {
  it.each([
    [200, 'delivered'], [202, 'delivered'], [204, 'delivered'], [299, 'delivered'],
    [400, 'refused'], [413, 'refused'], [415, 'refused'], [422, 'refused'],
    [301, 'later'], [302, 'later'], [401, 'later'], [403, 'later'], [404, 'later'], [408, 'later'], [410, 'later'], [429, 'later'], [500, 'later'], [503, 'later'], [0, 'later'],
  ])('%s: %s', (status, verdict) => expect(verdictOf(status)).toBe(verdict));
});

describe('how long to wait', () => {
  it('doubles from five seconds, and is an hour at most, however often it failed', () => {
    expect([1, 2, 3, 4].map((failures) => delayAfter(failures, 1))).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect([11, 100, 1e6].map((failures) => delayAfter(failures, 1))).toEqual([3_600_000, 3_600_000, 3_600_000]);
  });

  it('is less by chance, by half at most', () => expect([delayAfter(1, 0), delayAfter(1, 0.5)]).toEqual([2_500, 3_750]));

  it('is what the receiver asks for, if that is longer, up to an hour', () => {
    expect([delayAfter(1, 1, 60_000), delayAfter(1, 1, 1_000), delayAfter(1, 1, 86_400_000)]).toEqual([60_000, 5_000, 3_600_000]);
  });
});
