import { adminApi } from '@strapi/strapi/admin';
import type { ApiTokenInfo } from '../../../../contracts/http-api-tokens';

/** For whom a token acts: a member, all of a role, or nobody. */
export type BindTo = { readonly member: string } | { readonly role: string } | null;

const tokensApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterApiTokens', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterApiTokens: build.query<ApiTokenInfo[], void>({
      query: () => '/roster/api-tokens',
      transformResponse: ({ data }: { data: ApiTokenInfo[] }) => data,
      providesTags: ['RosterApiTokens'],
    }),
    bindRosterApiToken: build.mutation<unknown, { token: string; to: BindTo }>({
      query: ({ token, to }) => ({ url: `/roster/api-tokens/${token}/binding`, method: 'PUT', data: { data: to } }),
      invalidatesTags: ['RosterApiTokens', 'RosterAudit'],
    }),
  }),
});

export const { useGetRosterApiTokensQuery: useApiTokens, useBindRosterApiTokenMutation: useBindToken } = tokensApi;
