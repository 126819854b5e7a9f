import { Combobox, ComboboxOption, Field, Flex } from '@strapi/design-system';
import type { BookInfo } from '../../../../contracts/http-availability';
import { Avatar } from '../../components/Avatar';
import { useText } from '../../hooks/useText';

/** A member who may own records. */
export type Owner = BookInfo['member'];

interface OwnerPickerProps {
  readonly name: string;
  readonly label: string;
  readonly owners: readonly Owner[];
  /** documentId, or empty. */
  readonly value: string;
  readonly error?: string | undefined;
  readonly hint?: string;
  /** Takes the keyboard as it appears. */
  readonly isFocused?: boolean;
  onChoose(documentId: string): void;
}

/** One of the members who may own records, found by name. */
export const OwnerPicker = ({ name, label, owners, value, error, hint, isFocused = false, onChoose }: OwnerPickerProps) => {
  const t = useText();
  return (
    <Field.Root name={name} width="100%" {...(error !== undefined && { error })} {...(hint !== undefined && { hint })}>
      <Field.Label>{label}</Field.Label>
      <Combobox
        value={value}
        placeholder={t('owners.choose')}
        autocomplete={{ type: 'list', filter: 'contains' }}
        autoFocus={isFocused}
        noOptionsMessage={() => t('owners.none-found')}
        clearLabel={t('owners.clear')}
        onChange={(documentId) => onChoose(documentId ?? '')}
        onClear={() => onChoose('')}
      >
        {owners.map(({ documentId, name: called }) => (
          <ComboboxOption key={documentId} value={documentId} textValue={called ?? documentId}>
            <Flex gap={2}>
              <Avatar member={documentId} name={called ?? ''} />
              {called ?? documentId}
            </Flex>
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
