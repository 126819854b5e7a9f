import { adminApi } from '@strapi/strapi/admin';
import type { TerritoryInfo } from '../../../../contracts/http-territories';

const at = (key: string): string => `/roster/territories/${encodeURIComponent(key)}`;

const territoriesApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterTerritories', 'RosterMembers', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterTerritories: build.query<TerritoryInfo[], void>({
      query: () => '/roster/territories',
      transformResponse: ({ data }: { data: TerritoryInfo[] }) => data,
      providesTags: ['RosterTerritories'],
    }),
    addRosterTerritory: build.mutation<unknown, { key: string; name: string }>({
      query: (data) => ({ url: '/roster/territories', method: 'POST', data: { data } }),
      invalidatesTags: ['RosterTerritories', 'RosterAudit'],
    }),
    renameRosterTerritory: build.mutation<unknown, { key: string; name: string }>({
      query: ({ key, name }) => ({ url: at(key), method: 'PUT', data: { data: { name } } }),
      invalidatesTags: ['RosterTerritories', 'RosterAudit'],
    }),
    deleteRosterTerritory: build.mutation<unknown, string>({
      query: (key) => ({ url: at(key), method: 'DELETE' }),
      invalidatesTags: ['RosterTerritories', 'RosterMembers', 'RosterAudit'],
    }),
    setRosterTerritories: build.mutation<unknown, { member: string; territories: readonly string[] }>({
      query: ({ member, territories }) => ({ url: `/roster/members/${member}/territories`, method: 'PUT', data: { data: { territories } } }),
      invalidatesTags: ['RosterTerritories', 'RosterMembers', 'RosterAudit'],
    }),
  }),
});

export const {
  useGetRosterTerritoriesQuery: useTerritories,
  useAddRosterTerritoryMutation: useAddTerritory,
  useRenameRosterTerritoryMutation: useRenameTerritory,
  useDeleteRosterTerritoryMutation: useDeleteTerritory,
  useSetRosterTerritoriesMutation: useSetTerritories,
} = territoriesApi;
