import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import { FormDialog } from '../../components/FormDialog';
import { TextField } from '../../components/TextField';
import { useChange, useRefusalText } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { useText } from '../../hooks/useText';
import { useStepUpMutation } from './api';

interface StepUpDialogProps {
  /** The password was right: what was asked for is open now. */
  onProved(): void;
  onClose(): void;
}

/** Asks for the password once more. */
export const StepUpDialog = ({ onProved, onClose }: StepUpDialogProps) => {
  const t = useText();
  const change = useChange();
  const why = useRefusalText();
  const [stepUp, { isLoading }] = useStepUpMutation();
  const [password, setPassword] = useState('');
  const errors = useFieldErrors({ password: password === '' ? t('sessions.password-missing') : undefined });

  const save = async () => {
    if (!errors.check()) return;
    const isRight = await change(() => stepUp(password).unwrap(), undefined, (refusal) => errors.show(refusal, { password: why(refusal) }));
    if (isRight) onProved();
  };

  return (
    <FormDialog title={t('sessions.step-up')} save={t('sessions.confirm')} isSaving={isLoading} onSave={save} onClose={onClose}>
      <Typography textColor="neutral600">{t('sessions.step-up-hint')}</Typography>
      <TextField name="password" type="password" label={t('sessions.password')} required value={password} error={errors.of('password')} onChange={setPassword} />
    </FormDialog>
  );
};
