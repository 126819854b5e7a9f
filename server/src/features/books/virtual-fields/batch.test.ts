import { createBatch } from './batch';

describe('a batch', () => {
  it('loads together what is asked for in one turn, and anew in the next', async () => {
    const calls: number[][] = [];
    const twice = createBatch(async (keys: readonly number[]) => {
      calls.push([...keys]);
      return keys.map((key) => key * 2);
    });
    const later = Promise.resolve().then(() => Promise.resolve()).then(() => twice(3));
    expect(await Promise.all([twice(1), twice(2), later, twice(1)])).toEqual([2, 4, 6, 2]);
    expect(await twice(1)).toBe(2);
    expect(calls).toEqual([[1, 2, 1, 3], [1]]);
  });

  it('fails for all who wait, and for nobody after them', async () => {
    let broken = true;
    const load = createBatch(async (keys: readonly number[]) => {
      if (broken) throw new Error('broken');
      return keys;
    });
    const outcomes = await Promise.allSettled([load(1), load(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await load(3)).toBe(3);
  });
});
