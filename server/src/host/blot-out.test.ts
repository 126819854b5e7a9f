import { blotted, mentions } from './blot-out';

describe('blotting somebody out of a text', () => {
  const out = ['Zoë O"Neil', 'zoe@x.test', 'Al'];
  it.each([
    ['as it is written', 'For Zoë O"Neil.', 'For [gone].'],
    ['in other letters', 'for ZOË o"neil', 'for [gone]'],
    ['in JSON', '[{"value":"Zoë O\\"Neil"}]', '[{"value":"[gone]"}]'],
    ['address and all', 'zoe@x.test,ZOE@X.TEST', '[gone],[gone]'],
    ['not within other words', 'azoe@x.tests', 'azoe@x.tests'],
    ['not by what is a word as well', 'Al and also', 'Al and also'],
  ])('%s', (_how, text, left) => expect(blotted(text, out, '[gone]')).toBe(left));

  it('leaves nothing of a pattern to whoever is called so', () => {
    expect(blotted('a.c and abc', ['a.c'], '-')).toBe('- and abc');
    expect(mentions('note', ['50%_!']).bindings).toEqual(['note', '%50!%!_!!%', 'note', '%50!%!_!!%']);
  });
});
