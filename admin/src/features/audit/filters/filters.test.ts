import { filtersIn, isBackwards, isDay, isFiltered, searchOf } from './filters';

const read = (search: string) => filtersIn(new URLSearchParams(search));

describe('the filters in an address', () => {
  it('are those that have a value, without what else the address says', () => {
    expect(read('?actor=a1&action=owner.changed&outcome=&before=12&entry=e1&days=table')).toEqual({ actor: 'a1', action: 'owner.changed' });
  });

  it('have days that exist, and no others', () => {
    expect(read('?from=2026-11-28&to=2026-02-30')).toEqual({ from: '2026-11-28' });
    expect(read('?from=yesterday&to=2026-11-28T10:00:00Z')).toEqual({});
  });

  it('are the same after they were written, whatever is in them', () => {
    const filters = { target: 'a&b=c +ü', from: '2026-01-31' };
    expect(read(`?${searchOf(filters)}`)).toEqual(filters);
  });

  it('lose spaces around an id that was pasted', () => {
    expect(read('?target=%20%20abc%20')).toEqual({ target: 'abc' });
  });
});

describe('filters as text', () => {
  it('are one text in whatever order they were chosen', () => {
    expect(searchOf({ to: '2026-11-28', actor: 'a1' })).toBe(searchOf({ actor: 'a1', to: '2026-11-28' }));
    expect(searchOf({ to: '2026-11-28', actor: 'a1' })).toBe('actor=a1&to=2026-11-28');
  });

  it('are none where none has a value', () => {
    expect([searchOf({ actor: undefined, target: '' }), isFiltered({ actor: undefined }), isFiltered({ outcome: 'refused' })]).toEqual(['', false, true]);
  });
});

describe('days', () => {
  it('are whole once their year has four digits', () => {
    expect(['0002-11-28', '0202-11-28', '2026-11-28', '2026-11-2', ''].map(isDay)).toEqual([false, false, true, false, false]);
  });

  it('are backwards if the last comes before the first', () => {
    expect(isBackwards({ from: '2026-11-28', to: '2026-11-27' })).toBe(true);
    expect([isBackwards({ from: '2026-11-28', to: '2026-11-28' }), isBackwards({ from: '2026-11-28' }), isBackwards({ to: '2026-11-28' })]).toEqual([false, false, false]);
  });
});
