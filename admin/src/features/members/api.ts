import { adminApi } from '@strapi/strapi/admin';
import type { FreeUser, MembersPage, MembersQuery, Restriction } from '../../../../contracts/http-members';

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
    setRosterRole: build.mutation<unknown, { member: string; role: string }>({
      query: ({ member, role }) => put(`/roster/members/${member}/role`, { role }),
      invalidatesTags: ['RosterMembers', 'RosterAudit'],
    }),
    setRosterStatus: build.mutation<unknown, { member: string; status: 'active' | 'deactivated' }>({
      query: ({ member, status }) => put(`/roster/members/${member}/status`, { status }),
      invalidatesTags: ['RosterMembers', 'RosterAudit'],
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
  useRestrictRosterMemberMutation: useRestrict,
  useLinkRosterUsersMutation: useLinkUsers,
} = membersApi;
