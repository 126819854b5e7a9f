import { adminApi } from '@strapi/strapi/admin';
import type { AuditPage, AuditQuery } from '../../../../contracts/http-audit';

const auditApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterAudit: build.query<AuditPage, AuditQuery>({
      query: (params) => ({ url: '/roster/audit', method: 'GET', config: { params } }),
      providesTags: ['RosterAudit'],
    }),
  }),
});

export const { useGetRosterAuditQuery: useAuditPage } = auditApi;
