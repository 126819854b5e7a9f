import { adminApi } from '@strapi/strapi/admin';
import type { BackfillAnswer, BackfillFields, ConflictReason, ConflictsPage } from '../../../../contracts/http-backfill';
import { requestOf, type BackfillDraft } from './backfill-draft';

const backfillApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterJobs'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterBackfillFields: build.query<BackfillFields, string>({
      query: (type) => ({ url: '/roster/backfills/fields', method: 'GET', config: { params: { type } } }),
      transformResponse: ({ data }: { data: BackfillFields }) => data,
    }),
    planRosterBackfill: build.mutation<BackfillAnswer, { type: string; draft: BackfillDraft }>({
      query: ({ type, draft }) => ({ url: '/roster/backfills', method: 'POST', data: requestOf(draft, type) }),
      invalidatesTags: ['RosterJobs'],
    }),
    getRosterBackfill: build.query<BackfillAnswer['data'], string>({
      query: (job) => `/roster/backfills/${job}`,
      transformResponse: ({ data }: BackfillAnswer) => data,
    }),
    getRosterConflicts: build.query<ConflictsPage, { job: string; reason: ConflictReason | undefined; page: number; pageSize: number }>({
      query: ({ job, ...params }) => ({ url: `/roster/backfills/${job}/conflicts`, method: 'GET', config: { params } }),
    }),
  }),
});

export const {
  useGetRosterBackfillFieldsQuery: useBackfillFields,
  usePlanRosterBackfillMutation: usePlanBackfill,
  useGetRosterBackfillQuery: useBackfill,
  useGetRosterConflictsQuery: useConflicts,
} = backfillApi;
