import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AuditEntryDetail } from '../../../../../contracts/http-audit';
import { Code } from '../../../components/Code';
import { StateBadge } from '../../../components/StateBadge';
import { Term } from '../../../components/Term';
import { useName, useText } from '../../../hooks/useText';
import { Target } from '../Target';
import { Who } from '../Who';
import { Facts } from './EntrySection';
import { PersonalTerms } from './PersonalTerms';

type Entry = AuditEntryDetail['data'];

/** What happened, when, who did it, from where, to what. */
export const EntryFacts = ({ entry: { occurredAt, action, outcome, actor, target, door, personal, isForgotten } }: { readonly entry: Entry }) => {
  const t = useText();
  const name = useName();
  const { formatDate } = useIntl();
  return (
    <Facts>
      <Term label={t('audit.what')}>
        <Flex direction="column" alignItems="flex-start">
          <Typography>{name('audit.action', action)}</Typography>
          <Code>{action}</Code>
        </Flex>
      </Term>
      <Term label={t('audit.time')}>
        <Flex direction="column" alignItems="flex-start">
          <Typography tag="time" dateTime={occurredAt}>
            {formatDate(occurredAt, { dateStyle: 'full', timeStyle: 'long' })}
          </Typography>
          <Code>{occurredAt}</Code>
        </Flex>
      </Term>
      <Term label={t('audit.who')}>
        <Who actor={actor} />
      </Term>
      <Term label={t('audit.target')}>
        <Target target={target} />
      </Term>
      <Term label={t('audit.outcome')}>
        <StateBadge tone={outcome === 'done' ? 'neutral' : 'warning'}>{name('audit.outcome', outcome)}</StateBadge>
      </Term>
      {door !== null && (
        <Term label={t('audit.entry.door')}>
          <Typography>{name('audit.door', door)}</Typography>
        </Term>
      )}
      <PersonalTerms personal={personal} isForgotten={isForgotten} />
    </Facts>
  );
};
