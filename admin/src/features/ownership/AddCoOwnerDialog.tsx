import { useState } from 'react';
import type { Owners } from '../../../../contracts/http-owners';
import { FormDialog } from '../../components/FormDialog';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { FRESH, useAddCoOwner, useCandidates, type RecordRef } from './api';
import { CandidatePicker, useChoices } from './CandidatePicker';

interface AddCoOwnerDialogProps {
  readonly record: RecordRef;
  readonly owners: Owners;
  onClose(): void;
}

/** Somebody more who helps with a record: out of those who may own, and do neither yet. */
export const AddCoOwnerDialog = ({ record, owners: { owner, coOwners }, onClose }: AddCoOwnerDialogProps) => {
  const t = useText();
  const change = useChange();
  const query = useCandidates(undefined, FRESH);
  const [add, { isLoading }] = useAddCoOwner();
  const [chosen, setChosen] = useState('');
  const taken = [owner, ...coOwners].map((person) => person?.documentId);
  const choices = useChoices(query.data ?? []).filter(({ value }) => !taken.includes(value));

  const save = async () => {
    const name = choices.find(({ value }) => value === chosen)?.name ?? '';
    if (await change(() => add({ ...record, coOwner: chosen }).unwrap(), t('record.co-owner-added', { name }))) onClose();
  };

  return (
    <FormDialog title={t('record.add-co-owner')} isSaving={isLoading} isDisabled={chosen === ''} onSave={save} onClose={onClose}>
      <CandidatePicker
        label={t('record.co-owner')}
        query={query}
        choices={choices}
        hint={query.data && choices.length === 0 ? t('record.no-co-owner-left') : undefined}
        value={chosen}
        onChoose={setChosen}
      />
    </FormDialog>
  );
};
