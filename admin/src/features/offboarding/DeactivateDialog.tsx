import { Button, Modal, Typography } from '@strapi/design-system';
import { Archive, Briefcase, CheckCircle, Cross } from '@strapi/icons';
import { useState } from 'react';
import type { MemberInfo } from '../../../../contracts/http-members';
import type { Offboarding } from '../../../../contracts/http-offboarding';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useSetStatus } from '../members/api';
import { BooksLeft } from './BooksLeft';
import { OffboardingDialog } from './OffboardingDialog';
import { Lines, Step, Steps } from './Steps';

interface DeactivateDialogProps {
  readonly member: MemberInfo;
  onClose(): void;
}

/** Somebody leaves: his access ends, his book waits for others, and nothing is deleted. Says so before, and what is left to do after. */
export const DeactivateDialog = ({ member: { documentId, name }, onClose }: DeactivateDialogProps) => {
  const t = useText();
  const change = useChange();
  const [isDone, setDone] = useState(false);
  const [setStatus, { isLoading }] = useSetStatus();
  const deactivate = async () => {
    if (await change(() => setStatus({ member: documentId, status: 'deactivated' }).unwrap(), undefined)) setDone(true);
  };
  const actions = isDone ? (
    <Button onClick={onClose}>{t('offboarding.close')}</Button>
  ) : (
    <>
      <Modal.Close>
        <Button variant="tertiary">{t('common.cancel')}</Button>
      </Modal.Close>
      <Button variant="danger" loading={isLoading} onClick={() => void deactivate()}>
        {t('offboarding.deactivate')}
      </Button>
    </>
  );
  return (
    <OffboardingDialog member={documentId} title={isDone ? t('members.deactivated', { name }) : t('members.deactivate-title', { name })} actions={actions} onClose={onClose}>
      {(leaving) => <Leaving leaving={leaving} isDone={isDone} />}
    </OffboardingDialog>
  );
};

const Leaving = ({ leaving, isDone }: { readonly leaving: Offboarding; readonly isDone: boolean }) => {
  const t = useText();
  const { member, pending } = leaving;
  const { name } = member;
  const kinds = ['apiTokens', 'invitations', 'rules'] as const;
  const lines = kinds.filter((kind) => pending[kind] > 0).map((kind) => t(`offboarding.${kind}`, { name, count: pending[kind] }));
  return (
    <Steps>
      <Step icon={isDone ? <CheckCircle fill="success600" /> : <Cross fill="danger600" />} title={t('offboarding.access')}>
        <Typography textColor="neutral800" role={isDone ? 'status' : undefined}>
          {t(isDone ? 'offboarding.access-done' : 'offboarding.access-body', { name })}
        </Typography>
        {lines.length > 0 && <Lines lines={lines} />}
      </Step>
      <Step icon={<Briefcase fill="neutral600" />} title={t('offboarding.book')}>
        <BooksLeft leaving={leaving} isDone={isDone} />
      </Step>
      <Step icon={<Archive fill="neutral600" />} title={t('offboarding.deletion')}>
        <Typography textColor="neutral800">{t('offboarding.deletion-body', { name })}</Typography>
      </Step>
    </Steps>
  );
};
