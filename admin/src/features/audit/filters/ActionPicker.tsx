import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { AUDIT_ACTIONS } from '../../../../../contracts/audit-actions';
import { useRounds } from '../../../hooks/useRounds';
import { useName, useText } from '../../../hooks/useText';

const ACTIONS: readonly string[] = Object.keys(AUDIT_ACTIONS);

interface ActionPickerProps {
  /** A key of the catalogue, or empty. */
  readonly value: string;
  onChoose(action: string): void;
}

/** Something that the log can tell of, in words. An address may name what a newer version tells. */
export const ActionPicker = ({ value, onChoose }: ActionPickerProps) => {
  const t = useText();
  const name = useName();
  const { round, note } = useRounds(value);
  const actions = value === '' || ACTIONS.includes(value) ? ACTIONS : [value, ...ACTIONS];
  const choose = (action = '') => {
    note(action);
    onChoose(action);
  };
  return (
    <Field.Root name="action" width="100%">
      <Field.Label>{t('audit.what')}</Field.Label>
      <Combobox
        key={round}
        value={value}
        placeholder={t('audit.filter.any-action')}
        autocomplete={{ type: 'list', filter: 'contains' }}
        noOptionsMessage={() => t('audit.filter.no-action-found')}
        clearLabel={t('members.clear-search')}
        onChange={choose}
        onClear={() => choose()}
      >
        {actions.map((action) => (
          <ComboboxOption key={action} value={action}>
            {name('audit.action', action)}
          </ComboboxOption>
        ))}
      </Combobox>
    </Field.Root>
  );
};
