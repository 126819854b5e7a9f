import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { AccessRequestInfo } from '../../../../contracts/http-access-requests';
import { DataTable } from '../../components/DataTable';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { recordAddress } from '../content/recordAddress';
import { RequestBadge } from './RequestBadge';
import { useWanted } from './useWanted';

interface RequestsTableProps {
  readonly caption: string;
  readonly requests: readonly AccessRequestInfo[];
  /** Whether each says who asks. */
  readonly isOfOthers: boolean;
  actionsOf(request: AccessRequestInfo): ReactNode;
}

const COLUMNS = ['wanted', 'reason', 'until', 'status', 'actions'] as const;

/** What is asked for, why, until when, and how that stands. */
export const RequestsTable = ({ caption, requests, isOfOthers, actionsOf }: RequestsTableProps) => {
  const t = useText();
  const { formatDate } = useIntl();
  const head = COLUMNS.map((column) => (
    <th key={column} scope="col">
      {t(`requests.column.${column}`)}
    </th>
  ));
  return (
    <DataTable caption={caption} head={head}>
      <tbody>
        {requests.map((request) => (
          <tr key={request.documentId}>
            <th scope="row">
              <Wanted request={request} by={isOfOthers ? (request.member.name ?? t('requests.somebody')) : undefined} />
            </th>
            <td>{request.reason}</td>
            <td style={{ whiteSpace: 'nowrap' }}>{formatDate(request.endsAt, { dateStyle: 'medium', timeStyle: 'short' })}</td>
            <td>
              <Flex direction="column" alignItems="flex-start" gap={1}>
                <RequestBadge status={request.status} />
                {request.note !== null && request.note !== '' && (
                  <Typography variant="pi" textColor="neutral600">
                    {request.note}
                  </Typography>
                )}
              </Flex>
            </td>
            <td>{actionsOf(request)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
};

const Wanted = ({ request, by }: { readonly request: AccessRequestInfo; readonly by: string | undefined }) => {
  const wanted = useWanted()(request);
  const { record } = request;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {by !== undefined && <span>{by}</span>}
      {record && record.title !== null ? <TextLink to={recordAddress(record.type, record.documentId)}>{wanted}</TextLink> : wanted}
    </Flex>
  );
};
