import type { MemberInfo } from '../../../../contracts/http-members';
import { ReadDialog } from '../../components/ReadDialog';
import { useText } from '../../hooks/useText';
import { Sessions } from './Sessions';

interface SessionsDialogProps {
  readonly member: Pick<MemberInfo, 'documentId' | 'name'>;
  onClose(): void;
}

/** Where a member is signed in. */
export const SessionsDialog = ({ member: { documentId, name }, onClose }: SessionsDialogProps) => {
  const t = useText();
  const title = t('sessions.of', { name });
  return (
    <ReadDialog title={title} onClose={onClose}>
      <Sessions whose={{ member: documentId }} caption={title} />
    </ReadDialog>
  );
};
