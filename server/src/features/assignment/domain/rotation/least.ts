import { nextAfter, type Candidate, type Turn, type TurnState } from './candidate';

/**
 * Whoever has least. Who comes back from an absence begins where the others are by then, or he would get
 * everything until he has caught up; somebody new does begin with nothing.
 */
export const leastTurn = (candidates: readonly Candidate[], state: TurnState): Turn => {
  const missed = new Set(state.missed ?? []);
  const handicaps = new Map(Object.entries(state.handicaps ?? {}));
  const free = candidates.filter(({ isFree, weight }) => isFree && weight > 0);
  const loadOf = ({ member, load }: Candidate): number => load + (handicaps.get(member) ?? 0);

  const present = free.filter(({ member }) => !missed.has(member));
  const floor = Math.min(...present.map(loadOf));
  for (const candidate of free) {
    if (missed.delete(candidate.member) && candidate.load < floor && present.length > 0) handicaps.set(candidate.member, floor - candidate.load);
    // Once he has as much as the others without it, it is over.
    else if (candidate.load >= floor) handicaps.delete(candidate.member);
  }
  for (const { member, isFree } of candidates) if (!isFree) missed.add(member);

  const least = Math.min(...free.map(loadOf));
  const next = nextAfter(free.filter((candidate) => loadOf(candidate) === least), state.last);
  const kept = { ...(missed.size > 0 && { missed: [...missed] }), ...(handicaps.size > 0 && { handicaps: Object.fromEntries(handicaps) }) };
  return next ? { member: next.member, state: { last: next.rank, ...kept } } : { member: null, state: { ...state, ...kept } };
};
