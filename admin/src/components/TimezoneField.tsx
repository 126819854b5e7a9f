import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useText } from '../hooks/useText';

interface TimezoneFieldProps {
  /** Empty where none is chosen. */
  readonly value: string;
  /** What the field shows as it appears. */
  readonly first: string;
  readonly required?: boolean;
  readonly error?: string | undefined;
  onChoose(zone: string): void;
}

const ZONES = Intl.supportedValuesOf('timeZone');

/** One of the time zones that the browser knows. */
export const TimezoneField = ({ value, first, required = false, error, onChoose }: TimezoneFieldProps) => {
  const t = useText();
  return (
    <Field.Root name="timezone" width="100%" required={required} {...(error !== undefined && { error })}>
      <Field.Label>{t('join.timezone')}</Field.Label>
      <Combobox value={value} defaultTextValue={first} placeholder={t('join.timezone-missing')} onChange={(zone: string) => onChoose(zone)} onClear={() => onChoose('')} autocomplete="list">
        {ZONES.map((zone) => (
          <ComboboxOption key={zone} value={zone}>
            {zone}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Error />
    </Field.Root>
  );
};
