import { adminApi } from '@strapi/strapi/admin';
import type { AcceptInvitation, InvitationPreview, JoinedInfo } from '../../../../contracts/http-invitations';

const joiningApi = adminApi.injectEndpoints({
  endpoints: (build) => ({
    previewRosterInvitation: build.query<InvitationPreview, string>({
      query: (token) => ({ url: '/roster/invitations/preview', method: 'POST', data: { data: { token } } }),
      transformResponse: ({ data }: { data: InvitationPreview }) => data,
    }),
    acceptRosterInvitation: build.mutation<JoinedInfo, AcceptInvitation>({
      query: (data) => ({ url: '/roster/invitations/accept', method: 'POST', data: { data } }),
      transformResponse: ({ data }: { data: JoinedInfo }) => data,
    }),
  }),
});

export const { usePreviewRosterInvitationQuery: usePreview, useAcceptRosterInvitationMutation: useAccept } = joiningApi;
