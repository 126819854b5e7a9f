import { localize } from './localize';

const label = { en: 'Viewer', fr: 'Lecteur' };

it.each([
  ['its own language', 'fr', 'Lecteur'],
  ['the base language', 'fr-CA', 'Lecteur'],
  ['English for another one', 'ja', 'Viewer'],
])('text in %s', (_what, locale, expected) => {
  expect(localize(label, locale)).toBe(expected);
});

it('is empty where nobody has written it', () => {
  expect(localize({}, 'de')).toBe('');
});
