import { Combobox, ComboboxOption, Field, Flex } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import type { Status } from '../../../../contracts/http-members';
import { useRounds } from '../../hooks/useRounds';
import { Avatar } from '../../components/Avatar';
import { useText } from '../../hooks/useText';
import { useMembers } from './api';

interface Known {
  readonly documentId: string;
  readonly name: string | null;
}

interface MemberPickerProps {
  readonly label: string;
  readonly placeholder: string;
  /** Whom it finds; everybody, where nothing is said. */
  readonly status?: Status;
  /** documentId, or empty. */
  readonly value: string;
  /** Who is known already and may not be among those that are found. Whoever may not read the team chooses among these. */
  readonly known: readonly Known[];
  onChoose(documentId: string): void;
}

/** A member, found by name or address. */
export const MemberPicker = ({ label, placeholder, status, value, known, onChoose }: MemberPickerProps) => {
  const t = useText();
  const [text, setText] = useState('');
  const search = useDebounce(text.trim(), 250);
  const { data, isFetching, isError } = useMembers({ pageSize: 20, ...(status && { status }), ...(search !== '' && { search }) });
  const { round, note } = useRounds(value);
  const names = useRef(new Map<string, string>());
  const listed: readonly Known[] = isError ? known : (data?.data ?? []);
  for (const { documentId, name } of [...known, ...listed]) if (name !== null) names.current.set(documentId, name);
  const isListed = value === '' || listed.some(({ documentId }) => documentId === value);
  const options = isListed ? listed : [{ documentId: value, name: names.current.get(value) ?? null }, ...listed];
  const choose = (documentId = '') => {
    note(documentId);
    onChoose(documentId);
  };
  return (
    <Field.Root name="member" width="100%">
      <Field.Label>{label}</Field.Label>
      <Combobox
        // Begins anew when a name comes for what was an id.
        key={`${round} ${value === '' || names.current.has(value)}`}
        value={value}
        placeholder={placeholder}
        autocomplete="none"
        loading={isFetching}
        loadingMessage={t('state.loading')}
        noOptionsMessage={() => t('members.none-found')}
        clearLabel={t('members.clear-search')}
        onInputChange={(event) => setText(event.target.value)}
        onChange={choose}
        onClear={() => choose()}
      >
        {options.map(({ documentId, name }) => (
          <ComboboxOption key={documentId} value={documentId} textValue={name ?? documentId}>
            <Flex gap={2}>
              <Avatar member={documentId} name={name ?? ''} />
              {name ?? documentId}
            </Flex>
          </ComboboxOption>
        ))}
      </Combobox>
    </Field.Root>
  );
};
