import { Dialog, Flex } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import type { MemberInfo } from '../../../../contracts/http-members';
import { BookAtStake } from '../books/BookAtStake';

interface LosesBookDialogProps {
  readonly member: MemberInfo;
  readonly title: string;
  readonly body: string;
  onConfirm(): Promise<unknown>;
  onClose(): void;
}

/** Asks before a change after which a member looks after nothing any more, and shows what that would leave to nobody. */
export const LosesBookDialog = ({ member, title, body, onConfirm, onClose }: LosesBookDialogProps) => (
  <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
    <ConfirmDialog
      title={title}
      variant="danger-light"
      onConfirm={async () => {
        await onConfirm();
      }}
    >
      <Flex direction="column" alignItems="center" gap={3} width="100%">
        <WarningCircle aria-hidden width="24px" height="24px" fill="danger600" />
        <Dialog.Description>{body}</Dialog.Description>
        <BookAtStake member={member.documentId} name={member.name} />
      </Flex>
    </ConfirmDialog>
  </Dialog.Root>
);
