import { Typography } from '@strapi/design-system';
import type { ConflictsPage } from '../../../../contracts/http-backfill';
import { DataTable } from '../../components/DataTable';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { recordAddress } from '../content/recordAddress';

interface ConflictsTableProps {
  readonly conflicts: ConflictsPage['data'];
  readonly type: string;
}

/** Records, or lines of the file, that get no owner, and why. */
export const ConflictsTable = ({ conflicts, type }: ConflictsTableProps) => {
  const t = useText();
  const isFile = conflicts.some(({ line }) => line !== null);
  const columns = [...(isFile ? (['line'] as const) : []), 'record', 'found', 'why'] as const;
  const head = columns.map((column) => (
    <th key={column} scope="col">
      {t(`backfill.column.${column}`)}
    </th>
  ));
  return (
    <DataTable caption={t('backfill.left-out')} head={head} maxHeight="60dvh">
      <tbody>
        {conflicts.map(({ reason, record, title, line, value }) => (
          <tr key={`${line ?? ''} ${record ?? ''}`}>
            {isFile && <td>{line}</td>}
            <th scope="row">{record === null ? <Typography textColor="neutral600">{t('backfill.no-record')}</Typography> : <TextLink to={recordAddress(type, record)}>{title ?? record}</TextLink>}</th>
            <td>{value}</td>
            <td>{t(`backfill.reason.${reason}`)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
};
