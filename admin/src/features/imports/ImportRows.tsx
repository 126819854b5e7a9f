import { Box, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { IMPORT_ROW_STATUSES, type ImportInfo, type ImportRowsPage, type ImportRowStatus } from '../../../../contracts/http-imports';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { Choice } from '../../components/Choice';
import { DataTable } from '../../components/DataTable';
import { Pages, usePageInAddress } from '../../components/Pages';
import { Remark } from '../../components/Remark';
import { Resource } from '../../components/Resource';
import { StateBadge } from '../../components/StateBadge';
import { useSearchState } from '../../hooks/useSearchState';
import { useText } from '../../hooks/useText';
import { useRoleLabel } from '../access/useRoleLabel';
import { useImportRows } from './api';

interface ImportRowsProps {
  readonly info: ImportInfo;
  readonly roles: readonly MatrixRole[];
}

/** The rows of a file in pages: what becomes of each, and why not. */
export const ImportRows = ({ info: { documentId, total, rows }, roles }: ImportRowsProps) => {
  const t = useText();
  const [status, setStatus] = useState<ImportRowStatus | 'all'>('all');
  const [, setSearch] = useSearchState();
  const page = usePageInAddress();
  const query = useImportRows({ id: documentId, status: status === 'all' ? undefined : status, ...page }, { refetchOnMountOrArgChange: true });
  const counts = { all: total, ...rows };
  const options = (['all', ...IMPORT_ROW_STATUSES] as const).filter((value) => value === 'all' || counts[value] > 0).map((value) => ({ value, label: t('import.row.count', { status: t(`import.row.${value}`), count: counts[value] }) }));
  const choose = (value: ImportRowStatus | 'all') => {
    setStatus(value);
    setSearch({ page: undefined });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Box maxWidth="28rem">
        <Choice name="row-status" label={t('import.show')} size="S" value={status} options={options} onChoose={choose} />
      </Box>
      <Resource query={query} isEmpty={({ data }: ImportRowsPage) => data.length === 0} empty={{ content: t('import.no-rows') }}>
        {({ data, meta: { pagination } }) => (
          <>
            <RowsTable rows={data} roles={roles} />
            <Pages pagination={pagination} />
          </>
        )}
      </Resource>
    </Flex>
  );
};

type Row = ImportRowsPage['data'][number];

const RowsTable = ({ rows, roles }: { readonly rows: readonly Row[]; readonly roles: readonly MatrixRole[] }) => {
  const t = useText();
  const label = useRoleLabel(roles);
  const head = (['line', 'email', 'role', 'territory', 'outcome'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`import.row.${column}`)}
    </th>
  ));
  return (
    <DataTable caption={t('import.rows')} head={head} maxHeight="60dvh">
      <tbody>
        {rows.map((row) => (
          <tr key={row.line}>
            <td>{row.line}</td>
            <th scope="row" style={{ overflowWrap: 'anywhere' }}>
              {row.email || <Typography textColor="neutral600">{t('import.row.empty')}</Typography>}
            </th>
            <td style={{ overflowWrap: 'anywhere' }}>{label(row.role)}</td>
            <td style={{ overflowWrap: 'anywhere' }}>{row.territory}</td>
            <td>
              <Outcome row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
};

const Outcome = ({ row: { status, reason } }: { readonly row: Row }) => {
  const t = useText();
  if (reason !== null) return <Remark kind="danger">{t(`import.reason.${reason}`)}</Remark>;
  return <StateBadge tone={status === 'invited' ? 'success' : 'secondary'}>{t(`import.row.${status}`)}</StateBadge>;
};
