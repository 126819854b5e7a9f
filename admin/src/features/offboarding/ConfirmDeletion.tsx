import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { MemberInfo } from '../../../../contracts/http-members';
import { FormDialog } from '../../components/FormDialog';
import { Notice } from '../../components/Notice';
import { TextField } from '../../components/TextField';
import { useChange } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { useText } from '../../hooks/useText';
import { useConfirmDeletion } from './api';

/** As the contract says; its validators are nothing for the panel. */
const SHORTEST_REASON = 10;

interface ConfirmDeletionProps {
  readonly member: MemberInfo;
  readonly token: string;
  onClose(): void;
}

/** The second confirmation: the address of the member, typed out, and the reason, which stays. */
export const ConfirmDeletion = ({ member: { documentId, name, email }, token, onClose }: ConfirmDeletionProps) => {
  const t = useText();
  const change = useChange();
  const [confirm, { isLoading }] = useConfirmDeletion();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const errors = useFieldErrors({
    email: typed.trim().toLowerCase() === email ? undefined : t('deletion.email-wrong'),
    reason: reason.trim().length >= SHORTEST_REASON ? undefined : t('deletion.reason-short'),
  });
  const words = { email: t('deletion.email-wrong'), reason: t('deletion.reason-names') };

  const save = async () => {
    if (!errors.check()) return;
    const said = { token, email: typed.trim(), reason: reason.trim() };
    if (await change(() => confirm({ member: documentId, said }).unwrap(), t('deletion.deleted'), (refusal) => errors.show(refusal, words))) onClose();
  };

  return (
    <FormDialog title={t('deletion.title', { name })} save={t('deletion.confirm')} variant="danger" isSaving={isLoading} onSave={save} onClose={onClose}>
      <Notice kind="warning">{t('deletion.warning')}</Notice>
      <Typography tag="h3" variant="delta">
        {t('deletion.second')}
      </Typography>
      <TextField name="email" label={t('deletion.email')} required hint={t('deletion.email-hint', { email })} value={typed} error={errors.of('email')} onChange={setTyped} />
      <TextField name="reason" label={t('deletion.reason')} required hint={t('deletion.reason-hint')} value={reason} error={errors.of('reason')} onChange={setReason} />
    </FormDialog>
  );
};
