import { Dialog, Flex } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { MemberInfo } from '../../../../contracts/http-members';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { BookAtStake } from '../books/BookAtStake';
import { useRemaining, useRemoveRemaining, type RemainingKind } from './api';
import { RemainingAccess } from './RemainingAccess';

interface LosesBookDialogProps {
  readonly member: MemberInfo;
  readonly title: string;
  readonly body: string;
  /** Answers whether it is done. */
  onConfirm(): Promise<boolean>;
  onClose(): void;
}

/** Asks before a change after which a member looks after nothing any more, and shows what that would leave to nobody. */
export const LosesBookDialog = ({ member, title, body, onConfirm, onClose }: LosesBookDialogProps) => {
  const t = useText();
  const change = useChange();
  const { data: remaining } = useRemaining(member.documentId, { refetchOnMountOrArgChange: true });
  const [remove] = useRemoveRemaining();
  const [removing, setRemoving] = useState<readonly RemainingKind[]>([]);
  const confirm = async () => {
    if ((await onConfirm()) && removing.length > 0) await change(() => remove({ member: member.documentId, kinds: removing }).unwrap(), t('members.remains-removed', { name: member.name }));
  };
  return (
  <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
    <ConfirmDialog
      title={title}
      variant="danger-light"
      onConfirm={confirm}
    >
      <Flex direction="column" alignItems="center" gap={3} width="100%">
        <WarningCircle aria-hidden width="24px" height="24px" fill="danger600" />
        <Dialog.Description>{body}</Dialog.Description>
        <BookAtStake member={member.documentId} name={member.name} />
        {remaining && <RemainingAccess remaining={remaining} removing={removing} onChange={setRemoving} />}
      </Flex>
    </ConfirmDialog>
  </Dialog.Root>
);
};
