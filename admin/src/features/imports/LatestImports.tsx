import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ImportInfo } from '../../../../contracts/http-imports';
import { DataTable } from '../../components/DataTable';
import { PersonName } from '../../components/PersonName';
import { Resource } from '../../components/Resource';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { JobStatus } from '../rebalance/JobStatus';
import { importAddress } from './address';
import { useImports } from './api';

/** What was imported lately: one that runs is found again, and the errors of one that is over. */
export const LatestImports = () => {
  const t = useText();
  const query = useImports(undefined, { refetchOnMountOrArgChange: true });
  return (
    <Box tag="section" aria-labelledby="roster-imports">
      <Typography id="roster-imports" variant="delta" tag="h2">
        {t('import.latest')}
      </Typography>
      <Box paddingTop={3}>
        <Resource query={query} isEmpty={(imports: ImportInfo[]) => imports.length === 0} empty={{ content: t('import.none') }}>
          {(imports) => <ImportsTable imports={imports} />}
        </Resource>
      </Box>
    </Box>
  );
};

const ImportsTable = ({ imports }: { readonly imports: readonly ImportInfo[] }) => {
  const t = useText();
  const { formatDate, formatNumber } = useIntl();
  const head = (['time', 'file', 'who', 'invited', 'refused', 'status'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`import.column.${column}`)}
    </th>
  ));
  return (
    <DataTable caption={t('import.latest')} head={head}>
      <tbody>
        {imports.map(({ documentId, status, file, rows, createdAt, createdBy }) => (
          <tr key={documentId}>
            <th scope="row" style={{ whiteSpace: 'nowrap' }}>
              <TextLink to={importAddress(documentId)}>{formatDate(createdAt, { dateStyle: 'medium', timeStyle: 'short' })}</TextLink>
            </th>
            <td>{file}</td>
            <td>{createdBy ? <PersonName person={createdBy} /> : <Typography textColor="neutral600">{t('audit.system')}</Typography>}</td>
            <td>{formatNumber(rows.invited)}</td>
            <td>{formatNumber(rows.refused)}</td>
            <td>
              <JobStatus status={status} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
};
