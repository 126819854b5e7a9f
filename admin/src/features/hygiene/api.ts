import { adminApi } from '@strapi/strapi/admin';
import type { HygieneInfo } from '../../../../contracts/http-hygiene';

const hygieneApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterMembers'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterHygiene: build.query<HygieneInfo, void>({
      query: () => ({ url: '/roster/hygiene', method: 'GET' }),
      transformResponse: ({ data }: { data: HygieneInfo }) => data,
      providesTags: ['RosterMembers'],
    }),
  }),
});

export const { useGetRosterHygieneQuery: useHygiene } = hygieneApi;
