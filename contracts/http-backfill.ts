import { z } from 'zod';

/** How large a file may be. `bytes`: of the file; `lines`: without the header. */
export const BACKFILL_LIMITS = { bytes: 20 * 1024 * 1024, lines: 250_000 } as const;

/** The owner of a record as the site says it: a text that holds an e-mail address, or a relation to a user. */
const fromField = z.strictObject({ field: z.string().min(1).max(200) });

/** Lines of a CSV file, which comes as `file` of the same multipart request. */
const fromFile = z.strictObject({
  file: z.strictObject({
    /** What tells a record: `documentId`, or a field of one of these. */
    key: z.string().min(1).max(200).default('documentId'),
    /** The columns, by their header. Capitals and small letters are the same. */
    columns: z.strictObject({ record: z.string().trim().min(1).default('record'), owner: z.string().trim().min(1).default('owner') }).prefault({}),
  }),
});

/**
 * `POST …/roster/backfills`: who owns what already, taken over from the site or from a file. It makes a plan, which
 * `…/roster/rebalance/:job/start` carries out. With a file the request is `multipart/form-data`: `data` (JSON) and `file`.
 */
export const backfillRequest = z.strictObject({
  type: z.string().min(1),
  from: z.union([fromField, fromFile]),
  /** Whether a record that has another owner changes hands. */
  replace: z.boolean().default(false),
});

/**
 * Why nothing is planned for a record or a line: nobody is named; nobody of the team is it; several people are;
 * he may not own; the record has another owner; no such record; several records have this key.
 */
export const CONFLICTS = ['EMPTY', 'UNKNOWN_PERSON', 'SEVERAL_PEOPLE', 'CANNOT_OWN', 'OWNED', 'UNKNOWN_RECORD', 'SEVERAL_RECORDS'] as const;

/** `POST …/roster/backfills` and `GET …/roster/backfills/:job`: what the plan leaves out. */
export const backfillResponse = z.strictObject({
  data: z.strictObject({
    /** The plan: `…/roster/rebalance/:job` answers for what it does. */
    job: z.string(),
    /** Records, or lines of the file, that were looked at. */
    examined: z.number(),
    /** Records that get an owner. */
    planned: z.number(),
    /** Records whose owner is so already. */
    unchanged: z.number(),
    conflicts: z.array(z.strictObject({ reason: z.enum(CONFLICTS), count: z.number() })),
  }),
  meta: z.strictObject({ token: z.string() }),
});

/** `GET …/roster/backfills/fields?type=…`: what a type offers. */
export const backfillFieldsQuery = z.strictObject({ type: z.string().min(1) });

export const backfillFieldsResponse = z.strictObject({
  data: z.strictObject({
    /** Fields that may name an owner. */
    owners: z.array(z.strictObject({ path: z.string(), kind: z.enum(['user', 'text']) })),
    /** Fields by which a line of a file may name a record. */
    keys: z.array(z.string()),
  }),
});

/** `GET …/roster/backfills/:job/conflicts`: one by one, of one reason or of all. */
export const conflictsQuery = z.strictObject({
  reason: z.enum(CONFLICTS).optional(),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

export const conflictsResponse = z.strictObject({
  data: z.array(
    z.strictObject({
      reason: z.enum(CONFLICTS),
      /** null where the line names none. */
      record: z.string().nullable(),
      title: z.string().nullable(),
      /** Of the file, the header being line 1; null for a field. */
      line: z.number().nullable(),
      /** What was found: an address, a name, or the key of a record. */
      value: z.string().nullable(),
    }),
  ),
  meta: z.strictObject({ pagination: z.strictObject({ page: z.number(), pageSize: z.number(), pageCount: z.number(), total: z.number() }) }),
});

export type BackfillRequest = z.infer<typeof backfillRequest>;
export type BackfillAnswer = z.infer<typeof backfillResponse>;
export type BackfillFields = z.infer<typeof backfillFieldsResponse>['data'];
export type ConflictsPage = z.infer<typeof conflictsResponse>;
export type ConflictReason = (typeof CONFLICTS)[number];
