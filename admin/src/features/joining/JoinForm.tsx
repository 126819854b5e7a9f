import { Button, Combobox, ComboboxOption, Field, Flex, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import type { InvitationPreview, JoinedInfo } from '../../../../contracts/http-invitations';
import { Choice } from '../../components/Choice';
import { TextField } from '../../components/TextField';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { useRefusalText } from '../../hooks/useChange';
import { refusalOf } from '../../hooks/refusal';
import { useText } from '../../hooks/useText';
import { LANGUAGES } from '../invitations/languages';
import { useAccept } from './api';
import { labelIn } from './labelIn';

interface JoinFormProps {
  readonly token: string;
  readonly invitation: InvitationPreview;
  readonly language: string;
  onLanguage(language: string): void;
  onJoined(joined: JoinedInfo): void;
}

const ZONES = Intl.supportedValuesOf('timeZone');
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The host's own rules for passwords of its panel. */
const isStrong = (text: string): boolean => text.length >= 8 && /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);

/** What whoever joins says of himself, and with what he signs in from then on. */
export const JoinForm = ({ token, invitation, language, onLanguage, onJoined }: JoinFormProps) => {
  const t = useText();
  const why = useRefusalText();
  const [accept, { isLoading }] = useAccept();
  const [name, setName] = useState('');
  const [timezone, setTimezone] = useState(HERE);
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<string>();
  const errors = useFieldErrors({
    name: name.trim() === '' ? t('members.name-missing') : undefined,
    timezone: timezone === '' ? t('join.timezone-missing') : undefined,
    password: invitation.hasAccount || isStrong(password) ? undefined : t('join.password-hint'),
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(undefined);
    if (!errors.check()) return;
    try {
      onJoined(await accept({ token, name: name.trim(), timezone, language, ...(!invitation.hasAccount && { password }) }).unwrap());
    } catch (error) {
      const refusal = refusalOf(error);
      if (!errors.show(refusal)) setRefused(why(refusal));
    }
  };

  return (
    <Flex tag="form" noValidate direction="column" alignItems="stretch" gap={5} onSubmit={(event: FormEvent) => void submit(event)}>
      <Typography>{t('join.asked', { from: invitation.invitedBy ?? t('join.somebody'), role: labelIn(invitation.role, language), email: invitation.email })}</Typography>
      <Choice name="language" label={t('join.language')} value={language} options={LANGUAGES} onChoose={onLanguage} />
      <TextField name="name" label={t('members.name')} required value={name} error={errors.of('name')} onChange={setName} />
      <Field.Root name="timezone" required {...(errors.of('timezone') !== undefined && { error: errors.of('timezone') as string })}>
        <Field.Label>{t('join.timezone')}</Field.Label>
        <Combobox value={timezone} defaultTextValue={HERE} placeholder={t('join.timezone-missing')} onChange={(zone: string) => setTimezone(zone)} onClear={() => setTimezone('')} autocomplete="list">
          {ZONES.map((zone) => (
            <ComboboxOption key={zone} value={zone}>
              {zone}
            </ComboboxOption>
          ))}
        </Combobox>
        <Field.Error />
      </Field.Root>
      {invitation.hasAccount ? (
        <Typography textColor="neutral600">{t('join.has-account')}</Typography>
      ) : (
        <TextField name="password" type="password" label={t('join.password')} required hint={t('join.password-hint')} value={password} error={errors.of('password')} onChange={setPassword} />
      )}
      {refused !== undefined && (
        <Typography role="alert" textColor="danger700">
          {refused}
        </Typography>
      )}
      <Button type="submit" size="L" fullWidth loading={isLoading}>
        {t('join.accept')}
      </Button>
    </Flex>
  );
};
