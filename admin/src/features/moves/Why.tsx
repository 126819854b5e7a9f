import { Flex, Typography } from '@strapi/design-system';
import type { MovePreview, RuleType } from '../../../../contracts/http-rules';
import { useText } from '../../hooks/useText';
import type { Speaker } from '../assignment/conditions/words';
import { reasonInWords } from './reasonInWords';

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
