/** Somebody who may be chosen, as he stands now. */
export interface Candidate {
  readonly member: string;
  /** His place in the order of turns: it stays when others come or go. */
  readonly rank: number;
  readonly weight: number;
  /** What he has, by the measure of the rotation. */
  readonly load: number;
  /** Neither away nor at his limit. */
  readonly isFree: boolean;
}

/** Where a rotation stands. Whoever is not in it has not been met yet. */
export interface TurnState {
  /** The rank that had the last turn. */
  readonly last?: number;
  /** Weighted: what each is owed. */
  readonly owed?: Readonly<Record<string, number>>;
  /** Least loaded: who was not free when others had a turn. */
  readonly missed?: readonly string[];
  /** Least loaded: what counts as loaded besides, for those who came back. */
  readonly handicaps?: Readonly<Record<string, number>>;
}

export interface Turn {
  /** null: nobody is free. */
  readonly member: string | null;
  readonly state: TurnState;
}

/** Whoever comes next in the order after a rank, and from the start again. */
export const nextAfter = <T extends Candidate>(candidates: readonly T[], last: number | undefined): T | undefined => {
  const inOrder = [...candidates].sort((left, right) => left.rank - right.rank);
  return inOrder.find(({ rank }) => last !== undefined && rank > last) ?? inOrder[0];
};
