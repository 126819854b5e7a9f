import { Button, Modal } from '@strapi/design-system';
import { Archive, Trash } from '@strapi/icons';
import type { MemberInfo } from '../../../../contracts/http-members';
import type { DeletionAsked, Offboarding } from '../../../../contracts/http-offboarding';
import { Notice } from '../../components/Notice';
import { useText } from '../../hooks/useText';
import { useSensitive } from '../sessions/useSensitive';
import { useAskDeletion } from './api';
import { BooksLeft } from './BooksLeft';
import { OffboardingDialog } from './OffboardingDialog';
import { Lines, Step, Steps } from './Steps';

interface AskDeletionProps {
  readonly member: MemberInfo;
  onAsked(asked: DeletionAsked): void;
  onClose(): void;
}

/** The first confirmation. */
export const AskDeletion = ({ member: { documentId, name }, onAsked, onClose }: AskDeletionProps) => {
  const t = useText();
  const { change, dialog } = useSensitive();
  const [ask, { isLoading }] = useAskDeletion();
  const next = () => change(async () => onAsked(await ask(documentId).unwrap()), undefined);
  const actions = (
    <>
      <Modal.Close>
        <Button variant="tertiary">{t('common.cancel')}</Button>
      </Modal.Close>
      <Button variant="danger-light" loading={isLoading} onClick={() => void next()}>
        {t('deletion.continue')}
      </Button>
    </>
  );
  return (
    <>
      <OffboardingDialog member={documentId} title={t('deletion.title', { name })} actions={actions} onClose={onClose}>
        {(leaving) => <AtStake leaving={leaving} />}
      </OffboardingDialog>
      {dialog}
    </>
  );
};

const AtStake = ({ leaving }: { readonly leaving: Offboarding }) => {
  const t = useText();
  return (
    <Steps>
      <li>
        <Notice kind="warning">{t('deletion.warning')}</Notice>
      </li>
      <Step icon={<Trash fill="danger600" />} title={t('deletion.wiped')}>
        <Lines lines={[t('deletion.wiped-profile'), t('deletion.wiped-access'), t('deletion.wiped-log')]} />
      </Step>
      <Step icon={<Archive fill="neutral600" />} title={t('deletion.stays')}>
        <Lines lines={[t('deletion.stays-work', { name: leaving.member.name })]} />
        <BooksLeft leaving={leaving} isDone />
      </Step>
    </Steps>
  );
};
