import { IconButton, Menu } from '@strapi/design-system';
import { Check, Cross, Earth, Filter, Link, More } from '@strapi/icons';
import { useState } from 'react';
import type { MemberInfo } from '../../../../contracts/http-members';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { TerritoriesDialog } from '../territories/TerritoriesDialog';
import { useSetStatus } from './api';
import { isRestrictable } from './isRestrictable';
import { LosesBookDialog } from './LosesBookDialog';
import { RestrictionDialog } from './RestrictionDialog';
import { UsersDialog } from './UsersDialog';

/** What can be done with a member, besides his role. */
export const MemberMenu = ({ member }: { readonly member: MemberInfo }) => {
  const t = useText();
  const change = useChange();
  const [open, setOpen] = useState<'users' | 'territories' | 'restriction' | 'deactivate'>();
  const [setStatus] = useSetStatus();
  const { documentId, name, status, book } = member;
  const close = () => setOpen(undefined);
  const reactivate = () => change(() => setStatus({ member: documentId, status: 'active' }).unwrap(), t('members.reactivated', { name }));
  const deactivate = () => change(() => setStatus({ member: documentId, status: 'deactivated' }).unwrap(), t('members.deactivated', { name })).then(close);

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
            <Menu.Item startIcon={<Check />} onSelect={() => void reactivate()}>
              {t('members.reactivate')}
            </Menu.Item>
          )}
        </Menu.Content>
      </Menu.Root>
      {open === 'users' && <UsersDialog member={member} onClose={close} />}
      {open === 'territories' && <TerritoriesDialog member={member} onClose={close} />}
      {open === 'restriction' && <RestrictionDialog member={member} onClose={close} />}
      {open === 'deactivate' && (
        <LosesBookDialog member={member} title={t('members.deactivate-title', { name })} body={t('members.deactivate-body', { count: book })} onConfirm={deactivate} onClose={close} />
      )}
    </>
  );
};
