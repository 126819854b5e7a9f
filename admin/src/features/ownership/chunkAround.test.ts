import { chunkAround } from './chunkAround';

describe('the chunk around an item', () => {
  it.each([
    ['a', ['a', 'b']],
    ['b', ['a', 'b']],
    ['c', ['c', 'd']],
    ['e', ['e']],
    ['missing', ['a', 'b']],
  ])('of %s', (item, chunk) => {
    expect(chunkAround(['a', 'b', 'c', 'd', 'e'], item, 2)).toEqual(chunk);
  });
});
