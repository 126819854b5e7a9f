import type { BookInfo } from '../../../../contracts/http-availability';

export type Measure = 'count' | 'value';

/** One bar: a member, what he has, and how long it is beside the longest, in percent. */
export interface Bar {
  readonly documentId: string;
  readonly name: string;
  readonly amount: number;
  readonly percent: number;
}

/** How a type's records are spread over those who own some or could: the longest bar first. */
export interface Distribution {
  readonly bars: readonly Bar[];
  readonly total: number;
  /** What each would have if all had the same. */
  readonly mean: number;
}

const amountOf = ({ owned, value }: BookInfo, measure: Measure): number => (measure === 'count' ? owned : (value ?? 0));

export const distributionOf = (books: readonly BookInfo[], measure: Measure): Distribution => {
  const amounts = books.map((book) => ({ documentId: book.member.documentId, name: book.member.name ?? book.member.documentId, amount: amountOf(book, measure) }));
  const longest = Math.max(...amounts.map(({ amount }) => amount), 0);
  const total = amounts.reduce((sum, { amount }) => sum + amount, 0);
  const bars = amounts
    .map((one) => ({ ...one, percent: longest === 0 ? 0 : Math.max(0, (100 * one.amount) / longest) }))
    .sort((a, b) => b.amount - a.amount || a.name.localeCompare(b.name));
  return { bars, total, mean: books.length === 0 ? 0 : total / books.length };
};
