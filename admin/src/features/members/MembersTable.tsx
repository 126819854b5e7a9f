import { Flex, Typography } from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import type { MemberInfo, Restriction } from '../../../../contracts/http-members';
import { Avatar } from '../../components/Avatar';
import { ChooseAll, ChooseOne, type Choosing } from '../../components/Choosing';
import { DataTable } from '../../components/DataTable';
import { useSaidName } from '../../hooks/useSaidName';
import { useText } from '../../hooks/useText';
import { isRestricted } from './isRestrictable';
import { MemberMenu } from './MemberMenu';
import { RoleSelect } from './RoleSelect';
import { StatusBadge } from './StatusBadge';
import { Until } from './Until';

interface MembersTableProps {
  readonly members: readonly MemberInfo[];
  readonly roles: readonly MatrixRole[];
  readonly grantable: readonly string[];
  readonly choosing: Choosing;
}

export const MembersTable = ({ members, roles, grantable, choosing }: MembersTableProps) => {
  const t = useText();
  const editable = members.filter(({ isEditable }) => isEditable).map(({ documentId }) => documentId);
  const mayEdit = editable.length > 0;
  const columns = ['name', 'role', 'status', 'doors', 'book', ...(mayEdit ? (['actions'] as const) : [])] as const;
  const head = columns.map((column) => (
    <th key={column} scope="col">
      {t(`members.${column}`)}
    </th>
  ));
  return (
    <DataTable
      caption={t('members.caption')}
      head={
        <>
          {mayEdit && <ChooseAll {...choosing} ids={editable} />}
          {head}
        </>
      }
    >
      <tbody>
        {members.map((member) => (
          <tr key={member.documentId}>
            {mayEdit && (member.isEditable ? <ChooseOne {...choosing} id={member.documentId} title={member.name} /> : <td />)}
            <th scope="row">
              <Person member={member} />
            </th>
            <td>
              <Flex direction="column" alignItems="flex-start" gap={1}>
                <RoleSelect member={member} roles={roles} grantable={grantable} />
                <Until member={member} />
                {isRestricted(member) && <Restricted to={member.restriction} />}
              </Flex>
            </td>
            <td>
              <StatusBadge status={member.status} />
            </td>
            <td>
              <Doors {...member.doors} />
            </td>
            <td>{member.book}</td>
            {mayEdit && <td>{member.isEditable && <MemberMenu member={member} roles={roles} grantable={grantable} />}</td>}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
};

const Person = ({ member: { documentId, name, email, status, isSuperAdmin } }: { readonly member: MemberInfo }) => {
  const t = useText();
  const said = useSaidName();
  // What stands for his address is for nobody to read.
  const address = isSuperAdmin ? t('members.super-admin', { email }) : email;
  return (
    <Flex gap={3}>
      <Avatar member={documentId} name={name} size={3.2} />
      <Flex direction="column" alignItems="flex-start">
        <Typography fontWeight="semiBold">{said(name)}</Typography>
        {status !== 'deleted' && (
          <Typography variant="pi" textColor="neutral600">
            {address}
          </Typography>
        )}
      </Flex>
    </Flex>
  );
};

/** Where `all` of the role ends for the member. */
const Restricted = ({ to }: { readonly to: Restriction }) => {
  const t = useText();
  if (to === 'none') return null;
  return (
    <Flex gap={1}>
      <Filter aria-hidden width="1.2rem" height="1.2rem" fill="neutral600" />
      <Typography variant="pi" textColor="neutral600">
        {t(`members.restricted.${to}`)}
      </Typography>
    </Flex>
  );
};

const Doors = ({ panel, api }: MemberInfo['doors']) => {
  const t = useText();
  if (panel && api) return t('doors.both');
  if (panel) return t('doors.panel');
  return api ? t('doors.api') : <Typography textColor="neutral600">{t('members.no-door')}</Typography>;
};
