import { adminApi } from '@strapi/strapi/admin';
import type { AuditLetters, AuditStreams } from '../../../../../contracts/http-audit-streams';

const BASE = '/roster/audit/streams';

interface LettersOf {
  readonly name: string;
  readonly page: number;
}

interface LetterOf {
  readonly name: string;
  readonly eventId: string;
}

const letterAddress = ({ name, eventId }: LetterOf): string => `${BASE}/${name}/letters/${encodeURIComponent(eventId)}`;

const streamsApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterStreams'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterStreams: build.query<AuditStreams, void>({ query: () => BASE, providesTags: ['RosterStreams'] }),
    getRosterLetters: build.query<AuditLetters, LettersOf>({ query: ({ name, page }) => `${BASE}/${name}/letters?page=${page}`, providesTags: ['RosterStreams'] }),
    tryRosterStream: build.mutation<AuditStreams, string>({ query: (name) => ({ url: `${BASE}/${name}/attempts`, method: 'POST' }), invalidatesTags: ['RosterStreams'] }),
    replayRosterStream: build.mutation<AuditStreams, { readonly name: string; readonly from: number }>({
      query: ({ name, from }) => ({ url: `${BASE}/${name}/replays`, method: 'POST', data: { data: { from } } }),
      invalidatesTags: ['RosterStreams'],
    }),
    sendRosterLetter: build.mutation<AuditStreams, LetterOf>({ query: (letter) => ({ url: `${letterAddress(letter)}/attempts`, method: 'POST' }), invalidatesTags: ['RosterStreams'] }),
    discardRosterLetter: build.mutation<AuditStreams, LetterOf>({ query: (letter) => ({ url: letterAddress(letter), method: 'DELETE' }), invalidatesTags: ['RosterStreams'] }),
  }),
});

export const {
  useGetRosterStreamsQuery: useStreams,
  useGetRosterLettersQuery: useLetters,
  useTryRosterStreamMutation: useTryStream,
  useReplayRosterStreamMutation: useReplayStream,
  useSendRosterLetterMutation: useSendLetter,
  useDiscardRosterLetterMutation: useDiscardLetter,
} = streamsApi;
