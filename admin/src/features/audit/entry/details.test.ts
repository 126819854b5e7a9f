import { changesIn, movesIn, othersIn, rawOf, shownOf } from './details';

const RENAMED = { field: 'name', before: 'Acme', after: 'Acme Robotics' };

describe('what a write has changed', () => {
  it('is told field by field, also where a value came or went', () => {
    const changes = [RENAMED, { field: 'arr', before: null, after: 5 }, { field: 'tier', before: 'growth' }];
    expect(changesIn({ name: 'x', changes })).toEqual(changes);
    expect(changesIn({ changes: [] })).toEqual([]);
  });

  it.each([[undefined], [7], [{ field: 'name' }], [['name']], [[RENAMED, { before: 1, after: 2 }]], [[{ field: 'name' }]], [[null]]])('is not what is called so and is something else: %j', (changes) => {
    expect(changesIn({ changes })).toBeUndefined();
  });
});

describe('what a job has moved', () => {
  it('is told record by record, also from nobody and to nobody', () => {
    const moves = [{ record: 'acme', from: null, to: 'carla' }, { record: 'borealis', from: 'chen', to: null }];
    expect(movesIn({ moves })).toEqual(moves);
    expect(othersIn({ moves, type: 'x' })).toEqual([['type', 'x']]);
  });

  it.each([[undefined], ['many'], [[null]], [[{ record: 'acme', from: 'carla' }]], [[{ from: 'carla', to: 'chen' }]]])('is not what is called so and is something else: %j', (moves) => {
    expect(movesIn({ moves })).toBeUndefined();
  });
});

describe('what else was told', () => {
  it('is everything but the changes', () => {
    expect(othersIn({ name: 'Acme', changes: [RENAMED], count: 0 })).toEqual([['name', 'Acme'], ['count', 0]]);
  });

  it('loses nothing that is called changes and is none', () => {
    expect(othersIn({ changes: 7, gone: undefined })).toEqual([['changes', 7]]);
  });
});

describe('a value', () => {
  it.each([
    [true, { as: 'flag', value: true }],
    [0, { as: 'number', value: 0 }],
    ['2026-11-28T12:00:00.000Z', { as: 'moment', value: '2026-11-28T12:00:00.000Z' }],
    ['2026-11-28', { as: 'text', value: '2026-11-28' }],
    [['b', 'a', 3], { as: 'list', values: ['b', 'a', '3'] }],
    [{ from: null }, { as: 'structure', text: '{\n  "from": null\n}' }],
    [[['a']], { as: 'structure', text: '[\n  [\n    "a"\n  ]\n]' }],
  ])('%j is shown as what it is', (value, shown) => {
    expect(shownOf(value)).toEqual(shown);
  });

  it.each([[null], [undefined], [''], [[]]])('%j is nothing', (value) => {
    expect(shownOf(value)).toEqual({ as: 'nothing' });
  });

  it('is raw letter by letter, and an empty text is not the same as none', () => {
    expect([null, undefined, '', ' a ', 5, false, { a: [1] }].map(rawOf)).toEqual([null, null, '""', ' a ', '5', 'false', '{\n  "a": [\n    1\n  ]\n}']);
  });
});
