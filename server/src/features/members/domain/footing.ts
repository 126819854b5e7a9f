/** An admin, as far as it matters whether a team could do with him alone. */
export interface Footed {
  /** Whether one of his users can get in. */
  readonly hasDoor: boolean;
  /** Whether he stays one until somebody takes it away. */
  readonly isLasting: boolean;
}

/**
 * How well a team is administrated, by the best of its admins: 3, one who stays and can get in; 2, one who can get in
 * until his role ends; 1, one who is it in name; 0, nobody. A change may not make it worse: the last way in that is left
 * is kept, even where it is no good one.
 */
export const footingOf = (admins: readonly Footed[]): 0 | 1 | 2 | 3 => {
  if (admins.some(({ hasDoor, isLasting }) => hasDoor && isLasting)) return 3;
  if (admins.some(({ hasDoor }) => hasDoor)) return 2;
  return admins.length > 0 ? 1 : 0;
};
