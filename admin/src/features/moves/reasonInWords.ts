import type { Operator } from '../../../../contracts/conditions';
import type { MovePreview, RuleType } from '../../../../contracts/http-rules';
import { shapeOf } from '../assignment/conditions/operators';
import { testInWords, valueInWords, type Speaker } from '../assignment/conditions/words';

type Reason = MovePreview['moves'][number]['reasons'][number];

/** `arr above 50,000: 62,000`. Where only one value fits, it isn't said twice. */
export const reasonInWords = ({ field, operator, expected, actual }: Reason, fields: RuleType['fields'], speaker: Speaker): string => {
  const asked = testInWords({ field, operator: operator as Operator, value: (expected ?? undefined) as never }, fields, speaker);
  if (operator === 'equals' || shapeOf(operator as Operator) === 'none') return asked;
  return speaker.t('moves.reason', { asked, found: valueInWords(actual, fields.find(({ path }) => path === field), speaker) });
};
