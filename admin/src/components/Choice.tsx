import { Field, SingleSelect, SingleSelectOption, VisuallyHidden } from '@strapi/design-system';

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly label: string;
  /** For a field whose place says what it is. */
  readonly isLabelHidden?: boolean;
  readonly value: T | '';
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly size?: 'S' | 'M';
  onChoose(value: T): void;
}

/** One of a few, with its label, its hint and what is wrong with it. */
export const Choice = <T extends string>({ name, label, isLabelHidden = false, value, options, error, hint, size = 'M', placeholder, required = false, onChoose }: ChoiceProps<T>) => {
  const labelled = <Field.Label>{label}</Field.Label>;
  return (
    <Field.Root name={name} width="100%" required={required} {...(error !== undefined && { error })} {...(hint !== undefined && { hint })}>
      {isLabelHidden ? <VisuallyHidden>{labelled}</VisuallyHidden> : labelled}
      <SingleSelect size={size} value={value} {...(placeholder !== undefined && { placeholder })} onChange={(chosen) => onChoose(String(chosen) as T)}>
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
