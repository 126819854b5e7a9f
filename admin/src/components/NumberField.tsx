import { Field, NumberInput, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';

interface NumberFieldProps {
  readonly name: string;
  readonly label: string;
  /** For a field whose place says what it is. */
  readonly isLabelHidden?: boolean;
  readonly value: number | undefined;
  readonly error?: string | undefined;
  readonly hint?: string;
  onChange(value: number | undefined): void;
}

/** A number in the reader's way of writing, with its label, its hint and what is wrong with it. */
export const NumberField = ({ name, label, isLabelHidden = false, value, error, hint, onChange }: NumberFieldProps) => {
  const { locale } = useIntl();
  const labelled = <Field.Label>{label}</Field.Label>;
  return (
    <Field.Root name={name} width="100%" {...(error !== undefined && { error })} {...(hint !== undefined && { hint })}>
      {isLabelHidden ? <VisuallyHidden>{labelled}</VisuallyHidden> : labelled}
      <NumberInput locale={locale} {...(value !== undefined && { value })} onValueChange={onChange} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
