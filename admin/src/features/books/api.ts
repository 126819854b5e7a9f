import { adminApi } from '@strapi/strapi/admin';
import type { z } from 'zod';
import type { Availability, BooksInfo, UnassignedPage, unassignedQuery } from '../../../../contracts/http-availability';

/** Records of a type that nobody looks after: without an owner, with one who cannot, or whose rule found nobody. */
export type ListName = z.output<typeof unassignedQuery>['list'];

const booksApi = adminApi.enhanceEndpoints({ addTagTypes: ['RosterBooks', 'RosterAudit'] }).injectEndpoints({
  endpoints: (build) => ({
    getRosterBooks: build.query<BooksInfo, string>({
      query: (type) => ({ url: '/roster/books', method: 'GET', config: { params: { type } } }),
      providesTags: ['RosterBooks'],
    }),
    getRosterUnassigned: build.query<UnassignedPage, z.input<typeof unassignedQuery>>({
      query: (params) => ({ url: '/roster/unassigned', method: 'GET', config: { params } }),
      providesTags: ['RosterBooks'],
    }),
    setRosterAvailability: build.mutation<unknown, { member: string; availability: Availability }>({
      query: ({ member, availability }) => ({ url: `/roster/members/${member}/availability`, method: 'PUT', data: { data: availability } }),
      invalidatesTags: ['RosterBooks', 'RosterAudit'],
    }),
  }),
});

export const { useGetRosterBooksQuery: useBooks, useGetRosterUnassignedQuery: useUnassigned, useSetRosterAvailabilityMutation: useSetAvailability } = booksApi;
