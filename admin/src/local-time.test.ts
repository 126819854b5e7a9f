import { localTime, momentOf } from './local-time';

describe('a moment on the clock of the wall', () => {
  it('is the same moment again', () => {
    for (const text of ['2026-01-31T09:00', '2026-07-01T23:59']) expect(localTime(momentOf(text))).toBe(text);
  });

  it('is none where there is none, or none yet', () => {
    expect([localTime(null), localTime('soon'), momentOf(''), momentOf('soon')]).toEqual(['', '', null, null]);
  });
});
