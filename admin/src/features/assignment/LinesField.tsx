import { Field, Textarea, VisuallyHidden } from '@strapi/design-system';
import { useState } from 'react';
import { useText } from '../../hooks/useText';
import { valuesInLines } from './conditions/lines';

interface LinesFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: readonly (string | number)[];
  readonly isNumber: boolean;
  readonly error?: string | undefined;
  onChange(values: readonly (string | number)[]): void;
}

/** A list of values, one a line, so that one can be pasted. */
export const LinesField = ({ name, label, value, isNumber, error, onChange }: LinesFieldProps) => {
  const t = useText();
  // What is written stays as it is written: an empty line at its end is where the next value comes.
  const [text, setText] = useState(value.join('\n'));
  return (
    <Field.Root name={name} width="100%" hint={t('condition.lines-hint')} {...(error !== undefined && { error })}>
      <VisuallyHidden>
        <Field.Label>{label}</Field.Label>
      </VisuallyHidden>
      <Textarea
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(valuesInLines(event.target.value, isNumber));
        }}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
