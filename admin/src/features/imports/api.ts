import { adminApi } from '@strapi/strapi/admin';
import type { ImportInfo, ImportRowsPage, ImportRowStatus } from '../../../../contracts/http-imports';

const dataOf = ({ data }: { readonly data: ImportInfo }): ImportInfo => data;

const formOf = (file: File): FormData => {
  const form = new FormData();
  form.append('file', file);
  return form;
};

const importsApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterImports', 'RosterInvitations', 'RosterMembers', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    /** Says what each row would become, and invites nobody. */
    planRosterImport: build.mutation<ImportInfo, File>({
      query: (file) => ({ url: '/roster/imports', method: 'POST', data: formOf(file) }),
      transformResponse: dataOf,
    }),
    getRosterImports: build.query<ImportInfo[], void>({
      query: () => '/roster/imports',
      transformResponse: ({ data }: { data: ImportInfo[] }) => data,
      providesTags: ['RosterImports'],
    }),
    getRosterImport: build.query<ImportInfo, string>({
      query: (id) => `/roster/imports/${id}`,
      transformResponse: dataOf,
      providesTags: ['RosterImports'],
    }),
    getRosterImportRows: build.query<ImportRowsPage, { id: string; status: ImportRowStatus | undefined; page: number; pageSize: number }>({
      query: ({ id, ...params }) => ({ url: `/roster/imports/${id}/rows`, method: 'GET', config: { params } }),
      providesTags: ['RosterImports'],
    }),
    startRosterImport: build.mutation<ImportInfo, string>({
      query: (id) => ({ url: `/roster/imports/${id}/start`, method: 'POST' }),
      transformResponse: dataOf,
      invalidatesTags: ['RosterImports', 'RosterInvitations', 'RosterMembers', 'RosterAudit'],
    }),
    cancelRosterImport: build.mutation<ImportInfo, string>({
      query: (id) => ({ url: `/roster/imports/${id}/cancel`, method: 'POST' }),
      transformResponse: dataOf,
      invalidatesTags: ['RosterImports'],
    }),
  }),
});

export const {
  usePlanRosterImportMutation: usePlanImport,
  useGetRosterImportsQuery: useImports,
  useGetRosterImportQuery: useImport,
  useGetRosterImportRowsQuery: useImportRows,
  useStartRosterImportMutation: useStartImport,
  useCancelRosterImportMutation: useCancelImport,
} = importsApi;
