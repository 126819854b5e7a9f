import { Flex, Typography } from '@strapi/design-system';
import type { Operator } from '../../../../contracts/conditions';
import type { MovePreview, RuleType } from '../../../../contracts/http-rules';
import { useText } from '../../hooks/useText';
import { testInWords, valueInWords, type Speaker } from '../assignment/conditions/words';
import { shapeOf } from '../assignment/conditions/operators';

type Move = MovePreview['moves'][number];

interface WhyProps {
  readonly move: Pick<Move, 'rule' | 'reasons'>;
  readonly fields: RuleType['fields'];
  readonly speaker: Speaker;
}

/** Which rule has moved a record, and what it found there. */
export const Why = ({ move: { rule, reasons }, fields, speaker }: WhyProps) => {
  const t = useText();
  if (!rule) return <Typography textColor="neutral600">{t('moves.no-rule')}</Typography>;
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography>{rule.name}</Typography>
      {reasons.map((reason, index) => (
        <Typography key={`${reason.field} ${index}`} variant="pi" textColor="neutral600">
          {reasonInWords(reason, fields, speaker)}
        </Typography>
      ))}
    </Flex>
  );
};

/** `arr above 50,000: 62,000`. Where only one value fits, it isn't said twice. */
const reasonInWords = ({ field, operator, expected, actual }: Move['reasons'][number], fields: RuleType['fields'], speaker: Speaker): string => {
  const asked = testInWords({ field, operator: operator as Operator, value: (expected ?? undefined) as never }, fields, speaker);
  if (operator === 'equals' || shapeOf(operator as Operator) === 'none') return asked;
  return speaker.t('moves.reason', { asked, found: valueInWords(actual, fields.find(({ path }) => path === field), speaker) });
};
