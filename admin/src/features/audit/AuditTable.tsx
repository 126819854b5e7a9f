import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AuditEntryInfo } from '../../../../contracts/http-audit';
import { Code } from '../../components/Code';
import { DataTable } from '../../components/DataTable';
import { StateBadge } from '../../components/StateBadge';
import { TextLink } from '../../components/TextLink';
import { useName, useText } from '../../hooks/useText';
import { Target } from './Target';
import { Who } from './Who';

interface AuditTableProps {
  readonly entries: readonly AuditEntryInfo[];
  /** Where all of an entry is told. */
  linkTo(eventId: string): string;
}

/** What happened, line by line; each leads to all that is known of it. */
export const AuditTable = ({ entries, linkTo }: AuditTableProps) => {
  const t = useText();
  const head = (['time', 'what', 'who', 'target', 'outcome'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`audit.${column}`)}
    </th>
  ));
  return (
    <DataTable caption={t('audit.caption')} head={head}>
      <tbody>
        {entries.map((entry) => (
          <EntryRow key={entry.eventId} entry={entry} address={linkTo(entry.eventId)} />
        ))}
      </tbody>
    </DataTable>
  );
};

interface EntryRowProps {
  readonly entry: AuditEntryInfo;
  readonly address: string;
}

const EntryRow = ({ entry: { occurredAt, action, actor, target, outcome }, address }: EntryRowProps) => {
  const t = useText();
  const name = useName();
  const { formatDate } = useIntl();
  const what = name('audit.action', action);
  const time = formatDate(occurredAt, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <tr>
      <td style={{ whiteSpace: 'nowrap' }}>
        <time dateTime={occurredAt} title={occurredAt}>
          {time}
        </time>
      </td>
      <td>
        <Flex direction="column" alignItems="flex-start">
          <TextLink to={address} label={t('audit.entry.open', { what, time })}>
            {what}
          </TextLink>
          <Code>{action}</Code>
        </Flex>
      </td>
      <td>
        <Who actor={actor} />
      </td>
      <td style={{ minWidth: '26rem' }}>
        <Target target={target} />
      </td>
      <td>
        <StateBadge tone={outcome === 'done' ? 'neutral' : 'warning'}>{name('audit.outcome', outcome)}</StateBadge>
      </td>
    </tr>
  );
};
