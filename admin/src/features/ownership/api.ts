import { adminApi } from '@strapi/strapi/admin';
import type { Me } from '../../../../contracts/http-me';
import type { Owners } from '../../../../contracts/http-owners';
import type { WhyVisible } from '../../../../contracts/http-check';

/** A record of a governed type. */
export interface RecordRef {
  readonly type: string;
  readonly documentId: string;
}

const at = ({ type, documentId }: RecordRef): string => `/roster/records/${type}/${documentId}`;

const ownershipApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterOwners'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterMe: build.query<Me, void>({
      query: () => '/roster/me',
      transformResponse: ({ data }: { data: Me }) => data,
    }),
    getRosterOwners: build.query<Owners, RecordRef>({
      query: (record) => `${at(record)}/owner`,
      transformResponse: ({ data }: { data: Owners }) => data,
      providesTags: ['RosterOwners'],
    }),
    getRosterWhy: build.query<WhyVisible, RecordRef>({
      query: (record) => `${at(record)}/why`,
      transformResponse: ({ data }: { data: WhyVisible }) => data,
      providesTags: ['RosterOwners'],
    }),
  }),
});

export const { useGetRosterMeQuery: useMe, useGetRosterOwnersQuery: useOwners, useGetRosterWhyQuery: useWhy } = ownershipApi;
