import fc from 'fast-check';
import { nearest } from './nearest';

const WORDS = ['customer_360', 'custom_fields', 'renewals', 'team_management'];

describe('did you mean', () => {
  it.each([
    ['customer360', 'customer_360'],
    ['custom_field', 'custom_fields'],
    ['Renewals', 'renewals'],
    ['rewenals', 'renewals'],
    ['team', undefined],
    ['xyz', undefined],
    ['', undefined],
  ])('%s: %s', (word, guess) => {
    expect(nearest(word, WORDS)).toBe(guess);
  });

  it('a right word is its own nearest, in whatever case it is written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORDS), fc.shuffledSubarray(WORDS, { minLength: WORDS.length }), (word, words) => {
        expect([nearest(word, words), nearest(word.toUpperCase(), words)]).toEqual([word, word]);
      }),
    );
  });

  it('one slip of a longer word is always forgiven, and only a known word is ever suggested', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORDS), fc.nat(), fc.constantFrom('', 'q', 'qq'), (word, position, instead) => {
        const at = position % word.length;
        expect(nearest(word.slice(0, at) + instead + word.slice(at + 1), WORDS)).toBe(word);
      }),
    );
    expect(nearest('anything', [])).toBeUndefined();
  });
});
