import { useIntl } from 'react-intl';
import type { MovePreview } from '../../../../contracts/http-rules';
import { DataTable } from '../../components/DataTable';
import { PersonName } from '../../components/PersonName';
import { useText } from '../../hooks/useText';

/** How many records go from whom to whom, the most first. */
export const FlowsTable = ({ flows }: { readonly flows: MovePreview['flows'] }) => {
  const t = useText();
  const { formatNumber } = useIntl();
  const head = (['from', 'to', 'count'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`moves.${column}`)}
    </th>
  ));
  return (
    <DataTable caption={t('moves.flows-caption')} head={head} maxHeight="40dvh">
      <tbody>
        {[...flows]
          .sort((a, b) => b.count - a.count)
          .map(({ from, to, count }) => (
            <tr key={`${from?.documentId ?? ''} ${to?.documentId ?? ''}`}>
              <th scope="row">
                <PersonName person={from} />
              </th>
              <td>
                <PersonName person={to} />
              </td>
              <td>{formatNumber(count)}</td>
            </tr>
          ))}
      </tbody>
    </DataTable>
  );
};
