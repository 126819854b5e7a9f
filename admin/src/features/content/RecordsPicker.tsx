import { Flex } from '@strapi/design-system';
import { useState } from 'react';
import { Chips } from '../../components/Chips';
import { useTitles, type Titled } from './api';
import { RecordPicker } from './RecordPicker';

interface RecordsPickerProps {
  readonly name: string;
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly type: string;
  /** documentIds. */
  readonly value: readonly string[];
  readonly error?: string | undefined;
  onChange(ids: readonly string[]): void;
}

/** Several records of a type: each that is found is added to those that are there. */
export const RecordsPicker = ({ value, onChange, ...picker }: RecordsPickerProps) => {
  const [turn, setTurn] = useState(0);
  const { data: titles = {} } = useTitles({ [picker.type]: value }, { skip: value.length === 0 });
  const add = (record: Titled | undefined) => {
    if (!record || value.includes(record.documentId)) return;
    onChange([...value, record.documentId]);
    // A new field, empty again: the design system's keeps the text of what was chosen.
    setTurn(turn + 1);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <RecordPicker key={turn} {...picker} isFocused={turn > 0} value={undefined} onChoose={add} />
      <Chips items={value.map((id) => ({ id, label: titles[id] ?? id }))} onRemove={(id) => onChange(value.filter((one) => one !== id))} />
    </Flex>
  );
};
