import { Flex, Typography } from '@strapi/design-system';
import type { MovePreview, RuleType } from '../../../../contracts/http-rules';
import type { Speaker } from '../assignment/conditions/words';
import { reasonInWords } from './reasonInWords';

type Move = MovePreview['moves'][number];

interface WhyProps {
  readonly move: Pick<Move, 'rule' | 'reasons'>;
  readonly fields: RuleType['fields'];
  readonly speaker: Speaker;
  /** Why, where no rule has done it. */
  readonly withoutRule: string;
}

/** Which rule has moved a record, and what it found there. */
export const Why = ({ move: { rule, reasons }, fields, speaker, withoutRule }: WhyProps) => {
  if (!rule) return <Typography textColor="neutral600">{withoutRule}</Typography>;
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
