import { Box } from '@strapi/design-system';
import type { KeyboardEvent } from 'react';
import { TextField } from '../../../components/TextField';
import { useDraft } from '../../../hooks/useDraft';
import { isDay } from './filters';

interface TypedFilterProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  onChange(value: string): void;
}

/** A day, by the browser's own calendar. It counts as soon as it is whole. */
export const DayFilter = ({ value, onChange, ...field }: TypedFilterProps) => {
  const [draft, setDraft] = useDraft(value);
  const type = (text: string) => {
    setDraft(text);
    if (text === '' || isDay(text)) onChange(text);
  };
  return <TextField {...field} type="date" value={draft} onChange={type} />;
};

/** The server takes no longer ids. */
const LONGEST = 128;

/** A text that counts when Enter is pressed, or when the field is left. */
export const TextFilter = ({ value, onChange, ...field }: TypedFilterProps) => {
  const [draft, setDraft] = useDraft(value);
  const finish = () => {
    const text = draft.trim().slice(0, LONGEST);
    if (text !== value) onChange(text);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') finish();
  };
  return (
    <Box width="100%" onBlur={finish} onKeyDown={onKeyDown}>
      <TextField {...field} value={draft} onChange={setDraft} />
    </Box>
  );
};
