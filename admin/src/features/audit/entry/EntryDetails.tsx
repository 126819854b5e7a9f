import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Code } from '../../../components/Code';
import { Term } from '../../../components/Term';
import { useName, useText } from '../../../hooks/useText';
import { shownOf } from './details';
import { EntrySection, Facts } from './EntrySection';
import { isNamed, MemberTold, type People } from './MemberTold';

interface EntryDetailsProps {
  readonly details: readonly (readonly [string, unknown])[];
  readonly people: People;
}

/** What was told of an action besides that it was, by what each value is called. */
export const EntryDetails = ({ details, people }: EntryDetailsProps) => {
  const t = useText();
  const name = useName();
  return (
    <EntrySection title={t('audit.entry.details')}>
      <Facts>
        {details.map(([key, value]) => (
          <Term key={key} label={name('audit.detail', key)}>
            <Detail value={value} people={people} />
          </Term>
        ))}
      </Facts>
    </EntrySection>
  );
};

const Detail = ({ value, people }: { readonly value: unknown; readonly people: People }) => {
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
      return isNamed(shown.value, people) ? <MemberTold id={shown.value} people={people} /> : <Typography>{shown.value}</Typography>;
    case 'list':
      return shown.values.some((one) => isNamed(one, people)) ? <Members ids={shown.values} people={people} /> : <Typography>{formatList(shown.values, { type: 'unit' })}</Typography>;
    case 'structure':
      return (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Box style={{ whiteSpace: 'pre-wrap' }}>
            <Code>{shown.text}</Code>
          </Box>
          {/* The structure stands as it was told: who is meant stands below. */}
          <Members ids={Object.keys(people).filter((id) => shown.text.includes(`"${id}"`))} people={people} />
        </Flex>
      );
  }
};

const Members = ({ ids, people }: { readonly ids: readonly string[]; readonly people: People }) =>
  ids.map((id) => <MemberTold key={id} id={id} people={people} />);
