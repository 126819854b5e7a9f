import { IconButton, Menu } from '@strapi/design-system';
import { Check, Cross, Earth, Filter, Link, More, Trash } from '@strapi/icons';
import { useState } from 'react';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import type { MemberInfo } from '../../../../contracts/http-members';
import { useText } from '../../hooks/useText';
import { DeactivateDialog } from '../offboarding/DeactivateDialog';
import { DeleteDialog } from '../offboarding/DeleteDialog';
import { ReactivateDialog } from '../offboarding/ReactivateDialog';
import { TerritoriesDialog } from '../territories/TerritoriesDialog';
import { isRestrictable } from './isRestrictable';
import { RestrictionDialog } from './RestrictionDialog';
import { UsersDialog } from './UsersDialog';

interface MemberMenuProps {
  readonly member: MemberInfo;
  readonly roles: readonly MatrixRole[];
}

/** What can be done with a member, besides his role. */
export const MemberMenu = ({ member, roles }: MemberMenuProps) => {
  const t = useText();
  const [open, setOpen] = useState<'users' | 'territories' | 'restriction' | 'deactivate' | 'reactivate' | 'delete'>();
  const { name, status, isErasable } = member;
  const close = () => setOpen(undefined);

  return (
    <>
      <Menu.Root>
        <Menu.Trigger tag={IconButton} icon={<More />} label={t('members.actions-of', { name })} variant="ghost" endIcon={null} />
        <Menu.Content popoverPlacement="bottom-end">
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
      {open === 'users' && <UsersDialog member={member} onClose={close} />}
      {open === 'territories' && <TerritoriesDialog member={member} onClose={close} />}
      {open === 'restriction' && <RestrictionDialog member={member} onClose={close} />}
      {open === 'deactivate' && <DeactivateDialog member={member} onClose={close} />}
      {open === 'reactivate' && <ReactivateDialog member={member} roles={roles} onClose={close} />}
      {open === 'delete' && <DeleteDialog member={member} onClose={close} />}
    </>
  );
};
