import { groupBy } from '../../kernel/group-by';

/** How many records go from one owner to another; null is nobody. */
export interface Flow {
  readonly from: string | null;
  readonly to: string | null;
  readonly count: number;
}

/** From whom to whom how many go, the most first. */
export const flowsOf = (moves: readonly Omit<Flow, 'count'>[]): Flow[] =>
  [...groupBy(moves, ({ from, to }) => `${from} ${to}`).values()]
    .map((group) => {
      const [{ from, to }] = group as [Flow];
      return { from, to, count: group.length };
    })
    .sort((left, right) => right.count - left.count);
