import { adminApi } from '@strapi/strapi/admin';
import type { FreeUser, MembersPage, MembersQuery, Restriction } from '../../../../contracts/http-members';
import type { Opening } from '../../../../contracts/http-restriction';
import type { ChangedMember, RemainingInfo } from '../../../../contracts/http-remaining';

/** What a member has besides his role, and may go. */
export type RemainingKind = 'shares' | 'coOwned' | 'territories';

/** The same change for several. */
export type MembersChange = { readonly status: 'deactivated' } | { readonly role: string };

/** A person who joins at once. */
export interface NewMember {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly apiUser?: string;
  readonly panelUser?: string;
}

type Users = { readonly apiUser?: string | null; readonly panelUser?: string | null };

const put = (path: string, data: object) => ({ url: path, method: 'PUT' as const, data: { data } });

const membersApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterMembers', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterMembers: build.query<MembersPage, MembersQuery>({
      query: (params) => ({ url: '/roster/members', method: 'GET', config: { params } }),
      providesTags: ['RosterMembers'],
    }),
    getRosterUsers: build.query<FreeUser[], { door: 'panel' | 'api'; search?: string }>({
      query: (params) => ({ url: '/roster/users', method: 'GET', config: { params } }),
      transformResponse: ({ data }: { data: FreeUser[] }) => data,
      providesTags: ['RosterMembers'],
    }),
    addRosterMember: build.mutation<unknown, NewMember>({
      query: (data) => ({ url: '/roster/members', method: 'POST', data: { data } }),
      invalidatesTags: ['RosterMembers', 'RosterAudit'],
    }),
    setRosterRole: build.mutation<unknown, { member: string; role: string; endsAt?: string | null }>({
      query: ({ member, ...given }) => put(`/roster/members/${member}/role`, given),
      invalidatesTags: ['RosterMembers', 'RosterAudit'],
    }),
    setRosterStatus: build.mutation<unknown, { member: string; status: 'active' | 'deactivated' }>({
      query: ({ member, status }) => put(`/roster/members/${member}/status`, { status }),
      invalidatesTags: ['RosterMembers', 'RosterAudit'],
    }),
    getRosterRemaining: build.query<RemainingInfo, string>({
      query: (member) => ({ url: `/roster/members/${member}/access`, method: 'GET' }),
      transformResponse: ({ data }: { data: RemainingInfo }) => data,
      providesTags: ['RosterMembers'],
    }),
    removeRosterRemaining: build.mutation<unknown, { member: string; kinds: readonly RemainingKind[] }>({
      query: ({ member, kinds }) => ({ url: `/roster/members/${member}/access/removals`, method: 'POST', data: { data: { kinds } } }),
      invalidatesTags: ['RosterMembers', 'RosterAudit'],
    }),
    changeRosterMembers: build.mutation<ChangedMember[], { members: readonly string[]; change: MembersChange }>({
      query: (data) => ({ url: '/roster/members/changes', method: 'POST', data: { data } }),
      transformResponse: ({ data }: { data: ChangedMember[] }) => data,
      invalidatesTags: ['RosterMembers', 'RosterAudit'],
    }),
    getRosterOpening: build.query<Opening[], { member: string; restriction: Restriction }>({
      query: ({ member, restriction }) => ({ url: `/roster/members/${member}/restriction`, method: 'GET', config: { params: { restriction } } }),
      transformResponse: ({ data }: { data: Opening[] }) => data,
      providesTags: ['RosterMembers'],
    }),
    restrictRosterMember: build.mutation<unknown, { member: string; restriction: Restriction }>({
      query: ({ member, restriction }) => put(`/roster/members/${member}/restriction`, { restriction }),
      invalidatesTags: ['RosterMembers', 'RosterAudit'],
    }),
    linkRosterUsers: build.mutation<unknown, { member: string; users: Users }>({
      query: ({ member, users }) => put(`/roster/members/${member}/users`, users),
      invalidatesTags: ['RosterMembers', 'RosterAudit'],
    }),
  }),
});

export const {
  useGetRosterMembersQuery: useMembers,
  useGetRosterUsersQuery: useFreeUsers,
  useAddRosterMemberMutation: useAddMember,
  useSetRosterRoleMutation: useSetRole,
  useSetRosterStatusMutation: useSetStatus,
  useGetRosterRemainingQuery: useRemaining,
  useLazyGetRosterRemainingQuery: useAskRemaining,
  useRemoveRosterRemainingMutation: useRemoveRemaining,
  useChangeRosterMembersMutation: useChangeMembers,
  useGetRosterOpeningQuery: useOpening,
  useRestrictRosterMemberMutation: useRestrict,
  useLinkRosterUsersMutation: useLinkUsers,
} = membersApi;
