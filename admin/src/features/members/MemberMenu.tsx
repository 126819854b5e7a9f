import { IconButton, Menu } from '@strapi/design-system';
import { Check, Clock, Cross, Earth, Filter, Link, Monitor, More, Trash } from '@strapi/icons';
import { useState } from 'react';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import type { MemberInfo } from '../../../../contracts/http-members';
import { useText } from '../../hooks/useText';
import { DeactivateDialog } from '../offboarding/DeactivateDialog';
import { DeleteDialog } from '../offboarding/DeleteDialog';
import { ReactivateDialog } from '../offboarding/ReactivateDialog';
import { SessionsDialog } from '../sessions/SessionsDialog';
import { TerritoriesDialog } from '../territories/TerritoriesDialog';
import { isRestrictable } from './isRestrictable';
import { RestrictionDialog } from './RestrictionDialog';
import { RoleDialog } from './RoleDialog';
import { UsersDialog } from './UsersDialog';

interface MemberMenuProps {
  readonly member: MemberInfo;
  readonly roles: readonly MatrixRole[];
  /** Keys of the roles that one may give. */
  readonly grantable: readonly string[];
}

/** What can be done with a member. */
export const MemberMenu = ({ member, roles, grantable }: MemberMenuProps) => {
  const t = useText();
  const [open, setOpen] = useState<'role' | 'users' | 'territories' | 'restriction' | 'sessions' | 'deactivate' | 'reactivate' | 'delete'>();
  const { name, status, isErasable } = member;
  const close = () => setOpen(undefined);

  return (
    <>
      <Menu.Root>
        <Menu.Trigger tag={IconButton} icon={<More />} label={t('members.actions-of', { name })} variant="ghost" endIcon={null} />
        <Menu.Content popoverPlacement="bottom-end">
          {status !== 'invited' && status !== 'deleted' && (
            <Menu.Item startIcon={<Clock />} onSelect={() => setOpen('role')}>
              {t('members.role-and-end')}
            </Menu.Item>
          )}
          {status !== 'invited' && (
            <Menu.Item startIcon={<Link />} onSelect={() => setOpen('users')}>
              {t('members.users')}
            </Menu.Item>
          )}
          <Menu.Item startIcon={<Earth />} onSelect={() => setOpen('territories')}>
            {t('team.tab.territories')}
          </Menu.Item>
          {isRestrictable(member) && (
            <Menu.Item startIcon={<Filter />} onSelect={() => setOpen('restriction')}>
              {t('members.restriction')}
            </Menu.Item>
          )}
          {status === 'active' && (
            <Menu.Item startIcon={<Monitor />} onSelect={() => setOpen('sessions')}>
              {t('sessions.title')}
            </Menu.Item>
          )}
          {status === 'active' && (
            <Menu.Item variant="danger" startIcon={<Cross />} onSelect={() => setOpen('deactivate')}>
              {t('members.deactivate')}
            </Menu.Item>
          )}
          {/* Who is invited becomes active by accepting. */}
          {status === 'deactivated' && (
            <Menu.Item startIcon={<Check />} onSelect={() => setOpen('reactivate')}>
              {t('members.reactivate')}
            </Menu.Item>
          )}
          {isErasable && (
            <Menu.Item variant="danger" startIcon={<Trash />} onSelect={() => setOpen('delete')}>
              {t('members.delete')}
            </Menu.Item>
          )}
        </Menu.Content>
      </Menu.Root>
      {open === 'role' && <RoleDialog member={member} roles={roles} grantable={grantable} onClose={close} />}
      {open === 'users' && <UsersDialog member={member} onClose={close} />}
      {open === 'territories' && <TerritoriesDialog member={member} onClose={close} />}
      {open === 'restriction' && <RestrictionDialog member={member} onClose={close} />}
      {open === 'sessions' && <SessionsDialog member={member} onClose={close} />}
      {open === 'deactivate' && <DeactivateDialog member={member} onClose={close} />}
      {open === 'reactivate' && <ReactivateDialog member={member} roles={roles} onClose={close} />}
      {open === 'delete' && <DeleteDialog member={member} onClose={close} />}
    </>
  );
};
