import { adminApi } from '@strapi/strapi/admin';
import type { IntegrationInfo } from '../../../../contracts/http-integrations';

const integrationsApi = adminApi.injectEndpoints({
  endpoints: (build) => ({
    getRosterIntegrations: build.query<IntegrationInfo[], void>({
      query: () => '/roster/integrations',
      transformResponse: ({ data }: { data: IntegrationInfo[] }) => data,
    }),
  }),
});

export const { useGetRosterIntegrationsQuery: useIntegrations } = integrationsApi;
