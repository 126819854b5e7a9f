import { agoOf } from './relative-time';

const NOW = new Date('2026-11-28T12:00:00.000Z');

describe('how long ago a moment was', () => {
  it.each([
    ['2026-11-28T11:59:59.500Z', 0, 'second'],
    ['2026-11-28T11:59:01.000Z', -59, 'second'],
    ['2026-11-28T11:59:00.000Z', -1, 'minute'],
    ['2026-11-28T11:00:01.000Z', -59, 'minute'],
    ['2026-11-28T11:00:00.000Z', -1, 'hour'],
    ['2026-11-27T12:00:01.000Z', -23, 'hour'],
    ['2026-11-27T12:00:00.000Z', -1, 'day'],
    ['2026-10-28T12:00:00.000Z', -1, 'month'],
    ['2024-11-01T12:00:00.000Z', -2, 'year'],
  ])('%s is %i in %ss', (moment, value, unit) => {
    expect(agoOf(moment, NOW)).toStrictEqual({ value, unit });
  });

  it('is now for what a faster clock says', () => {
    expect(agoOf('2026-11-28T12:00:09.000Z', NOW)).toStrictEqual({ value: 0, unit: 'second' });
  });
});
