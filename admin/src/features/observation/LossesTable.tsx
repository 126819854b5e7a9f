import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ObservedLoss } from '../../../../contracts/http-observations';
import { Code } from '../../components/Code';
import { DataTable } from '../../components/DataTable';
import { Meter } from '../../components/Meter';
import { useName, useText } from '../../hooks/useText';
import { useActorName } from './useActorName';

interface LossesTableProps {
  readonly caption: string;
  readonly losses: readonly ObservedLoss[];
}

/** By role and route: what would be refused, or how many records would not be there. */
export const LossesTable = ({ caption, losses }: LossesTableProps) => {
  const t = useText();
  const head = (['role', 'route', 'answer', 'people-column', 'requests', 'last'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`observation.${column}`)}
    </th>
  ));
  const most = Math.max(...losses.map(({ records }) => records), 1);
  return (
    <DataTable caption={caption} head={head} maxHeight="60dvh">
      <tbody>
        {losses.map((loss) => (
          <LossRow key={`${loss.role} ${loss.route} ${loss.action} ${loss.code}`} loss={loss} most={most} />
        ))}
      </tbody>
    </DataTable>
  );
};

const LossRow = ({ loss, most }: { readonly loss: ObservedLoss; readonly most: number }) => {
  const { role, route, action, people, requests, lastAt } = loss;
  const name = useName();
  const actorName = useActorName();
  const { formatDate, formatNumber } = useIntl();
  return (
    <tr>
      <th scope="row">{actorName(role)}</th>
      <td>
        <Flex direction="column" alignItems="flex-start">
          <Typography>{name('action', action)}</Typography>
          <Code>{route}</Code>
        </Flex>
      </td>
      <td>
        <Answer loss={loss} most={most} />
      </td>
      <td>
        <People people={people} />
      </td>
      <td>{formatNumber(requests)}</td>
      <td style={{ whiteSpace: 'nowrap' }}>{formatDate(lastAt, { dateStyle: 'medium', timeStyle: 'short' })}</td>
    </tr>
  );
};

/** Missing records as a bar to compare; a refusal is a word. */
const Answer = ({ loss: { code, records, role }, most }: { readonly loss: ObservedLoss; readonly most: number }) => {
  const t = useText();
  const actorName = useActorName();
  if (code !== 'NOT_FOUND') return <Typography textColor="danger600">{t('observation.refused')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={1} minWidth="12rem">
      <Typography>{t('observation.records', { count: records })}</Typography>
      <Meter label={t('observation.records-of', { role: actorName(role) })} value={records} most={most} />
    </Flex>
  );
};

const SHOWN = 5;

const People = ({ people }: { readonly people: ObservedLoss['people'] }) => {
  const t = useText();
  const { formatList } = useIntl();
  if (people.length === 0) return <Typography textColor="neutral600">{t('observation.anybody')}</Typography>;
  const shown = people.slice(0, SHOWN).map(({ name, documentId }) => name ?? documentId);
  const more = people.length > SHOWN ? [t('observation.more', { count: people.length - SHOWN })] : [];
  return <Typography>{formatList([...shown, ...more], { type: 'conjunction' })}</Typography>;
};
