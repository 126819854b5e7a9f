import { adminApi } from '@strapi/strapi/admin';
import type { Candidate, OwnerChange, Owners, OwnersOfMany, Person } from '../../../../contracts/http-owners';
import type { ShareCandidate, ShareInfo } from '../../../../contracts/http-shares';
import type { WhyVisible } from '../../../../contracts/http-check';

/** A record of a governed type. */
export interface RecordRef {
  readonly type: string;
  readonly documentId: string;
}

/** Records of one type. */
export interface RecordsRef {
  readonly type: string;
  readonly records: readonly string[];
}

type Answer<T> = { readonly data: T };

const RECORDS = '/roster/records';
const at = ({ type, documentId }: RecordRef): string => `${RECORDS}/${type}/${documentId}`;
const send = (method: 'POST' | 'PUT', url: string, data: object) => ({ url, method, data: { data } });
const dataOf = <T>({ data }: Answer<T>): T => data;

/** What shows owners: the plugin's own answers, and the host's lists, which may be filtered by them. */
const touchedBy = (type: string) => ['RosterOwners' as const, 'RosterBooks' as const, 'RosterMembers' as const, 'RosterAudit' as const, { type: 'Document' as const, id: `${type}_LIST` }];

const ownershipApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterOwners', 'RosterBooks', 'RosterMembers', 'RosterAudit', 'Document'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterOwners: build.query<Owners, RecordRef>({ query: (record) => `${at(record)}/owner`, transformResponse: dataOf, providesTags: ['RosterOwners'] }),
    getRosterWhy: build.query<WhyVisible, RecordRef>({ query: (record) => `${at(record)}/why`, transformResponse: dataOf, providesTags: ['RosterOwners'] }),
    getRosterHistory: build.query<OwnerChange[], RecordRef>({ query: (record) => `${at(record)}/history`, transformResponse: dataOf, providesTags: ['RosterOwners'] }),
    getRosterShares: build.query<ShareInfo[], RecordRef>({ query: (record) => `${at(record)}/shares`, transformResponse: dataOf, providesTags: ['RosterOwners'] }),
    getRosterShareCandidates: build.query<ShareCandidate[], RecordRef>({ query: (record) => `${at(record)}/shares/candidates`, transformResponse: dataOf, providesTags: ['RosterOwners', 'RosterMembers'] }),
    getRosterOwnersOfMany: build.query<OwnersOfMany, RecordsRef>({
      query: ({ type, records }) => send('POST', `${RECORDS}/${type}/owners`, { records }),
      transformResponse: dataOf,
      providesTags: ['RosterOwners'],
    }),
    getRosterHolders: build.query<Person[], string>({ query: (type) => `${RECORDS}/${type}/owners`, transformResponse: dataOf, providesTags: ['RosterOwners'] }),
    getRosterCandidates: build.query<Candidate[], void>({ query: () => '/roster/candidates', transformResponse: dataOf, providesTags: ['RosterOwners', 'RosterMembers'] }),
    setRosterOwner: build.mutation<unknown, RecordRef & { owner: string | null }>({
      query: ({ owner, ...record }) => send('PUT', `${at(record)}/owner`, { owner }),
      invalidatesTags: (_result, _error, { type }) => touchedBy(type),
    }),
    setRosterOwners: build.mutation<unknown, RecordsRef & { owner: string | null }>({
      query: ({ type, records, owner }) => send('PUT', `${RECORDS}/${type}/owners`, { records, owner }),
      invalidatesTags: (_result, _error, { type }) => touchedBy(type),
    }),
    addRosterCoOwner: build.mutation<unknown, RecordRef & { coOwner: string }>({
      query: ({ coOwner, ...record }) => send('POST', `${at(record)}/co-owners`, { coOwner }),
      invalidatesTags: (_result, _error, { type }) => touchedBy(type),
    }),
    removeRosterCoOwner: build.mutation<unknown, RecordRef & { coOwner: string }>({
      query: ({ coOwner, ...record }) => ({ url: `${at(record)}/co-owners/${coOwner}`, method: 'DELETE' }),
      invalidatesTags: (_result, _error, { type }) => touchedBy(type),
    }),
    shareRosterRecord: build.mutation<unknown, RecordRef & { member: string; endsAt: string | null }>({
      query: ({ member, endsAt, ...record }) => send('POST', `${at(record)}/shares`, { member, endsAt }),
      invalidatesTags: ['RosterOwners', 'RosterAudit'],
    }),
    unshareRosterRecord: build.mutation<unknown, RecordRef & { member: string }>({
      query: ({ member, ...record }) => ({ url: `${at(record)}/shares/${member}`, method: 'DELETE' }),
      invalidatesTags: ['RosterOwners', 'RosterAudit'],
    }),
  }),
});

export const {
  useGetRosterOwnersQuery: useOwners,
  useGetRosterWhyQuery: useWhy,
  useGetRosterHistoryQuery: useHistory,
  useGetRosterSharesQuery: useShares,
  useGetRosterShareCandidatesQuery: useShareCandidates,
  useGetRosterOwnersOfManyQuery: useOwnersOfMany,
  useGetRosterHoldersQuery: useHolders,
  useGetRosterCandidatesQuery: useCandidates,
  useSetRosterOwnerMutation: useSetOwner,
  useSetRosterOwnersMutation: useSetOwners,
  useAddRosterCoOwnerMutation: useAddCoOwner,
  useRemoveRosterCoOwnerMutation: useRemoveCoOwner,
  useShareRosterRecordMutation: useShare,
  useUnshareRosterRecordMutation: useUnshare,
} = ownershipApi;

/** Somebody else may have changed it since it was last looked at. */
export const FRESH = { refetchOnMountOrArgChange: true };
