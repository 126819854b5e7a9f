import { stepOf } from './step';

describe('a key in a row of bars', () => {
  it('leads to the neighbour, or to an end', () => {
    expect(['ArrowLeft', 'ArrowRight', 'Home', 'End'].map((key) => stepOf(key, 2, 5))).toEqual([1, 3, 0, 4]);
  });

  it('leads nowhere beyond an end, and no other key leads anywhere', () => {
    expect([stepOf('ArrowLeft', 0, 5), stepOf('ArrowRight', 4, 5), stepOf('End', 0, 0), stepOf('Enter', 2, 5), stepOf('a', 2, 5)]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});
