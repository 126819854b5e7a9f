import { useState } from 'react';
import { FormDialog } from '../../../components/FormDialog';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../hooks/useText';

interface SaveFiltersDialogProps {
  onSave(name: string): void;
  onClose(): void;
}

/** Under which name filters are kept. */
export const SaveFiltersDialog = ({ onSave, onClose }: SaveFiltersDialogProps) => {
  const t = useText();
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = name.trim() === '';
  const save = async () => {
    setTried(true);
    if (isMissing) return;
    onSave(name.trim());
    onClose();
  };
  return (
    <FormDialog title={t('audit.saved.save')} isSaving={false} onSave={save} onClose={onClose}>
      <TextField name="filters-name" label={t('audit.saved.name')} hint={t('audit.saved.name-hint')} required value={name} error={isTried && isMissing ? t('members.name-missing') : undefined} onChange={setName} />
    </FormDialog>
  );
};
