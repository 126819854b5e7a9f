import { useState } from 'react';
import type { TerritoryInfo } from '../../../../contracts/http-territories';
import { FormDialog } from '../../components/FormDialog';
import { TextField } from '../../components/TextField';
import { useChange } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { useText } from '../../hooks/useText';
import { useAddTerritory, useRenameTerritory } from './api';

interface TerritoryDialogProps {
  /** None for a new one. */
  readonly territory?: TerritoryInfo;
  onClose(): void;
}

/** A territory by its name and, as long as it is new, its key: records hold that one, so it stays. */
export const TerritoryDialog = ({ territory, onClose }: TerritoryDialogProps) => {
  const t = useText();
  const change = useChange();
  const [add, { isLoading: isAdding }] = useAddTerritory();
  const [rename, { isLoading: isRenaming }] = useRenameTerritory();
  const [draft, setDraft] = useState({ key: territory?.key ?? '', name: territory?.name ?? '' });
  const values = { key: draft.key.trim(), name: draft.name.trim() };
  const errors = useFieldErrors({
    key: values.key === '' ? t('territories.missing.key') : undefined,
    name: values.name === '' ? t('territories.missing.name') : undefined,
  });

  const save = async () => {
    if (!errors.check()) return;
    const run = () => (territory ? rename(values).unwrap() : add(values).unwrap());
    const done = t(territory ? 'territories.renamed' : 'territories.added', { name: values.name });
    if (await change(run, done, (refusal) => errors.show(refusal, refusal.code === 'CONFLICT' ? { key: t('territories.key-taken') } : {}))) onClose();
  };

  return (
    <FormDialog title={territory ? t('territories.rename-what', { name: territory.name }) : t('territories.add')} isSaving={isAdding || isRenaming} onSave={save} onClose={onClose}>
      <TextField name="territory-name" label={t('territories.name')} required value={draft.name} error={errors.of('name')} onChange={(name) => setDraft({ ...draft, name })} />
      {!territory && <TextField name="territory-key" label={t('territories.key')} hint={t('territories.key-hint')} required value={draft.key} error={errors.of('key')} onChange={(key) => setDraft({ ...draft, key })} />}
    </FormDialog>
  );
};
