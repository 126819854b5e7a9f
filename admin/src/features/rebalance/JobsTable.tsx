import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { JobInfo } from '../../../../contracts/http-rebalance';
import type { RuleType } from '../../../../contracts/http-rules';
import { DataTable } from '../../components/DataTable';
import { PersonName } from '../../components/PersonName';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { JobStatus } from './JobStatus';

interface JobsTableProps {
  readonly jobs: readonly JobInfo[];
  readonly types: readonly RuleType[];
}

/** What has been rebalanced lately, newest first. */
export const JobsTable = ({ jobs, types }: JobsTableProps) => {
  const t = useText();
  const { formatDate, formatNumber } = useIntl();
  const head = (['time', 'type', 'who', 'moved', 'status', 'note'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`job.column.${column}`)}
    </th>
  ));
  return (
    <DataTable caption={t('job.caption')} head={head} maxHeight="60dvh">
      <tbody>
        {jobs.map(({ documentId, kind, type, status, total, done, note, createdAt, createdBy, undoes }) => {
          const time = formatDate(createdAt, { dateStyle: 'medium', timeStyle: 'short' });
          return (
            <tr key={documentId}>
              <th scope="row" style={{ whiteSpace: 'nowrap' }}>
                <TextLink to={`?tab=rebalance&job=${encodeURIComponent(documentId)}`}>{time}</TextLink>
              </th>
              <td>{types.find((one) => one.type === type)?.displayName ?? type}</td>
              <td>{createdBy ? <PersonName person={createdBy} /> : <Typography textColor="neutral600">{t('audit.system')}</Typography>}</td>
              <td>{t('job.moved-of', { done: formatNumber(done), total: formatNumber(total) })}</td>
              <td>
                <JobStatus status={status} />
              </td>
              <td>{undoes !== null ? t('job.undoes') : kind === 'backfill' ? t('backfill.title') : note}</td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
};
