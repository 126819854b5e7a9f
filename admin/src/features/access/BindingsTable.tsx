import { Badge, Flex, Typography } from '@strapi/design-system';
import type { BindingInfo } from '../../../../contracts/http-bindings';
import { Code } from '../../components/Code';
import { DataTable } from '../../components/DataTable';
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

/** What of the record itself decides, beside the role. */
const deciding = ({ kind, owns }: BindingInfo) => {
  if (owns) return 'bindings.by-owner';
  return kind === 'personal' ? 'bindings.by-author' : 'bindings.by-role';
};

const BindingRow = ({ binding }: { readonly binding: BindingInfo }) => {
  const { type, feature, kind, via, fields, state } = binding;
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
        <Badge variant={state === 'enforced' ? 'success' : 'danger'}>{t(`bindings.${state}`)}</Badge>
      </td>
    </tr>
  );
};
