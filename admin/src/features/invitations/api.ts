import { adminApi } from '@strapi/strapi/admin';
import type { InvitationInfo, InvitationsPage, InviteRequest } from '../../../../contracts/http-invitations';

type Asked = { readonly status?: string | undefined; readonly page: number; readonly pageSize: number };

const answered = ({ data }: { data: InvitationInfo }): InvitationInfo => data;

const invitationsApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterInvitations', 'RosterMembers', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterInvitations: build.query<InvitationsPage, Asked>({
      query: (params) => ({ url: '/roster/invitations', method: 'GET', config: { params } }),
      providesTags: ['RosterInvitations'],
    }),
    inviteToRoster: build.mutation<InvitationInfo, InviteRequest>({
      query: (data) => ({ url: '/roster/invitations', method: 'POST', data: { data } }),
      transformResponse: answered,
      invalidatesTags: ['RosterInvitations', 'RosterMembers', 'RosterAudit'],
    }),
    resendRosterInvitation: build.mutation<InvitationInfo, string>({
      query: (documentId) => ({ url: `/roster/invitations/${documentId}/resend`, method: 'POST' }),
      transformResponse: answered,
      invalidatesTags: ['RosterInvitations', 'RosterAudit'],
    }),
    revokeRosterInvitation: build.mutation<unknown, string>({
      query: (documentId) => ({ url: `/roster/invitations/${documentId}`, method: 'DELETE' }),
      invalidatesTags: ['RosterInvitations', 'RosterMembers', 'RosterAudit'],
    }),
  }),
});

export const {
  useGetRosterInvitationsQuery: useInvitations,
  useInviteToRosterMutation: useInvite,
  useResendRosterInvitationMutation: useResend,
  useRevokeRosterInvitationMutation: useRevoke,
} = invitationsApi;
