import { nextAfter, type Candidate, type Turn, type TurnState } from './candidate';

/**
 * By weight, spread evenly (smooth weighted round robin, as load balancers do it): each turn everybody is owed
 * his weight, and whoever is owed most has it and pays for all. Who is not free is owed nothing meanwhile.
 */
export const weightedTurn = (candidates: readonly Candidate[], state: TurnState): Turn => {
  const free = candidates.filter(({ isFree, weight }) => isFree && weight > 0);
  if (free.length === 0) return { member: null, state };
  const total = free.reduce((sum, { weight }) => sum + weight, 0);
  const owed = new Map(Object.entries(state.owed ?? {}));
  for (const { member, weight } of free) owed.set(member, (owed.get(member) ?? 0) + weight);
  const most = Math.max(...free.map(({ member }) => owed.get(member) ?? 0));
  const next = nextAfter(free.filter(({ member }) => owed.get(member) === most), state.last) as Candidate;
  owed.set(next.member, most - total);
  return { member: next.member, state: { last: next.rank, owed: Object.fromEntries(owed) } };
};
