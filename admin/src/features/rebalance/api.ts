import { adminApi } from '@strapi/strapi/admin';
import type { JobAnswer, JobInfo, MovesPage, PlanRequest } from '../../../../contracts/http-rebalance';

const rebalanceApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterJobs', 'RosterBooks', 'RosterMembers', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    planRosterRebalance: build.mutation<JobAnswer, PlanRequest>({
      query: (data) => ({ url: '/roster/rebalance/plans', method: 'POST', data: { data } }),
      invalidatesTags: ['RosterJobs'],
    }),
    getRosterJobs: build.query<JobInfo[], void>({
      query: () => '/roster/rebalance',
      transformResponse: ({ data }: { data: JobInfo[] }) => data,
      providesTags: ['RosterJobs'],
    }),
    getRosterJob: build.query<JobAnswer, string>({
      query: (job) => `/roster/rebalance/${job}`,
      providesTags: ['RosterJobs'],
    }),
    getRosterMoves: build.query<MovesPage, { job: string; page: number; pageSize: number }>({
      query: ({ job, ...params }) => ({ url: `/roster/rebalance/${job}/moves`, method: 'GET', config: { params } }),
    }),
    startRosterJob: build.mutation<unknown, { job: string; token: string }>({
      query: ({ job, token }) => ({ url: `/roster/rebalance/${job}/start`, method: 'POST', data: { data: { token } } }),
      invalidatesTags: ['RosterJobs'],
    }),
    cancelRosterJob: build.mutation<unknown, string>({
      query: (job) => ({ url: `/roster/rebalance/${job}/cancel`, method: 'POST' }),
      invalidatesTags: ['RosterJobs'],
    }),
    /** Answers with the job that takes it back. */
    undoRosterJob: build.mutation<JobAnswer, string>({
      query: (job) => ({ url: `/roster/rebalance/${job}/undo`, method: 'POST' }),
      invalidatesTags: ['RosterJobs', 'RosterBooks', 'RosterMembers', 'RosterAudit'],
    }),
  }),
});

export const {
  usePlanRosterRebalanceMutation: usePlan,
  useGetRosterJobsQuery: useJobs,
  useGetRosterJobQuery: useJob,
  useGetRosterMovesQuery: useMoves,
  useStartRosterJobMutation: useStartJob,
  useCancelRosterJobMutation: useCancelJob,
  useUndoRosterJobMutation: useUndoJob,
} = rebalanceApi;
