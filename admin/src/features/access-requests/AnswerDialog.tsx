import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { AccessRequestInfo } from '../../../../contracts/http-access-requests';
import { FormDialog } from '../../components/FormDialog';
import { MomentField } from '../../components/MomentField';
import { TextField } from '../../components/TextField';
import { useChange } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { useText } from '../../hooks/useText';
import { useApprove, useDecline } from './api';
import { useTooLong } from './useTooLong';
import { useWanted } from './useWanted';

interface AnswerDialogProps {
  readonly request: AccessRequestInfo;
  readonly how: 'approve' | 'decline';
  onClose(): void;
}

/** Grants what is asked for, until a moment, or refuses it; with a word to whoever asked. */
export const AnswerDialog = ({ request, how, onClose }: AnswerDialogProps) => {
  const t = useText();
  const tooLong = useTooLong();
  const change = useChange();
  const wanted = useWanted()(request);
  const [approve, approving] = useApprove();
  const [decline, declining] = useDecline();
  const [note, setNote] = useState('');
  const [endsAt, setEndsAt] = useState<string | null>(request.endsAt);
  const isApproving = how === 'approve';
  const errors = useFieldErrors({ endsAt: isApproving && (endsAt === null || Date.parse(endsAt) <= Date.now()) ? t('requests.until-over') : undefined, note: tooLong(note) });
  const name = request.member.name ?? t('requests.somebody');

  const save = async () => {
    if (!errors.check()) return;
    const said = { request: request.documentId, ...(note.trim() !== '' && { note: note.trim() }) };
    const run = () => (isApproving ? approve({ ...said, endsAt: endsAt ?? request.endsAt }).unwrap() : decline(said).unwrap());
    if (await change(run, t(isApproving ? 'requests.approved' : 'requests.declined', { name }), (refusal) => errors.show(refusal, { endsAt: t('requests.until-over') }))) onClose();
  };

  return (
    <FormDialog
      title={t(isApproving ? 'requests.approve-title' : 'requests.decline-title', { name })}
      save={t(isApproving ? 'requests.approve' : 'requests.decline')}
      variant={isApproving ? 'default' : 'danger'}
      isSaving={approving.isLoading || declining.isLoading}
      onSave={save}
      onClose={onClose}
    >
      <Typography>{wanted}</Typography>
      <Typography textColor="neutral600">{request.reason}</Typography>
      {isApproving && <MomentField name="endsAt" label={t('requests.until')} value={endsAt} error={errors.of('endsAt')} onChange={setEndsAt} />}
      <TextField name="note" label={t('requests.note')} hint={t('requests.note-hint')} value={note} error={errors.of('note')} onChange={setNote} />
    </FormDialog>
  );
};
