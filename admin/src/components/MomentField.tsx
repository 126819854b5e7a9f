import { localTime, momentOf } from '../local-time';
import { TextField } from './TextField';

interface MomentFieldProps {
  readonly name: string;
  readonly label: string;
  /** ISO, or null for none. */
  readonly value: string | null;
  readonly error?: string | undefined;
  readonly hint?: string;
  onChange(value: string | null): void;
}

/** A moment, written in the reader's own time zone. */
export const MomentField = ({ value, onChange, ...field }: MomentFieldProps) => (
  <TextField {...field} type="datetime-local" value={localTime(value)} onChange={(text) => onChange(momentOf(text))} />
);
