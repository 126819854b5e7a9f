import { Button, Modal } from '@strapi/design-system';
import { CheckCircle, Cross } from '@strapi/icons';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import type { MemberInfo } from '../../../../contracts/http-members';
import type { Offboarding } from '../../../../contracts/http-offboarding';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useRoleLabel } from '../access/useRoleLabel';
import { useSetStatus } from '../members/api';
import { OffboardingDialog } from './OffboardingDialog';
import { Lines, Step, Steps } from './Steps';

interface ReactivateDialogProps {
  readonly member: MemberInfo;
  readonly roles: readonly MatrixRole[];
  onClose(): void;
}

/** Somebody comes back: with the role that he had and what is still his, and without what others own now. */
export const ReactivateDialog = ({ member: { documentId, name }, roles, onClose }: ReactivateDialogProps) => {
  const t = useText();
  const change = useChange();
  const [setStatus, { isLoading }] = useSetStatus();
  const reactivate = async () => {
    if (await change(() => setStatus({ member: documentId, status: 'active' }).unwrap(), t('members.reactivated', { name }))) onClose();
  };
  const actions = (
    <>
      <Modal.Close>
        <Button variant="tertiary">{t('common.cancel')}</Button>
      </Modal.Close>
      <Button loading={isLoading} onClick={() => void reactivate()}>
        {t('reactivation.confirm')}
      </Button>
    </>
  );
  return (
    <OffboardingDialog member={documentId} title={t('reactivation.title', { name })} actions={actions} onClose={onClose}>
      {(leaving) => <Coming leaving={leaving} roles={roles} />}
    </OffboardingDialog>
  );
};

const Coming = ({ leaving: { member, roles: keys, books }, roles }: { readonly leaving: Offboarding; readonly roles: readonly MatrixRole[] }) => {
  const t = useText();
  const label = useRoleLabel(roles);
  const back = [
    keys.length === 0 ? t('reactivation.no-role') : t('reactivation.roles', { roles: keys.map(label).join(', ') }),
    ...books.filter(({ owned }) => owned > 0).map(({ displayName, owned }) => t('reactivation.owned', { type: displayName, count: owned })),
  ];
  const gone = [
    ...books.filter(({ movedAway }) => movedAway > 0).map(({ displayName, movedAway }) => t('reactivation.moved', { type: displayName, count: movedAway })),
    t('reactivation.sessions', { name: member.name }),
  ];
  return (
    <Steps>
      <Step icon={<CheckCircle fill="success600" />} title={t('reactivation.back')}>
        <Lines lines={back} />
      </Step>
      <Step icon={<Cross fill="neutral600" />} title={t('reactivation.gone')}>
        <Lines lines={gone} />
      </Step>
    </Steps>
  );
};
