import { Flex, Typography } from '@strapi/design-system';
import type { BindingInfo } from '../../../../contracts/http-bindings';
import { Code } from '../../components/Code';
import { DataTable } from '../../components/DataTable';
import { StateBadge } from '../../components/StateBadge';
import { useName, useText } from '../../hooks/useText';

export const BindingsTable = ({ bindings }: { readonly bindings: readonly BindingInfo[] }) => {
  const t = useText();
  const head = (['type', 'feature', 'kind', 'decided-by', 'fields', 'state'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`bindings.${column}`)}
    </th>
  ));
  return (
    <DataTable caption={t('bindings.caption')} head={head}>
      <tbody>
        {bindings.map((binding) => (
          <BindingRow key={binding.type.uid} binding={binding} />
        ))}
      </tbody>
    </DataTable>
  );
};

const TONES = { enforced: 'success', observed: 'secondary', off: 'neutral', closed: 'danger' } as const;

/** What of the record itself decides, beside the role. */
const deciding = ({ kind, owns }: BindingInfo) => {
  if (owns) return 'bindings.by-owner';
  return kind === 'personal' ? 'bindings.by-author' : 'bindings.by-role';
};

const BindingRow = ({ binding }: { readonly binding: BindingInfo }) => {
  const { type, feature, kind, via, fields, state, nonMembers } = binding;
  const t = useText();
  const name = useName();
  return (
    <tr>
      <th scope="row">
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold">{type.displayName}</Typography>
          <Code>{type.uid}</Code>
        </Flex>
      </th>
      <td>{name('feature', feature)}</td>
      <td>{name('kind', kind)}</td>
      <td>{via ? t(`bindings.by-${via.role}`, { type: via.type.displayName, attribute: via.attribute }) : t(deciding(binding))}</td>
      <td>
        {fields.length === 0 && <Typography textColor="neutral600">{t('bindings.all-fields')}</Typography>}
        {fields.map((field) => (
          <div key={field.attribute}>
            <Code>{field.attribute}</Code> {t('bindings.field-of', { feature: name('feature', field.feature) })}
          </div>
        ))}
      </td>
      <td>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <StateBadge tone={TONES[state]}>{t(`bindings.${state}`)}</StateBadge>
          {nonMembers === 'strapi' && <Typography variant="pi" textColor="neutral600">{t('bindings.left-to-strapi')}</Typography>}
        </Flex>
      </td>
    </tr>
  );
};
