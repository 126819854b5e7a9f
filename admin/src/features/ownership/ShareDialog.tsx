import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { ShareInfo } from '../../../../contracts/http-shares';
import { FormDialog } from '../../components/FormDialog';
import { MomentField } from '../../components/MomentField';
import { useChange } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { useText } from '../../hooks/useText';
import { FRESH, useShare, useShareCandidates, type RecordRef } from './api';
import { CandidatePicker } from './CandidatePicker';

interface ShareDialogProps {
  readonly record: RecordRef;
  /** With whom it is shared now: sharing again changes until when. */
  readonly shares: readonly ShareInfo[];
  onClose(): void;
}

/** Shows a record to one member more, and until when. */
export const ShareDialog = ({ record, shares, onClose }: ShareDialogProps) => {
  const t = useText();
  const change = useChange();
  const query = useShareCandidates(record, FRESH);
  const [share, { isLoading }] = useShare();
  const [member, setMember] = useState('');
  const [endsAt, setEndsAt] = useState<string | null>(null);
  const errors = useFieldErrors({ endsAt: endsAt !== null && Date.parse(endsAt) <= Date.now() ? t('record.share-over') : undefined });
  const sharedWith = (documentId: string) => shares.find((one) => one.documentId === documentId);
  const choices = (query.data ?? []).map(({ documentId, name }) => ({ value: documentId, name, ...(sharedWith(documentId) && { hint: t('record.share-already') }) }));

  const choose = (documentId: string) => {
    setMember(documentId);
    setEndsAt(sharedWith(documentId)?.endsAt ?? endsAt);
  };
  const save = async () => {
    if (!errors.check()) return;
    const name = choices.find(({ value }) => value === member)?.name ?? '';
    const run = () => share({ ...record, member, endsAt }).unwrap();
    if (await change(run, t('record.share-done', { name }), (refusal) => errors.show(refusal, { endsAt: t('record.share-over') }))) onClose();
  };

  return (
    <FormDialog title={t('record.share-title')} save={t('record.share')} isSaving={isLoading} isDisabled={member === ''} onSave={save} onClose={onClose}>
      <Typography textColor="neutral600">{t('record.share-hint')}</Typography>
      <CandidatePicker
        label={t('record.share-member')}
        query={query}
        choices={choices}
        hint={query.data?.length === 0 ? t('record.share-nobody') : undefined}
        noneFound={t('record.share-none-found')}
        value={member}
        onChoose={choose}
      />
      <MomentField name="endsAt" label={t('record.share-until')} hint={t('record.share-until-hint')} value={endsAt} error={errors.of('endsAt')} onChange={setEndsAt} />
    </FormDialog>
  );
};
