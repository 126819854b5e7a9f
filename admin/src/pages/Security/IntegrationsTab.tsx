import type { IntegrationInfo } from '../../../../contracts/http-integrations';
import { Resource } from '../../components/Resource';
import { useIntegrations } from '../../features/integrations/api';
import { IntegrationsTable } from '../../features/integrations/IntegrationsTable';
import { useText } from '../../hooks/useText';

/** What of the host Roster works with on this site. */
export const IntegrationsTab = () => {
  const t = useText();
  return (
    <Resource query={useIntegrations()} isEmpty={(list: IntegrationInfo[]) => list.length === 0} empty={{ content: t('integrations.empty') }}>
      {(integrations) => <IntegrationsTable integrations={integrations} />}
    </Resource>
  );
};
