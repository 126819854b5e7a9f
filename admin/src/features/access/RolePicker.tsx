import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { useText } from '../../hooks/useText';
import { localize } from './localize';

interface RolePickerProps {
  readonly roles: readonly MatrixRole[];
  readonly chosen: readonly string[];
  onChoose(keys: string[]): void;
}

/** Whose permissions to show; two or more are compared. */
export const RolePicker = ({ roles, chosen, onChoose }: RolePickerProps) => {
  const t = useText();
  const { locale, formatList } = useIntl();
  const labelsOf = (keys: readonly string[]) => roles.filter(({ key }) => keys.includes(key)).map(({ label }) => localize(label, locale));
  return (
    <Field.Root name="roles" width="100%" maxWidth="48rem" hint={t('matrix.choose-hint')}>
      <Field.Label>{t('matrix.choose')}</Field.Label>
      {/* The design system's tags (`withTags`) are buttons without a name. */}
      <MultiSelect
        value={[...chosen]}
        onChange={onChoose}
        placeholder={t('matrix.choose-none')}
        customizeContent={(keys = []) => formatList(labelsOf(keys), { type: 'conjunction' })}
      >
        {roles.map(({ key, label }) => (
          <MultiSelectOption key={key} value={key}>
            {localize(label, locale)}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Hint />
    </Field.Root>
  );
};
