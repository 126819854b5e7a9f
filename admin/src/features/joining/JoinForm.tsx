import { Button, Flex, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import type { JoinedInfo } from '../../../../contracts/http-invitations';
import { Choice } from '../../components/Choice';
import { TextField } from '../../components/TextField';
import { TimezoneField } from '../../components/TimezoneField';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { useRefusalText } from '../../hooks/useChange';
import { refusalOf } from '../../hooks/refusal';
import { useText } from '../../hooks/useText';
import { isStrong } from '../../strong-password';
import { contentOf } from '../account/picture-file';
import { PictureField } from '../account/PictureField';
import { LANGUAGES } from '../invitations/languages';

/** What somebody says of himself as he joins. */
export interface Said {
  readonly name: string;
  readonly timezone: string;
  readonly language: string;
  readonly password?: string;
  readonly picture?: string;
}

interface JoinFormProps {
  /** Who asks him, and as what he joins. */
  readonly intro: string;
  /** Whether he signs in with a password that he has to make up, may make up, or has already. */
  readonly password: 'needed' | 'optional' | 'there';
  /** What the button says. */
  readonly submit: string;
  readonly language: string;
  readonly isLoading: boolean;
  onLanguage(language: string): void;
  accept(said: Said): Promise<JoinedInfo>;
  onJoined(joined: JoinedInfo): void;
}

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What whoever joins says of himself, and with what he signs in from then on. */
export const JoinForm = ({ intro, password: need, submit: label, language, isLoading, onLanguage, accept, onJoined }: JoinFormProps) => {
  const t = useText();
  const why = useRefusalText();
  const [name, setName] = useState('');
  const [timezone, setTimezone] = useState(HERE);
  const [password, setPassword] = useState('');
  const [picture, setPicture] = useState<string | null>(null);
  const [refused, setRefused] = useState<string>();
  const mayBeEmpty = need === 'there' || (need === 'optional' && password === '');
  const errors = useFieldErrors({
    name: name.trim() === '' ? t('members.name-missing') : undefined,
    timezone: timezone === '' ? t('join.timezone-missing') : undefined,
    password: mayBeEmpty || isStrong(password) ? undefined : t('join.password-hint'),
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(undefined);
    if (!errors.check()) return;
    try {
      onJoined(await accept({ name: name.trim(), timezone, language, ...(!mayBeEmpty && { password }), ...(picture !== null && { picture: contentOf(picture) }) }));
    } catch (error) {
      const refusal = refusalOf(error);
      if (!errors.show(refusal)) setRefused(why(refusal));
    }
  };

  return (
    <Flex tag="form" noValidate direction="column" alignItems="stretch" gap={5} onSubmit={(event: FormEvent) => void submit(event)}>
      <Typography>{intro}</Typography>
      <Choice name="language" label={t('join.language')} value={language} options={LANGUAGES} onChoose={onLanguage} />
      <TextField name="name" label={t('members.name')} required value={name} error={errors.of('name')} onChange={setName} />
      <PictureField name={name} value={picture} onChange={setPicture} />
      <TimezoneField value={timezone} first={HERE} required error={errors.of('timezone')} onChoose={setTimezone} />
      {need === 'there' ? (
        <Typography textColor="neutral600">{t('join.has-account')}</Typography>
      ) : (
        <TextField name="password" type="password" label={t('join.password')} required={need === 'needed'} hint={t(need === 'needed' ? 'join.password-hint' : 'join.password-optional')} value={password} error={errors.of('password')} onChange={setPassword} />
      )}
      {refused !== undefined && (
        <Typography role="alert" textColor="danger700">
          {refused}
        </Typography>
      )}
      <Button type="submit" size="L" fullWidth loading={isLoading}>
        {label}
      </Button>
    </Flex>
  );
};
