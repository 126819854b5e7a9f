import { nextAfter, type Candidate, type Turn, type TurnState } from './candidate';

/**
 * One after the other. Whoever is not free is passed over, and has no claim afterwards; a member more
 * or less changes no other's place.
 */
export const strictTurn = (candidates: readonly Candidate[], state: TurnState): Turn => {
  const next = nextAfter(candidates.filter(({ isFree, weight }) => isFree && weight > 0), state.last);
  return next ? { member: next.member, state: { last: next.rank } } : { member: null, state };
};
