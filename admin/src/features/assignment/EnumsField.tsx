import { Field, MultiSelect, MultiSelectOption, VisuallyHidden } from '@strapi/design-system';
import { useText } from '../../hooks/useText';

interface EnumsFieldProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly string[];
  readonly value: readonly string[];
  readonly error?: string | undefined;
  onChange(values: string[]): void;
}

/** Several values of an enumeration. */
export const EnumsField = ({ name, label, options, value, error, onChange }: EnumsFieldProps) => {
  const t = useText();
  return (
    <Field.Root name={name} width="100%" {...(error !== undefined && { error })}>
      <VisuallyHidden>
        <Field.Label>{label}</Field.Label>
      </VisuallyHidden>
      {/* The design system's tags (`withTags`) are buttons without a name. */}
      <MultiSelect value={[...value]} onChange={onChange} placeholder={t('condition.choose-values')} customizeContent={(chosen = []) => chosen.join(', ')}>
        {options.map((option) => (
          <MultiSelectOption key={option} value={option}>
            {option}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Error />
    </Field.Root>
  );
};
