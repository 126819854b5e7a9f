import { useState } from 'react';
import type { Profile, ProfileChanges } from '../../../../contracts/http-profile';
import { Choice } from '../../components/Choice';
import { FormSection } from '../../components/FormSection';
import { TextField } from '../../components/TextField';
import { TimezoneField } from '../../components/TimezoneField';
import { useChange } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { showPicture } from '../../hooks/usePicture';
import { useText } from '../../hooks/useText';
import { LANGUAGES } from '../invitations/languages';
import { useChangeProfile } from './api';
import { contentOf } from './picture-file';
import { PictureField } from './PictureField';

interface Draft {
  readonly name: string;
  readonly phone: string;
  readonly timezone: string;
  readonly language: string;
  readonly picture: string | null;
}

const draftOf = ({ name, phone, timezone, language, picture }: Profile): Draft => ({ name, phone: phone ?? '', timezone: timezone ?? '', language: language ?? '', picture });

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What differs, as the server takes it. */
const changesIn = (draft: Draft, before: Draft): ProfileChanges => ({
  ...(draft.name !== before.name && { name: draft.name.trim() }),
  ...(draft.phone !== before.phone && { phone: orNull(draft.phone) }),
  ...(draft.timezone !== before.timezone && { timezone: orNull(draft.timezone) }),
  ...(draft.language !== before.language && { language: orNull(draft.language) }),
  ...(draft.picture !== before.picture && { picture: draft.picture === null ? null : contentOf(draft.picture) }),
});

/** The languages that there are words for, and the one that is set. */
const optionsFor = (language: string) => (language === '' || LANGUAGES.some(({ value }) => value === language) ? LANGUAGES : [...LANGUAGES, { value: language, label: language }]);

/** What one says of oneself: how the team knows one, and reaches one. */
export const ProfileForm = ({ profile }: { readonly profile: Profile }) => {
  const t = useText();
  const change = useChange();
  const [save, { isLoading }] = useChangeProfile();
  const before = draftOf(profile);
  const [draft, setDraft] = useState(before);
  const set = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  const errors = useFieldErrors({ name: draft.name.trim() === '' ? t('members.name-missing') : undefined, phone: undefined, timezone: undefined, language: undefined });

  const submit = async () => {
    if (!errors.check()) return;
    const run = async () => {
      const { documentId, picture } = await save(changesIn(draft, before)).unwrap();
      showPicture(documentId, picture);
    };
    await change(run, t('account.saved'), (refusal) => errors.show(refusal, { phone: t('account.phone-wrong') }));
  };

  return (
    <FormSection title={t('account.profile')} intro={t('account.profile-intro')} submit={{ label: t('common.save'), isLoading, onSubmit: submit }}>
      <PictureField name={draft.name} value={draft.picture} onChange={(picture) => set({ picture })} />
      <TextField name="name" label={t('members.name')} required value={draft.name} error={errors.of('name')} onChange={(name) => set({ name })} />
      <TextField name="phone" label={t('account.phone')} hint={t('account.phone-hint')} value={draft.phone} error={errors.of('phone')} onChange={(phone) => set({ phone })} />
      <TimezoneField value={draft.timezone} first={before.timezone} error={errors.of('timezone')} onChoose={(timezone) => set({ timezone })} />
      <Choice name="language" label={t('join.language')} value={draft.language} options={optionsFor(before.language)} hint={t('account.language-hint')} onChoose={(language) => set({ language })} />
    </FormSection>
  );
};
