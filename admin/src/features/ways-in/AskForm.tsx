import { Button, Flex, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { TextField } from '../../components/TextField';
import { TextLink } from '../../components/TextLink';
import { refusalOf } from '../../hooks/refusal';
import { useRefusalText } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { useText } from '../../hooks/useText';
import { looksLikeEmail } from '../members/looksLikeEmail';

interface AskFormProps {
  readonly intro: string;
  readonly button: string;
  /** Said once it is asked for, whoever has the address. */
  sent(email: string): string;
  readonly isLoading: boolean;
  ask(email: string): Promise<unknown>;
}

/** Asks for a link that is mailed. */
export const AskForm = ({ intro, button, sent, isLoading, ask }: AskFormProps) => {
  const t = useText();
  const why = useRefusalText();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const [refused, setRefused] = useState<string>();
  const errors = useFieldErrors({ email: looksLikeEmail(email.trim()) ? undefined : t('members.email-missing') });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(undefined);
    if (!errors.check()) return;
    try {
      await ask(email.trim());
      setSentTo(email.trim());
    } catch (error) {
      const refusal = refusalOf(error);
      if (!errors.show(refusal, { email: t('members.email-missing') })) setRefused(why(refusal));
    }
  };

  if (sentTo !== undefined) {
    return (
      <>
        <Typography role="status">{sent(sentTo)}</Typography>
        <TextLink to="/auth/login">{t('join.sign-in')}</TextLink>
      </>
    );
  }
  return (
    <Flex tag="form" noValidate direction="column" alignItems="stretch" gap={5} onSubmit={(event: FormEvent) => void submit(event)}>
      <Typography>{intro}</Typography>
      <TextField name="email" type="email" label={t('members.email')} required value={email} error={errors.of('email')} onChange={setEmail} />
      {refused !== undefined && (
        <Typography role="alert" textColor="danger700">
          {refused}
        </Typography>
      )}
      <Button type="submit" size="L" fullWidth loading={isLoading}>
        {button}
      </Button>
      <TextLink to="/auth/login">{t('join.sign-in')}</TextLink>
    </Flex>
  );
};
