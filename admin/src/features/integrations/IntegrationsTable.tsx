import { Badge, Typography } from '@strapi/design-system';
import type { IntegrationInfo } from '../../../../contracts/http-integrations';
import { DataTable } from '../../components/DataTable';
import { useText } from '../../hooks/useText';

/** Parts of the host, and what Roster does with each. */
export const IntegrationsTable = ({ integrations }: { readonly integrations: readonly IntegrationInfo[] }) => {
  const t = useText();
  const head = (['name', 'what', 'state'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`integrations.${column}`)}
    </th>
  ));
  return (
    <DataTable caption={t('integrations.caption')} head={head}>
      <tbody>
        {integrations.map(({ key, state }) => (
          <tr key={key}>
            <th scope="row">{t(`integrations.${key}.name`)}</th>
            <td>
              <Typography textColor="neutral600">{t(`integrations.${key}.what`)}</Typography>
            </td>
            <td>
              <Badge variant={state === 'in-use' ? 'success' : 'neutral'}>{t(`integrations.${state}`)}</Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
};
