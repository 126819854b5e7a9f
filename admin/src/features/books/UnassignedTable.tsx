import { useIntl } from 'react-intl';
import type { UnassignedPage } from '../../../../contracts/http-availability';
import type { RuleType } from '../../../../contracts/http-rules';
import { ChooseAll, ChooseOne, type Choosing } from '../../components/Choosing';
import { DataTable } from '../../components/DataTable';
import { PersonName } from '../../components/PersonName';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { recordAddress } from '../content/recordAddress';
import type { ListName } from './api';

interface UnassignedTableProps {
  readonly type: RuleType;
  readonly list: ListName;
  readonly rows: UnassignedPage['data'];
  /** Nothing where nothing can be done with the records. */
  readonly choosing: Choosing | undefined;
}

/** Records that nobody looks after, each leading to where it is edited. */
export const UnassignedTable = ({ type, list, rows, choosing }: UnassignedTableProps) => {
  const t = useText();
  const { formatDate, formatNumber } = useIntl();
  const columns = ['record', ...(type.value === null ? [] : (['value'] as const)), ...(list === 'limbo' ? (['owner'] as const) : []), 'since'] as const;
  const head = (
    <>
      {choosing && <ChooseAll {...choosing} ids={rows.map(({ record }) => record)} />}
      {columns.map((column) => (
        <th key={column} scope="col">
          {t(`lists.column.${column}`, { field: type.value })}
        </th>
      ))}
    </>
  );
  return (
    <DataTable caption={t(`lists.${list}`)} head={head}>
      <tbody>
        {rows.map(({ record, title, value, owner, since }) => (
          <tr key={record}>
            {choosing && <ChooseOne {...choosing} id={record} title={title} />}
            <th scope="row">
              <TextLink to={recordAddress(type.type, record)}>{title}</TextLink>
            </th>
            {type.value !== null && <td>{value === null ? '' : formatNumber(value)}</td>}
            {list === 'limbo' && (
              <td>
                <PersonName person={owner} />
              </td>
            )}
            <td>{since === null ? '' : formatDate(since, { dateStyle: 'medium', timeStyle: 'short' })}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
};
