import fc from 'fast-check';
import { wildcard } from './wildcard';

/** The same, said the slow way. */
const fits = (pattern: readonly string[], text: readonly string[]): boolean => {
  const [next, ...rest] = pattern;
  if (next === undefined) return text.length === 0;
  if (next === '*') return fits(rest, text) || (text.length > 0 && fits(pattern, text.slice(1)));
  return text.length > 0 && (next === '?' || next === text[0]) && fits(rest, text.slice(1));
};

describe('a pattern', () => {
  it.each([
    ['acme*', 'acme inc', true],
    ['acme*', 'the acme', false],
    ['*acme*', 'the acme inc', true],
    ['a?me', 'acme', true],
    ['a?me', 'ame', false],
    ['*', '', true],
    ['**', 'anything', true],
    ['?', '', false],
    ['?', '😀', true],
    ['??', '😀', false],
    ['ärger*', 'ärger im büro', true],
    ['acme', 'acme ', false],
    ['a*b*c', 'a1b2c', true],
    ['a*b*c', 'a1c2b', false],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(wildcard(pattern)(text)).toBe(expected);
  });

  it('gives what a look at every possibility gives', () => {
    const letters = (...extra: string[]) => fc.array(fc.constantFrom('a', 'b', ...extra), { maxLength: 10 });
    let yes = 0;
    fc.assert(
      fc.property(letters('*', '?', '*'), letters(), (pattern, text) => {
        const expected = fits(pattern, text);
        yes += expected ? 1 : 0;
        expect(wildcard(pattern.join(''))(text.join(''))).toBe(expected);
      }),
      { numRuns: 5_000 },
    );
    expect(yes).toBeGreaterThan(500);
  });

  it('may be longer than a word of bits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 25, max: 200 }), fc.nat(200), (length, at) => {
        const text = Array.from({ length }, (_, i) => String.fromCharCode(97 + (i % 26)));
        const place = at % length;
        const holed = text.with(place, '?').join('');
        const wrong = text.with(place, '-').join('');
        const text0 = text.join('');
        expect([text0, holed, `*${text0.slice(place)}`, `${text0.slice(0, place)}*`, wrong, `${text0}?`, text0.slice(1)].map((pattern) => wildcard(pattern)(text0))).toEqual([true, true, true, true, false, false, false]);
      }),
    );
  });

  it('takes its characters literally, whatever they mean elsewhere', () => {
    expect([wildcard('(a+)+$')('aaa'), wildcard('(a+)+$')('(a+)+$'), wildcard('.')('x'), wildcard('[ab]')('a'), wildcard('\\*')('*')]).toEqual([false, true, false, false, false]);
  });

  it('takes time by the length of the text and not by what is in it', () => {
    const text = 'a'.repeat(200_000);
    const cruel = wildcard(`${'*a'.repeat(120)}*b${'?*'.repeat(100)}`);
    const start = performance.now();
    expect(cruel(text)).toBe(false);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
