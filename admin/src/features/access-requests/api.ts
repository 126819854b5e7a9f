import { adminApi } from '@strapi/strapi/admin';
import type { AccessRequestInfo, AskForAccess, MyAccessRequests } from '../../../../contracts/http-access-requests';

/** How somebody answers: until when, where that is not what was asked for, and with which word. */
interface Answer {
  readonly request: string;
  readonly endsAt?: string;
  readonly note?: string;
}

const ALL = '/roster/access-requests';
const MINE = '/roster/me/access-requests';

const accessRequestsApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterRequests', 'RosterMembers', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterMyRequests: build.query<MyAccessRequests, void>({ query: () => MINE, providesTags: ['RosterRequests'] }),
    getRosterRequests: build.query<readonly AccessRequestInfo[], void>({
      query: () => ALL,
      transformResponse: ({ data }: { data: readonly AccessRequestInfo[] }) => data,
      providesTags: ['RosterRequests'],
    }),
    askForRosterAccess: build.mutation<unknown, AskForAccess>({
      query: (data) => ({ url: MINE, method: 'POST', data: { data } }),
      invalidatesTags: ['RosterRequests', 'RosterAudit'],
    }),
    withdrawRosterRequest: build.mutation<unknown, string>({
      query: (request) => ({ url: `${MINE}/${request}`, method: 'DELETE' }),
      invalidatesTags: ['RosterRequests', 'RosterAudit'],
    }),
    approveRosterRequest: build.mutation<unknown, Answer>({
      query: ({ request, ...data }) => ({ url: `${ALL}/${request}/approve`, method: 'POST', data: { data } }),
      invalidatesTags: ['RosterRequests', 'RosterMembers', 'RosterAudit'],
    }),
    declineRosterRequest: build.mutation<unknown, Omit<Answer, 'endsAt'>>({
      query: ({ request, ...data }) => ({ url: `${ALL}/${request}/decline`, method: 'POST', data: { data } }),
      invalidatesTags: ['RosterRequests', 'RosterAudit'],
    }),
    revokeRosterRequest: build.mutation<unknown, string>({
      query: (request) => ({ url: `${ALL}/${request}`, method: 'DELETE' }),
      invalidatesTags: ['RosterRequests', 'RosterMembers', 'RosterAudit'],
    }),
  }),
});

export const {
  useGetRosterMyRequestsQuery: useMyRequests,
  useGetRosterRequestsQuery: useRequests,
  useAskForRosterAccessMutation: useAsk,
  useWithdrawRosterRequestMutation: useWithdraw,
  useApproveRosterRequestMutation: useApprove,
  useDeclineRosterRequestMutation: useDecline,
  useRevokeRosterRequestMutation: useRevokeRequest,
} = accessRequestsApi;
