import type { MovePreview } from '../../../../contracts/http-rules';

/** What the reasons of moves asked for and found, field by field. */
export const namedInReasons = (moves: readonly Pick<MovePreview['moves'][number], 'reasons'>[]) =>
  moves.flatMap(({ reasons }) => reasons.map(({ field, expected, actual }) => ({ field, values: [expected, actual] })));
