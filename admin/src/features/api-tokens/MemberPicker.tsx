import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useText } from '../../hooks/useText';
import { useMembers } from '../members/api';

interface MemberPickerProps {
  /** documentId, or empty. */
  readonly value: string;
  /** Who is chosen already, and may not be among those that are found. */
  readonly known: { readonly documentId: string; readonly name: string | null } | null;
  onChoose(documentId: string): void;
}

/** An active member, found by name or address. */
export const MemberPicker = ({ value, known, onChoose }: MemberPickerProps) => {
  const t = useText();
  const [text, setText] = useState('');
  const search = useDebounce(text.trim(), 250);
  const { data, isFetching } = useMembers({ status: 'active', pageSize: 20, ...(search !== '' && { search }) });
  const found = (data?.data ?? []).map(({ documentId, name }) => ({ documentId, name }));
  const options = known && !found.some(({ documentId }) => documentId === known.documentId) ? [{ documentId: known.documentId, name: known.name ?? known.documentId }, ...found] : found;
  return (
    <Field.Root name="member">
      <Field.Label>{t('tokens.member')}</Field.Label>
      <Combobox
        value={value}
        placeholder={t('tokens.member-choose')}
        autocomplete="none"
        loading={isFetching}
        loadingMessage={t('state.loading')}
        noOptionsMessage={() => t('members.none-found')}
        clearLabel={t('members.clear-search')}
        onInputChange={(event) => setText(event.target.value)}
        onChange={(documentId) => onChoose(documentId ?? '')}
        onClear={() => onChoose('')}
      >
        {options.map(({ documentId, name }) => (
          <ComboboxOption key={documentId} value={documentId}>
            {name}
          </ComboboxOption>
        ))}
      </Combobox>
    </Field.Root>
  );
};
