import { Combobox, ComboboxOption, Field, VisuallyHidden } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useText } from '../../hooks/useText';
import { useFoundRecords, type Titled } from './api';

interface RecordPickerProps {
  readonly name: string;
  readonly label: string;
  /** For a field that stands where its label can be guessed from its place. */
  readonly isLabelHidden?: boolean;
  /** uid of the type. */
  readonly type: string;
  readonly value: Titled | undefined;
  readonly error?: string | undefined;
  /** Takes the keyboard as it appears. */
  readonly isFocused?: boolean;
  onChoose(record: Titled | undefined): void;
}

/** One record of a type, found by what the Content Manager finds. */
export const RecordPicker = ({ name, label, isLabelHidden = false, type, value, error, isFocused = false, onChoose }: RecordPickerProps) => {
  const t = useText();
  const [text, setText] = useState('');
  const search = useDebounce(text.trim(), 250);
  const { data = [], isFetching, isError } = useFoundRecords({ type, search });
  // The chosen one stays a choice, whatever is searched for.
  const options = value && !data.some(({ documentId }) => documentId === value.documentId) ? [value, ...data] : data;
  const labelled = <Field.Label>{label}</Field.Label>;
  return (
    <Field.Root name={name} width="100%" {...(error !== undefined && { error })}>
      {isLabelHidden ? <VisuallyHidden>{labelled}</VisuallyHidden> : labelled}
      <Combobox
        value={value?.documentId ?? ''}
        placeholder={t('records.choose')}
        autocomplete="none"
        autoFocus={isFocused}
        loading={isFetching}
        loadingMessage={t('state.loading')}
        noOptionsMessage={() => t(isError ? 'records.unreadable' : 'records.none-found')}
        clearLabel={t('records.clear')}
        onInputChange={(event) => setText(event.target.value)}
        onChange={(documentId) => onChoose(options.find((record) => record.documentId === documentId))}
        onClear={() => onChoose(undefined)}
      >
        {options.map(({ documentId, title }) => (
          <ComboboxOption key={documentId} value={documentId}>
            {title}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Error />
    </Field.Root>
  );
};
