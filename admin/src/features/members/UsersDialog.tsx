import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { FreeUser, MemberInfo } from '../../../../contracts/http-members';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useLinkUsers } from './api';
import { UserPicker } from './UserPicker';

interface UsersDialogProps {
  readonly member: MemberInfo;
  onClose(): void;
}

const DOORS = ['panel', 'api'] as const;
const LINK = { panel: 'panelUser', api: 'apiUser' } as const;

/** With which users of the host a member signs in: each door is opened, or closed again. */
export const UsersDialog = ({ member, onClose }: UsersDialogProps) => {
  const t = useText();
  const change = useChange();
  const [link, { isLoading }] = useLinkUsers();
  const [chosen, setChosen] = useState<Readonly<Partial<Record<'panel' | 'api', FreeUser>>>>({});
  const { documentId, name, doors } = member;

  const save = async (users: object) => {
    if (await change(() => link({ member: documentId, users }).unwrap(), t('members.users-changed', { name }))) onClose();
  };
  const isAnyFree = DOORS.some((door) => !doors[door]);
  const wanted = Object.fromEntries(DOORS.flatMap((door) => (chosen[door] ? [[LINK[door], chosen[door].documentId]] : [])));

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{t('members.users-of', { name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Typography textColor="neutral600">{t('members.users-hint')}</Typography>
            {DOORS.map((door) =>
              doors[door] ? (
                <Flex key={door} justifyContent="space-between" gap={4}>
                  <Typography>{t(`members.${door}-linked`)}</Typography>
                  <Button variant="danger-light" loading={isLoading} onClick={() => void save({ [LINK[door]]: null })}>
                    {t(`members.${door}-unlink`)}
                  </Button>
                </Flex>
              ) : (
                <UserPicker key={door} door={door} value={chosen[door]} onChoose={(user) => setChosen({ ...chosen, [door]: user })} />
              ),
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t(isAnyFree ? 'common.cancel' : 'common.close')}</Button>
          </Modal.Close>
          {isAnyFree && (
            <Button loading={isLoading} disabled={Object.keys(wanted).length === 0} onClick={() => void save(wanted)}>
              {t('common.save')}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
