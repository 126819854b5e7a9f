import { adminApi } from '@strapi/strapi/admin';
import type { JoinedInfo } from '../../../../contracts/http-invitations';
import type { DomainJoiningInput, JoinInput, JoinPreview, LinkPreview, LinkSession, OpenWays, SignInLinks, WaysIn } from '../../../../contracts/http-ways-in';

const post = (path: string, data: object) => ({ url: `/roster/ways-in/${path}`, method: 'POST' as const, data: { data } });
const put = (path: string, data: object) => ({ url: `/roster/ways-in/${path}`, method: 'PUT' as const, data: { data } });

const waysInApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterWaysIn', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterWaysIn: build.query<WaysIn, void>({
      query: () => '/roster/ways-in',
      transformResponse: ({ data }: { data: WaysIn }) => data,
      providesTags: ['RosterWaysIn'],
    }),
    setRosterDomains: build.mutation<unknown, DomainJoiningInput>({ query: (data) => put('domains', data), invalidatesTags: ['RosterWaysIn', 'RosterAudit'] }),
    setRosterLinks: build.mutation<unknown, SignInLinks>({ query: (data) => put('links', data), invalidatesTags: ['RosterWaysIn', 'RosterAudit'] }),
    getRosterOpenWays: build.query<OpenWays, void>({
      query: () => '/roster/ways-in/open',
      transformResponse: ({ data }: { data: OpenWays }) => data,
    }),
    askToJoinRoster: build.mutation<unknown, { email: string; language: string }>({ query: (data) => post('join', data) }),
    previewRosterJoining: build.query<JoinPreview, string>({
      query: (token) => post('join/preview', { token }),
      transformResponse: ({ data }: { data: JoinPreview }) => data,
    }),
    joinRoster: build.mutation<JoinedInfo, JoinInput>({
      query: (data) => post('join/accept', data),
      transformResponse: ({ data }: { data: JoinedInfo }) => data,
    }),
    askForRosterLink: build.mutation<unknown, { email: string }>({ query: (data) => post('links', data) }),
    previewRosterLink: build.query<LinkPreview, string>({
      query: (token) => post('links/preview', { token }),
      transformResponse: ({ data }: { data: LinkPreview }) => data,
    }),
    signInByRosterLink: build.mutation<LinkSession, { token: string; isConfirmed?: true }>({
      query: (data) => post('links/use', data),
      transformResponse: ({ data }: { data: LinkSession }) => data,
    }),
  }),
});

export const {
  useGetRosterWaysInQuery: useWaysIn,
  useSetRosterDomainsMutation: useSetDomains,
  useSetRosterLinksMutation: useSetLinks,
  useGetRosterOpenWaysQuery: useOpenWays,
  useAskToJoinRosterMutation: useAskToJoin,
  usePreviewRosterJoiningQuery: usePreviewJoining,
  useJoinRosterMutation: useJoin,
  useAskForRosterLinkMutation: useAskForLink,
  usePreviewRosterLinkQuery: usePreviewLink,
  useSignInByRosterLinkMutation: useSignInByLink,
} = waysInApi;
