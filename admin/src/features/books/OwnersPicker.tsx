import { Flex } from '@strapi/design-system';
import { useState } from 'react';
import { Chips } from '../../components/Chips';
import { OwnerPicker, type Owner } from './OwnerPicker';

interface OwnersPickerProps {
  readonly name: string;
  readonly label: string;
  readonly owners: readonly Owner[];
  /** documentIds. */
  readonly value: readonly string[];
  readonly error?: string | undefined;
  readonly hint?: string;
  onChange(documentIds: readonly string[]): void;
}

/** Several of the members who may own records: each that is chosen is added to those that are there. */
export const OwnersPicker = ({ owners, value, onChange, ...picker }: OwnersPickerProps) => {
  const [turn, setTurn] = useState(0);
  const nameOf = (id: string): string => owners.find(({ documentId }) => documentId === id)?.name ?? id;
  const add = (documentId: string) => {
    if (documentId === '' || value.includes(documentId)) return;
    onChange([...value, documentId]);
    // A new field, empty again: the design system's keeps the text of what was chosen.
    setTurn(turn + 1);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <OwnerPicker key={turn} {...picker} isFocused={turn > 0} owners={owners.filter(({ documentId }) => !value.includes(documentId))} value="" onChoose={add} />
      <Chips items={value.map((id) => ({ id, label: nameOf(id) }))} onRemove={(id) => onChange(value.filter((one) => one !== id))} />
    </Flex>
  );
};
