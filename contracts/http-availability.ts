import { z } from 'zod';

/** `PUT …/roster/members/:documentId/availability`: how much a member takes from rotations, and when nothing. */
export const availabilityRequest = z.strictObject({
  /** His share in a weighted rotation. */
  weight: z.number().int().min(0).max(1000).default(1),
  /** Rotations give him nothing beyond this many records; null is no limit. */
  capacity: z.number().int().min(0).max(10_000_000).nullable().default(null),
  /** Away from this moment on, */
  awayFrom: z.iso.datetime({ offset: true }).nullable().default(null),
  /** and before this one. */
  awayUntil: z.iso.datetime({ offset: true }).nullable().default(null),
});

/** `GET …/roster/books`. */
export const booksQuery = z.strictObject({ type: z.string().min(1) });

/** `GET …/roster/books?type=…`: everybody who owns or may own, with his book and what it is worth. */
export const booksResponse = z.strictObject({
  data: z.array(
    z.strictObject({
      member: z.strictObject({ documentId: z.string(), name: z.string().nullable(), status: z.string().nullable() }),
      mayOwn: z.boolean(),
      owned: z.number(),
      coOwned: z.number(),
      /** The sum of the binding's `value` field over what he owns; null for a type without one. */
      value: z.number().nullable(),
      weight: z.number(),
      capacity: z.number().nullable(),
      awayFrom: z.string().nullable(),
      awayUntil: z.string().nullable(),
      isAway: z.boolean(),
    }),
  ),
  meta: z.strictObject({
    /** Records without an owner. */
    unassigned: z.number(),
    /** Records whose owner is not active, or may not own any more. */
    limbo: z.number(),
    /** Records whose rule found nobody to choose. */
    waiting: z.number(),
    total: z.number(),
  }),
});

/** `GET …/roster/unassigned?type=…&list=…`: records that nobody looks after, oldest first. */
export const unassignedQuery = z.strictObject({
  type: z.string().min(1),
  list: z.enum(['unassigned', 'limbo', 'waiting']).default('unassigned'),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

export const unassignedResponse = z.strictObject({
  data: z.array(
    z.strictObject({
      record: z.string(),
      title: z.string(),
      value: z.number().nullable(),
      /** Whose it still is, in limbo. */
      owner: z.strictObject({ documentId: z.string(), name: z.string().nullable(), status: z.string().nullable() }).nullable(),
      /** Since when: of limbo the moment that is known, else of its creation. */
      since: z.string().nullable(),
    }),
  ),
  meta: z.strictObject({ pagination: z.strictObject({ page: z.number(), pageSize: z.number(), pageCount: z.number(), total: z.number() }) }),
});

export type Availability = z.infer<typeof availabilityRequest>;
export type BookInfo = z.infer<typeof booksResponse>['data'][number];
export type BooksInfo = z.infer<typeof booksResponse>;
export type UnassignedPage = z.infer<typeof unassignedResponse>;
