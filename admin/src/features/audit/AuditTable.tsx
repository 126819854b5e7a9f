import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AuditEntryInfo } from '../../../../contracts/http-audit';
import { Code } from '../../components/Code';
import { DataTable } from '../../components/DataTable';
import { StateBadge } from '../../components/StateBadge';
import { useName, useText } from '../../hooks/useText';

export const AuditTable = ({ entries }: { readonly entries: readonly AuditEntryInfo[] }) => {
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
          <EntryRow key={entry.eventId} entry={entry} />
        ))}
      </tbody>
    </DataTable>
  );
};

const EntryRow = ({ entry: { occurredAt, action, actor, target, outcome } }: { readonly entry: AuditEntryInfo }) => {
  const name = useName();
  const { formatDate } = useIntl();
  return (
    <tr>
      <td style={{ whiteSpace: 'nowrap' }}>
        <time dateTime={occurredAt} title={occurredAt}>
          {formatDate(occurredAt, { dateStyle: 'medium', timeStyle: 'medium' })}
        </time>
      </td>
      <td>
        <Flex direction="column" alignItems="flex-start">
          <Typography>{name('audit.action', action)}</Typography>
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

const Who = ({ actor: { kind, member, name, token } }: { readonly actor: AuditEntryInfo['actor'] }) => {
  const t = useText();
  const tokenName = token && (token.name ?? t('audit.gone-token'));
  if (kind === 'token' && tokenName !== null) return <Typography>{t('audit.token', { name: tokenName })}</Typography>;
  return (
    <Flex direction="column" alignItems="flex-start">
      {kind === 'system' && <Typography textColor="neutral600">{t('audit.system')}</Typography>}
      {kind === 'nobody' && <Typography textColor="neutral600">{t('audit.nobody')}</Typography>}
      {/* The member may be gone; the entry stays. */}
      {kind === 'member' && (name === null ? <Code>{member}</Code> : <Typography>{name}</Typography>)}
      {tokenName !== null && (
        <Typography variant="pi" textColor="neutral600">
          {t('audit.through-token', { name: tokenName })}
        </Typography>
      )}
    </Flex>
  );
};

const Target = ({ target: { type, typeName, id, name } }: { readonly target: AuditEntryInfo['target'] }) => {
  const t = useText();
  const word = useName();
  const what = typeName ?? word('audit.target', type);
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography>{name === null ? what : t('audit.target-named', { what, name })}</Typography>
      <Code>{id}</Code>
    </Flex>
  );
};
