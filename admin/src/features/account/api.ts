import { adminApi } from '@strapi/strapi/admin';
import type { AccountInfo } from '../../../../contracts/http-account';
import type { Profile, ProfileChanges } from '../../../../contracts/http-profile';

const accountApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterProfile', 'RosterMembers', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterProfile: build.query<Profile, void>({
      query: () => '/roster/me/profile',
      transformResponse: ({ data }: { data: Profile }) => data,
      providesTags: ['RosterProfile'],
    }),
    changeRosterProfile: build.mutation<Profile, ProfileChanges>({
      query: (data) => ({ url: '/roster/me/profile', method: 'PUT', data: { data } }),
      transformResponse: ({ data }: { data: Profile }) => data,
      invalidatesTags: ['RosterProfile', 'RosterMembers', 'RosterAudit'],
    }),
    getRosterAccount: build.query<AccountInfo, void>({
      query: () => '/roster/me/account',
      transformResponse: ({ data }: { data: AccountInfo }) => data,
    }),
    changeRosterEmail: build.mutation<unknown, { email: string; password: string }>({
      query: (data) => ({ url: '/roster/me/email', method: 'POST', data: { data } }),
    }),
    changeRosterPassword: build.mutation<unknown, { current: string; password: string }>({
      query: (data) => ({ url: '/roster/me/password', method: 'PUT', data: { data } }),
    }),
    leaveRoster: build.mutation<unknown, void>({
      query: () => ({ url: '/roster/me/leave', method: 'POST', data: { data: { leave: true } } }),
    }),
    previewRosterEmail: build.query<{ email: string }, string>({
      query: (token) => ({ url: '/roster/email/preview', method: 'POST', data: { data: { token } } }),
      transformResponse: ({ data }: { data: { email: string } }) => data,
    }),
    confirmRosterEmail: build.mutation<{ email: string }, string>({
      query: (token) => ({ url: '/roster/email/confirm', method: 'POST', data: { data: { token } } }),
      transformResponse: ({ data }: { data: { email: string } }) => data,
    }),
  }),
});

export const {
  useGetRosterProfileQuery: useProfile,
  useChangeRosterProfileMutation: useChangeProfile,
  useGetRosterAccountQuery: useAccount,
  useChangeRosterEmailMutation: useChangeEmail,
  useChangeRosterPasswordMutation: useChangePassword,
  useLeaveRosterMutation: useLeave,
  usePreviewRosterEmailQuery: usePreviewEmail,
  useConfirmRosterEmailMutation: useConfirmEmail,
} = accountApi;
