import en from '../../translations/en.json';
import { reasonInWords, type Speech } from './reasons';

const speech: Speech = {
  text: (key, values) => en[key].replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? `{${name}}`),
  number: (value) => value.toLocaleString('en'),
  list: (values) => values.join(', '),
};

const inWords = (field: string, operator: string, expected: unknown, actual: unknown) => reasonInWords({ field, operator, expected, actual }, speech);

describe('a reason in words', () => {
  it.each([
    ['equals', 'Enterprise LATAM', 'Enterprise LATAM', 'f is Enterprise LATAM'],
    ['equals', true, true, 'f is Yes'],
    ['equals', 'x', { documentId: 'x', name: 'Enterprise LATAM' }, 'f is Enterprise LATAM'],
    ['notEquals', 'south', 'north', 'f is north, not south'],
    ['in', ['north', 'south'], 'north', 'f north is one of north, south'],
    ['notIn', ['south'], 'north', 'f north is none of south'],
    ['above', 50_000, 61_000, 'f 61,000 above 50,000'],
    ['atLeast', 50_000, 50_000, 'f 50,000 at least 50,000'],
    ['below', 5, 4, 'f 4 below 5'],
    ['atMost', 5, 5, 'f 5 at most 5'],
    ['between', [1, 9], 5, 'f 5 between 1, 9'],
    ['contains', 'LAT', 'LATAM', 'f “LATAM” contains “LAT”'],
    ['startsWith', 'LAT', 'LATAM', 'f “LATAM” starts with “LAT”'],
    ['endsWith', 'AM', 'LATAM', 'f “LATAM” ends with “AM”'],
    ['matches', 'L*', 'LATAM', 'f “LATAM” matches “L*”'],
    ['empty', null, null, 'f is empty'],
    ['notEmpty', null, 'LATAM', 'f is LATAM, not empty'],
    ['soundsLike', 'latam', 'LATAM', 'f LATAM sounds like latam'],
  ])('%s', (operator, expected, actual, words) => {
    expect(inWords('f', operator.replace('soundsLike', 'sounds_like'), expected, actual)).toBe(words);
  });

  it('tells what it has no name for as it is, and nothing as nothing', () => {
    expect(inWords('f', 'equals', null, { a: 1 })).toBe('f is {"a":1}');
    expect(inWords('f', 'notEquals', 'x', null)).toBe('f is nothing, not x');
  });
});
