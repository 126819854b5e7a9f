import { adminApi } from '@strapi/strapi/admin';
import type { MovePreview, RuleInfo, RuleRequest, RuleType } from '../../../../contracts/http-rules';

/** The rule that is being written; without documentId a new one. */
export type WrittenRule = RuleRequest & { readonly documentId?: string };

const rulesApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterRules', 'RosterBooks', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterRuleTypes: build.query<RuleType[], void>({
      query: () => '/roster/rules/types',
      transformResponse: ({ data }: { data: RuleType[] }) => data,
    }),
    getRosterRules: build.query<RuleInfo[], string>({
      query: (type) => ({ url: '/roster/rules', method: 'GET', config: { params: { type } } }),
      transformResponse: ({ data }: { data: RuleInfo[] }) => data,
      providesTags: ['RosterRules'],
    }),
    saveRosterRule: build.mutation<unknown, WrittenRule>({
      query: ({ documentId, ...data }) =>
        documentId === undefined ? { url: '/roster/rules', method: 'POST', data: { data } } : { url: `/roster/rules/${documentId}`, method: 'PUT', data: { data } },
      invalidatesTags: ['RosterRules', 'RosterBooks', 'RosterAudit'],
    }),
    deleteRosterRule: build.mutation<unknown, string>({
      query: (documentId) => ({ url: `/roster/rules/${documentId}`, method: 'DELETE' }),
      invalidatesTags: ['RosterRules', 'RosterBooks', 'RosterAudit'],
    }),
    orderRosterRules: build.mutation<unknown, { type: string; rules: readonly string[] }>({
      query: (data) => ({ url: '/roster/rules/order', method: 'PUT', data: { data } }),
      invalidatesTags: ['RosterRules', 'RosterAudit'],
    }),
    /** Changes nothing: a mutation because it is asked for, and not kept. */
    previewRosterRules: build.mutation<MovePreview, { type: string; rule?: WrittenRule }>({
      query: (data) => ({ url: '/roster/rules/preview', method: 'POST', data: { data } }),
      transformResponse: ({ data }: { data: MovePreview }) => data,
    }),
  }),
});

export const {
  useGetRosterRuleTypesQuery: useRuleTypes,
  useGetRosterRulesQuery: useRules,
  useSaveRosterRuleMutation: useSaveRule,
  useDeleteRosterRuleMutation: useDeleteRule,
  useOrderRosterRulesMutation: useOrderRules,
  usePreviewRosterRulesMutation: usePreviewRules,
} = rulesApi;
