import { useState } from 'react';
import { FormSection } from '../../components/FormSection';
import { TextField } from '../../components/TextField';
import { useChange, useRefusalText } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { useText } from '../../hooks/useText';
import { isStrong } from '../../strong-password';
import { useChangePassword } from './api';

/** Another password to sign in with. */
export const PasswordForm = () => {
  const t = useText();
  const change = useChange();
  const why = useRefusalText();
  const [save, { isLoading }] = useChangePassword();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const errors = useFieldErrors({
    current: current === '' ? t('account.password-missing') : undefined,
    password: isStrong(password) ? undefined : t('join.password-hint'),
  });

  const submit = async () => {
    if (!errors.check()) return;
    if (!(await change(() => save({ current, password }).unwrap(), t('account.password-saved'), (refusal) => errors.show(refusal, { current: why(refusal) })))) return;
    setCurrent('');
    setPassword('');
    errors.reset();
  };

  return (
    <FormSection title={t('join.password')} intro={t('account.password-intro')} submit={{ label: t('account.password-save'), isLoading, onSubmit: submit }}>
      <TextField name="current" type="password" label={t('account.password-current')} required value={current} error={errors.of('current')} onChange={setCurrent} />
      <TextField name="new-password" type="password" label={t('account.password-new')} required hint={t('join.password-hint')} value={password} error={errors.of('password')} onChange={setPassword} />
    </FormSection>
  );
};
