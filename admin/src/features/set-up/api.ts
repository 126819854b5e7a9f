import { adminApi } from '@strapi/strapi/admin';
import type { Adopted, AdoptRequest, HostRoleInfo, PanelBinding, Released, SetUp, SetUpCheck, TestMail } from '../../../../contracts/http-set-up';

const setUpApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterSetUp', 'RosterSiteRoles', 'RosterMembers', 'RosterBindings', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterSetUp: build.query<SetUp, void>({
      query: () => '/roster/set-up',
      transformResponse: ({ data }: { data: SetUp }) => data,
      providesTags: ['RosterSetUp'],
    }),
    bindRosterTypes: build.mutation<unknown, Readonly<Record<string, PanelBinding>>>({
      query: (bindings) => ({ url: '/roster/set-up/bindings', method: 'PUT', data: { data: { bindings } } }),
      invalidatesTags: ['RosterSetUp', 'RosterAudit'],
    }),
    getRosterSiteRoles: build.query<HostRoleInfo[], void>({
      query: () => '/roster/set-up/people',
      transformResponse: ({ data }: { data: HostRoleInfo[] }) => data,
      providesTags: ['RosterSiteRoles'],
    }),
    adoptRosterPeople: build.mutation<Adopted, AdoptRequest>({
      query: (data) => ({ url: '/roster/set-up/people', method: 'POST', data: { data } }),
      transformResponse: ({ data }: { data: Adopted }) => data,
    }),
    releaseRosterPeople: build.mutation<Released, void>({
      query: () => ({ url: '/roster/set-up/people', method: 'DELETE' }),
      transformResponse: ({ data }: { data: Released }) => data,
    }),
    /** After the last of many calls: what shows people is asked anew once, not with each of them. */
    refreshRosterPeople: build.mutation<null, void>({
      queryFn: () => ({ data: null }),
      invalidatesTags: ['RosterSetUp', 'RosterSiteRoles', 'RosterMembers', 'RosterAudit'],
    }),
    getRosterChecks: build.query<SetUpCheck[], void>({
      query: () => '/roster/set-up/checks',
      transformResponse: ({ data }: { data: SetUpCheck[] }) => data,
    }),
    mailRosterTest: build.mutation<TestMail, void>({
      query: () => ({ url: '/roster/set-up/mail', method: 'POST' }),
      transformResponse: ({ data }: { data: TestMail }) => data,
    }),
    restartSite: build.mutation<unknown, void>({ query: () => ({ url: '/roster/set-up/restart', method: 'POST' }) }),
  }),
});

export const {
  useGetRosterSetUpQuery: useSetUp,
  useBindRosterTypesMutation: useBindTypes,
  useGetRosterSiteRolesQuery: useSiteRoles,
  useAdoptRosterPeopleMutation: useAdoptPeople,
  useReleaseRosterPeopleMutation: useReleasePeople,
  useRefreshRosterPeopleMutation: useRefreshPeople,
  useGetRosterChecksQuery: useChecks,
  useMailRosterTestMutation: useTestMail,
  useRestartSiteMutation: useRestart,
} = setUpApi;
