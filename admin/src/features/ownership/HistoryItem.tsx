import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { OwnerChange } from '../../../../contracts/http-owners';
import type { RuleType } from '../../../../contracts/http-rules';
import { Avatar } from '../../components/Avatar';
import { usePersonName } from '../../components/PersonName';
import { useName, useText } from '../../hooks/useText';
import type { Speaker } from '../assignment/conditions/words';
import { reasonInWords } from '../moves/reasonInWords';

interface HistoryItemProps {
  readonly change: OwnerChange;
  readonly fields: RuleType['fields'];
  readonly speaker: Speaker;
}

/** One change: from whom to whom, when, and by whom or by which rule. */
export const HistoryItem = ({ change, fields, speaker }: HistoryItemProps) => {
  const { formatDate } = useIntl();
  const t = useText();
  const { at, note } = change;
  return (
    <Box tag="li" borderColor="neutral200" borderStyle="solid" borderWidth="0 0 0 2px" paddingLeft={4}>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography fontWeight="bold" tag="div">
          <What change={change} />
        </Typography>
        <Typography>
          <Cause change={change} fields={fields} speaker={speaker} />
        </Typography>
        {note !== null && <Typography>{t('history.note', { note })}</Typography>}
        <Typography variant="pi" textColor="neutral600" tag="time" dateTime={at} title={at}>
          {formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}
        </Typography>
      </Flex>
    </Box>
  );
};

const What = ({ change: { seat, from, to } }: Pick<HistoryItemProps, 'change'>) => {
  const t = useText();
  const nameOf = usePersonName();
  const person = to ?? from;
  const face = person && <Avatar member={person.documentId} name={person.name ?? ''} />;
  if (seat === 'co-owner') {
    return (
      <Flex gap={2}>
        {face}
        <span>{t(to ? 'history.co-owner-came' : 'history.co-owner-left', { name: nameOf(person) })}</span>
      </Flex>
    );
  }
  return (
    <Flex gap={2}>
      {face}
      <span>
        {nameOf(from)} <span aria-hidden>→</span>
        <VisuallyHidden>{t('history.to')}</VisuallyHidden> {nameOf(to)}
      </span>
    </Flex>
  );
};

/** `Rule “Enterprise LATAM”: segment is Enterprise LATAM, arr above 50,000: 61,000`; `By hand · Ana Ruiz`. */
const Cause = ({ change: { source, rule, reasons, by }, fields, speaker }: HistoryItemProps) => {
  const t = useText();
  const name = useName();
  const { formatList } = useIntl();
  const called = name('history.source', source);
  const how = rule ? t('history.rule', { source: called, rule: rule.name }) : called;
  const words = reasons.map((reason) => reasonInWords(reason, fields, speaker));
  const why = words.length > 0 ? t('history.because', { how, reasons: formatList(words, { type: 'unit' }) }) : how;
  // Rules act as the system: only a person is worth naming beside one.
  if (rule && by.kind === 'system') return why;
  return t('history.how-by', { how: why, who: by.kind === 'member' ? (by.name ?? t('record.somebody-gone')) : name('history.by', by.kind) });
};
