import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { InvitationInfo } from '../../../../contracts/http-invitations';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { DataTable } from '../../components/DataTable';
import { PersonName } from '../../components/PersonName';
import { useText } from '../../hooks/useText';
import { useRoleLabel } from '../access/useRoleLabel';
import { InvitationActions } from './InvitationActions';
import { InvitationBadge } from './InvitationBadge';

interface InvitationsTableProps {
  readonly invitations: readonly InvitationInfo[];
  readonly roles: readonly MatrixRole[];
}

const COLUMNS = ['email', 'role', 'status', 'by', 'expires', 'actions'] as const;

/** Who was asked to join, and what became of it. */
export const InvitationsTable = ({ invitations, roles }: InvitationsTableProps) => {
  const t = useText();
  const label = useRoleLabel(roles);
  const { formatDate } = useIntl();
  const head = COLUMNS.map((column) => (
    <th key={column} scope="col">
      {t(`invitations.column.${column}`)}
    </th>
  ));
  return (
    <DataTable caption={t('invitations.caption')} head={head}>
      <tbody>
        {invitations.map((invitation) => (
          <tr key={invitation.documentId}>
            <th scope="row">{invitation.email}</th>
            <td>
              <Flex direction="column" alignItems="flex-start">
                <Typography>{label(invitation.role)}</Typography>
                {invitation.book > 0 && <Small>{t('invitations.with-book', { count: invitation.book })}</Small>}
              </Flex>
            </td>
            <td>
              <Flex direction="column" alignItems="flex-start" gap={1}>
                <InvitationBadge status={invitation.status} />
                {invitation.isMailWaiting && invitation.mailError === null && <Small>{t('invitations.mail-waiting')}</Small>}
                {invitation.mailError !== null && invitation.status !== 'accepted' && <Small isBad>{t('invitations.mail-failed', { why: invitation.mailError })}</Small>}
              </Flex>
            </td>
            <td>{invitation.invitedBy === null ? t('invitations.by-nobody') : <PersonName person={invitation.invitedBy} />}</td>
            <td style={{ whiteSpace: 'nowrap' }}>{formatDate(invitation.expiresAt, { dateStyle: 'medium', timeStyle: 'short' })}</td>
            <td>{(invitation.status === 'pending' || invitation.status === 'expired') && <InvitationActions invitation={invitation} />}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
};

const Small = ({ isBad = false, children }: { readonly isBad?: boolean; readonly children: string }) => (
  <Typography variant="pi" textColor={isBad ? 'danger700' : 'neutral600'}>
    {children}
  </Typography>
);
