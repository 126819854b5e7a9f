import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Code } from '../../../components/Code';
import { Term } from '../../../components/Term';
import { useName, useText } from '../../../hooks/useText';
import { shownOf } from './details';
import { EntrySection, Facts } from './EntrySection';

/** What was told of an action besides that it was, by what each value is called. */
export const EntryDetails = ({ details }: { readonly details: readonly (readonly [string, unknown])[] }) => {
  const t = useText();
  const name = useName();
  return (
    <EntrySection title={t('audit.entry.details')}>
      <Facts>
        {details.map(([key, value]) => (
          <Term key={key} label={name('audit.detail', key)}>
            <Detail value={value} />
          </Term>
        ))}
      </Facts>
    </EntrySection>
  );
};

const Detail = ({ value }: { readonly value: unknown }) => {
  const t = useText();
  const { formatDate, formatNumber, formatList } = useIntl();
  const shown = shownOf(value);
  switch (shown.as) {
    case 'nothing':
      return <Typography textColor="neutral600">{t('audit.entry.nothing')}</Typography>;
    case 'flag':
      return <Typography>{t(shown.value ? 'common.yes' : 'common.no')}</Typography>;
    case 'number':
      return <Typography>{formatNumber(shown.value)}</Typography>;
    case 'moment':
      return (
        <Typography tag="time" dateTime={shown.value} title={shown.value}>
          {formatDate(shown.value, { dateStyle: 'medium', timeStyle: 'medium' })}
        </Typography>
      );
    case 'text':
      return <Typography>{shown.value}</Typography>;
    case 'list':
      return <Typography>{formatList(shown.values, { type: 'unit' })}</Typography>;
    case 'structure':
      return (
        <Box style={{ whiteSpace: 'pre-wrap' }}>
          <Code>{shown.text}</Code>
        </Box>
      );
  }
};
