import { adminApi } from '@strapi/strapi/admin';
import type { ObservedType } from '../../../../contracts/http-observations';

const observationApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterObservations', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterObservations: build.query<ObservedType[], void>({
      query: () => '/roster/observations',
      transformResponse: ({ data }: { data: ObservedType[] }) => data,
      providesTags: ['RosterObservations'],
    }),
    clearRosterObservations: build.mutation<unknown, void>({
      query: () => ({ url: '/roster/observations', method: 'DELETE' }),
      invalidatesTags: ['RosterObservations', 'RosterAudit'],
    }),
  }),
});

export const { useGetRosterObservationsQuery: useObservations, useClearRosterObservationsMutation: useClearObservations } = observationApi;
