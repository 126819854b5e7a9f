import { adminApi } from '@strapi/strapi/admin';
import type { SessionInfo, SessionsAnswer, SessionsEnded, SteppedUp } from '../../../../contracts/http-sessions';

/** Whose sessions: a member's, by documentId, or one's own. */
export type Whose = 'me' | { readonly member: string };

const at = (whose: Whose): string => (whose === 'me' ? '/roster/me/sessions' : `/roster/members/${whose.member}/sessions`);
const ended = ({ data }: { data: SessionsEnded }): number => data.ended;

const sessionsApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterSessions', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterSessions: build.query<readonly SessionInfo[], Whose>({
      query: (whose) => ({ url: at(whose), method: 'GET' }),
      transformResponse: ({ data }: SessionsAnswer) => data,
      providesTags: ['RosterSessions'],
    }),
    endRosterSession: build.mutation<number, { whose: Whose; session: string }>({
      query: ({ whose, session }) => ({ url: `${at(whose)}/${session}`, method: 'DELETE' }),
      transformResponse: ended,
      invalidatesTags: ['RosterSessions', 'RosterAudit'],
    }),
    endRosterSessions: build.mutation<number, Whose>({
      query: (whose) => ({ url: at(whose), method: 'DELETE' }),
      transformResponse: ended,
      invalidatesTags: ['RosterSessions', 'RosterAudit'],
    }),
    stepUpInRoster: build.mutation<SteppedUp, string>({
      query: (password) => ({ url: '/roster/me/step-up', method: 'POST', data: { data: { password } } }),
      transformResponse: ({ data }: { data: SteppedUp }) => data,
    }),
  }),
});

export const {
  useGetRosterSessionsQuery: useSessions,
  useEndRosterSessionMutation: useEndSession,
  useEndRosterSessionsMutation: useEndSessions,
  useStepUpInRosterMutation: useStepUpMutation,
} = sessionsApi;
