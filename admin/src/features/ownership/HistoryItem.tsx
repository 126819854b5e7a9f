import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { OwnerChange } from '../../../../contracts/http-owners';
import { useName, useText } from '../../hooks/useText';
import { reasonInWords } from './reasons';
import { useNameOf } from './useNameOf';

/** One change: from whom to whom, when, and by whom or by which rule. */
export const HistoryItem = ({ change }: { readonly change: OwnerChange }) => {
  const { formatDate } = useIntl();
  const t = useText();
  const { at, note } = change;
  return (
    <Box tag="li" borderColor="neutral200" borderStyle="solid" borderWidth="0 0 0 2px" paddingLeft={4}>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography fontWeight="bold">
          <What change={change} />
        </Typography>
        <Typography>
          <Cause change={change} />
        </Typography>
        {note !== null && <Typography>{t('history.note', { note })}</Typography>}
        <Typography variant="pi" textColor="neutral600" tag="time" dateTime={at} title={at}>
          {formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}
        </Typography>
      </Flex>
    </Box>
  );
};

const What = ({ change: { seat, from, to } }: { readonly change: OwnerChange }) => {
  const t = useText();
  const nameOf = useNameOf();
  const nameOrNobody = (person: OwnerChange['from']) => (person ? nameOf(person) : t('owner.nobody'));
  if (seat === 'co-owner') return to ? t('history.co-owner-came', { name: nameOf(to) }) : t('history.co-owner-left', { name: nameOrNobody(from) });
  return (
    <>
      {nameOrNobody(from)} <span aria-hidden>→</span>
      <VisuallyHidden>{t('history.to')}</VisuallyHidden> {nameOrNobody(to)}
    </>
  );
};

/** `Rule “Enterprise LATAM”: segment is Enterprise LATAM, arr 61,000 above 50,000`; `By hand, by Ana Ruiz`. */
const Cause = ({ change: { source, rule, reasons, by } }: { readonly change: OwnerChange }) => {
  const t = useText();
  const name = useName();
  const { formatNumber, formatList } = useIntl();
  const speech = { text: t, number: (value: number) => formatNumber(value), list: (values: readonly string[]) => formatList(values, { type: 'unit' }) };
  const who = by.kind === 'member' ? (by.name ?? t('record.somebody-gone')) : name('history.by', by.kind);
  const how = rule ? t('history.rule', { source: name('history.source', source), rule: rule.name }) : name('history.source', source);
  if (reasons.length > 0) return t('history.because', { how, reasons: speech.list(reasons.map((reason) => reasonInWords(reason, speech))) });
  // Rules act as the system: only a person is worth naming.
  return rule && by.kind === 'system' ? how : t('history.how-by', { how, who });
};
