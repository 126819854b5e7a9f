import { useState } from 'react';
import type { MemberInfo } from '../../../../contracts/http-members';
import type { DeletionAsked } from '../../../../contracts/http-offboarding';
import { AskDeletion } from './AskDeletion';
import { ConfirmDeletion } from './ConfirmDeletion';

interface DeleteDialogProps {
  readonly member: MemberInfo;
  onClose(): void;
}

/** Deleting a member for good: a first confirmation that shows what goes, and a second that is typed. */
export const DeleteDialog = ({ member, onClose }: DeleteDialogProps) => {
  const [asked, setAsked] = useState<DeletionAsked>();
  if (!asked) return <AskDeletion member={member} onAsked={setAsked} onClose={onClose} />;
  return <ConfirmDeletion member={member} token={asked.token} onClose={onClose} />;
};
