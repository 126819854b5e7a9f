import type { BookInfo } from '../../../../contracts/http-availability';
import { distributionOf } from './distribution';

const book = (name: string, owned: number, value: number | null): BookInfo => ({
  member: { documentId: name.toLowerCase(), name, status: 'active' },
  mayOwn: true,
  owned,
  coOwned: 0,
  value,
  weight: 1,
  capacity: null,
  awayFrom: null,
  awayUntil: null,
  isAway: false,
});

describe('the distribution of a type', () => {
  const books = [book('Carla', 4, 100), book('Chen', 8, 50), book('Cleo', 0, null)];

  it('is by number or by value, the longest bar first', () => {
    expect(distributionOf(books, 'count').bars.map(({ name, percent }) => [name, percent])).toEqual([['Chen', 100], ['Carla', 50], ['Cleo', 0]]);
    expect(distributionOf(books, 'value').bars.map(({ name, percent }) => [name, percent])).toEqual([['Carla', 100], ['Chen', 50], ['Cleo', 0]]);
  });

  it('knows the sum, and what each would have if all had the same', () => {
    const { total, mean } = distributionOf(books, 'count');
    expect([total, mean]).toEqual([12, 4]);
  });

  it('draws nothing where there is nothing, nobody, or less than nothing', () => {
    expect(distributionOf([], 'count')).toEqual({ bars: [], total: 0, mean: 0 });
    expect(distributionOf([book('Carla', 0, -5)], 'value').bars[0]?.percent).toBe(0);
  });

  it('puts equals in the order of their names', () => {
    expect(distributionOf([book('Zoe', 1, 0), book('Ada', 1, 0)], 'count').bars.map(({ name }) => name)).toEqual(['Ada', 'Zoe']);
  });
});
