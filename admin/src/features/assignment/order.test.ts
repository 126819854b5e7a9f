import { moved } from './order';

describe('an item at another place', () => {
  it('goes up, down, to either end, or nowhere', () => {
    const list = ['a', 'b', 'c', 'd'];
    expect([moved(list, 2, 1), moved(list, 0, 3), moved(list, 3, 0), moved(list, 1, 1)].map((one) => one.join(''))).toEqual(['acbd', 'bcda', 'dabc', 'abcd']);
  });
});
