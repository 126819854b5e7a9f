import { adminApi } from '@strapi/strapi/admin';
import type { BindingInfo } from '../../../../contracts/http-bindings';
import type { Matrix } from '../../../../contracts/http-matrix';

const accessApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterMatrix', 'RosterBindings'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterMatrix: build.query<Matrix, void>({
      query: () => '/roster/matrix',
      transformResponse: ({ data }: { data: Matrix }) => data,
      providesTags: ['RosterMatrix'],
    }),
    getRosterBindings: build.query<BindingInfo[], void>({
      query: () => '/roster/bindings',
      transformResponse: ({ data }: { data: BindingInfo[] }) => data,
      providesTags: ['RosterBindings'],
    }),
  }),
});

export const { useGetRosterMatrixQuery: useMatrix, useGetRosterBindingsQuery: useBindings } = accessApi;
