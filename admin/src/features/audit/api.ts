import { adminApi } from '@strapi/strapi/admin';
import type { AuditDays, AuditEntryDetail, AuditExportFormat, AuditPage, AuditState } from '../../../../contracts/http-audit';
import type { AuditPlace } from './AuditPager';
import { searchOf, type Filters } from './filters/filters';

interface PageQuery {
  readonly filters?: Filters;
  readonly place?: AuditPlace;
  readonly pageSize?: number;
}

/** The host's client writes parameters into an address as they are, so that an id with a `&` would end there: ours are written by `searchOf`. */
const addressOf = (path: string, filters: Filters, more: Readonly<Record<string, string>> = {}): string => {
  const search = new URLSearchParams(searchOf(filters));
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  return `/roster/audit${path}?${search.toString()}`;
};

export const exportAddress = (filters: Filters, format: AuditExportFormat): string => addressOf('/export', filters, { format });

const auditApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterAudit: build.query<AuditPage, PageQuery>({
      query: ({ filters = {}, place = {}, pageSize }) => addressOf('', filters, { ...place, ...(pageSize !== undefined && { pageSize: String(pageSize) }) }),
      providesTags: ['RosterAudit'],
    }),
    getRosterAuditDays: build.query<AuditDays, Filters>({
      query: (filters) => addressOf('/days', filters),
      providesTags: ['RosterAudit'],
    }),
    getRosterAuditEntry: build.query<AuditEntryDetail, string>({
      query: (eventId) => `/roster/audit/entries/${encodeURIComponent(eventId)}`,
      providesTags: ['RosterAudit'],
    }),
    getRosterAuditState: build.query<AuditState, void>({
      query: () => '/roster/audit/state',
      providesTags: ['RosterAudit'],
    }),
    checkRosterAudit: build.mutation<AuditState, void>({
      query: () => ({ url: '/roster/audit/checks', method: 'POST' }),
      invalidatesTags: ['RosterAudit'],
    }),
    reviewRosterAudit: build.mutation<AuditState, void>({
      query: () => ({ url: '/roster/audit/reviews', method: 'POST' }),
      invalidatesTags: ['RosterAudit'],
    }),
    /** Asks nothing by itself: whatever of the log is on the screen is asked for anew. */
    refreshRosterAudit: build.mutation<null, void>({
      queryFn: () => ({ data: null }),
      invalidatesTags: ['RosterAudit'],
    }),
  }),
});

export const {
  useGetRosterAuditQuery: useAuditPage,
  useGetRosterAuditDaysQuery: useAuditDays,
  useGetRosterAuditEntryQuery: useAuditEntry,
  useGetRosterAuditStateQuery: useAuditState,
  useCheckRosterAuditMutation: useCheckAudit,
  useReviewRosterAuditMutation: useReviewAudit,
  useRefreshRosterAuditMutation: useRefreshAudit,
} = auditApi;
