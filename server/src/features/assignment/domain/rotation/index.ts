import type { ROTATION_MODES } from '../../../../../../contracts/http-rules';
import type { Candidate, Turn, TurnState } from './candidate';
import { leastTurn } from './least';
import { strictTurn } from './strict';
import { weightedTurn } from './weighted';

type Mode = (typeof ROTATION_MODES)[number];

const TURNS: Readonly<Record<Mode, (candidates: readonly Candidate[], state: TurnState) => Turn>> = {
  strict: strictTurn,
  least: leastTurn,
  weighted: weightedTurn,
};

/** Whose turn it is, and where the rotation stands afterwards. The same question always has the same answer. */
export const takeTurn = (mode: Mode, candidates: readonly Candidate[], state: TurnState): Turn => TURNS[mode](candidates, state);

export type { Candidate, Turn, TurnState };
