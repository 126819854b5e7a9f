import { adminApi } from '@strapi/strapi/admin';
import type { ConfirmDeletion, DeletionAsked, Offboarding } from '../../../../contracts/http-offboarding';

const offboardingApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterMembers', 'RosterBooks', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterOffboarding: build.query<Offboarding, string>({
      query: (member) => ({ url: `/roster/members/${member}/offboarding`, method: 'GET' }),
      transformResponse: ({ data }: { data: Offboarding }) => data,
      // What was at stake the last time says nothing about now.
      keepUnusedDataFor: 0,
    }),
    askRosterDeletion: build.mutation<DeletionAsked, string>({
      query: (member) => ({ url: `/roster/members/${member}/deletion`, method: 'POST', data: {} }),
      transformResponse: ({ data }: { data: DeletionAsked }) => data,
      invalidatesTags: ['RosterAudit'],
    }),
    confirmRosterDeletion: build.mutation<unknown, { member: string; said: ConfirmDeletion }>({
      query: ({ member, said }) => ({ url: `/roster/members/${member}/deletion/confirm`, method: 'POST', data: { data: said } }),
      invalidatesTags: ['RosterMembers', 'RosterBooks', 'RosterAudit'],
    }),
  }),
});

export const { useGetRosterOffboardingQuery: useOffboarding, useAskRosterDeletionMutation: useAskDeletion, useConfirmRosterDeletionMutation: useConfirmDeletion } = offboardingApi;
