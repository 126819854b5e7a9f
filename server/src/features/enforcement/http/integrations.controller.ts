import type { IntegrationInfo } from '../../../../../contracts/http-integrations';
import { integrationsOf } from '../../../host/integrations';
import type { Strapi } from '../../../host/strapi';

/** What of the host and its plugins is there, and how Roster lives with it. */
export const createIntegrationsController = ({ strapi }: { strapi: Strapi }) => ({
  find: (): { data: IntegrationInfo[] } => ({ data: integrationsOf(strapi) }),
});
