import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { FreeUser } from '../../../../contracts/http-members';
import { useText } from '../../hooks/useText';
import { useFreeUsers } from './api';

interface UserPickerProps {
  readonly door: 'panel' | 'api';
  readonly value: FreeUser | undefined;
  readonly error?: string | undefined;
  onChoose(user: FreeUser | undefined): void;
}

const nameOf = ({ name, email }: FreeUser): string => (name === email ? email : `${name} (${email})`);

/** A user of the host who is nobody's yet, found by name or address. */
export const UserPicker = ({ door, value, error, onChoose }: UserPickerProps) => {
  const t = useText();
  const [text, setText] = useState('');
  const search = useDebounce(text.trim(), 250);
  const { data = [], isFetching } = useFreeUsers({ door, ...(search !== '' && { search }) });
  // The chosen one stays a choice, whatever is searched for.
  const options = value && !data.some(({ documentId }) => documentId === value.documentId) ? [value, ...data] : data;
  return (
    <Field.Root name={`${door}User`} {...(error !== undefined && { error })}>
      <Field.Label>{t(`members.${door}-user`)}</Field.Label>
      <Combobox
        value={value?.documentId ?? ''}
        placeholder={t('members.user-none')}
        autocomplete="none"
        loading={isFetching}
        loadingMessage={t('state.loading')}
        noOptionsMessage={() => t('members.user-not-found')}
        clearLabel={t('members.user-none')}
        onInputChange={(event) => setText(event.target.value)}
        onChange={(documentId) => onChoose(options.find((user) => user.documentId === documentId))}
        onClear={() => onChoose(undefined)}
      >
        {options.map((user) => (
          <ComboboxOption key={user.documentId} value={user.documentId}>
            {nameOf(user)}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Error />
    </Field.Root>
  );
};
