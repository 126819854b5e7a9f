import { useState } from 'react';
import { FormSection } from '../../components/FormSection';
import { Notice } from '../../components/Notice';
import { TextField } from '../../components/TextField';
import { useChange, useRefusalText } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { useText } from '../../hooks/useText';
import { looksLikeEmail } from '../members/looksLikeEmail';
import { useChangeEmail } from './api';

/** Another address to sign in with. It counts once it is confirmed from there. */
export const EmailForm = ({ current }: { readonly current: string }) => {
  const t = useText();
  const change = useChange();
  const why = useRefusalText();
  const [ask, { isLoading }] = useChangeEmail();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const errors = useFieldErrors({
    email: looksLikeEmail(email.trim()) ? undefined : t('members.email-missing'),
    password: password === '' ? t('account.password-missing') : undefined,
  });

  const submit = async () => {
    if (!errors.check()) return;
    const isDone = await change(
      () => ask({ email: email.trim(), password }).unwrap(),
      undefined,
      (refusal) => errors.show(refusal, { password: why(refusal), email: t('account.email-same') }),
    );
    if (!isDone) return;
    setSentTo(email.trim());
    setPassword('');
    errors.reset();
  };

  return (
    <FormSection title={t('account.email')} intro={t('account.email-intro', { email: current })} submit={{ label: t('account.email-send'), isLoading, onSubmit: submit }}>
      <TextField name="email" type="email" label={t('account.email-new')} required value={email} error={errors.of('email')} onChange={setEmail} />
      <TextField name="password" type="password" label={t('account.password-current')} required value={password} error={errors.of('password')} onChange={setPassword} />
      {sentTo !== undefined && <Notice kind="info">{t('account.email-sent', { email: sentTo })}</Notice>}
    </FormSection>
  );
};
