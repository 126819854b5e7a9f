import { Field, TextInput, VisuallyHidden } from '@strapi/design-system';
import { useTheme } from 'styled-components';

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  /** For a field whose place says what it is. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  /** `date` and `datetime-local` bring the browser's own calendar, which a keyboard and a screen reader can use. */
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'datetime-local';
  readonly required?: boolean;
  readonly error?: string | undefined;
  readonly hint?: string;
  onChange(text: string): void;
}

const WHITE = '#ffffff';

/** A line of text, or a moment, with its label, its hint and what is wrong with it. */
export const TextField = ({ name, label, isLabelHidden = false, value, type = 'text', required = false, error, hint, onChange }: TextFieldProps) => {
  const { colors } = useTheme();
  const labelled = <Field.Label>{label}</Field.Label>;
  return (
    <Field.Root name={name} width="100%" required={required} {...(error !== undefined && { error })} {...(hint !== undefined && { hint })}>
      {isLabelHidden ? <VisuallyHidden>{labelled}</VisuallyHidden> : labelled}
      {/* The browser draws the calendar's icon, and has to be told on what. */}
      <TextInput type={type} value={value} style={{ colorScheme: colors.neutral0 === WHITE ? 'light' : 'dark' }} onChange={(event) => onChange(event.target.value)} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
