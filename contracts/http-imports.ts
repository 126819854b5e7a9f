import { z } from 'zod';

/** How large a file may be. `bytes`: of the file; `rows`: without the header. */
export const IMPORT_LIMITS = { bytes: 5 * 1024 * 1024, rows: 10_000 } as const;

/** What a file of people holds; the last column may be missing. */
export const IMPORT_COLUMNS = ['email', 'role', 'territory_id'] as const;

/** What a file of rows that were refused has besides, so that it can be mended and sent again. */
export const IMPORT_ERROR_COLUMNS = ['line', 'reason'] as const;

/** `planned` until somebody starts it. */
export const IMPORT_STATUSES = ['planned', 'running', 'cancelling', 'done', 'cancelled', 'failed'] as const;

/** `ready`: is invited when its turn comes. */
export const IMPORT_ROW_STATUSES = ['ready', 'invited', 'refused'] as const;

/**
 * Why a row invites nobody: it has more values than there are columns; no address; no such role (by its key, as it is
 * written); a role, or a territory, that the one who imports may not give; no such territory; the address stands
 * further up in the file; it is a member's; it is invited already; a user of the site with it is somebody else's.
 */
export const IMPORT_REASONS = [
  'TOO_MANY_VALUES', 'INVALID_EMAIL', 'UNKNOWN_ROLE', 'ROLE_BEYOND_CEILING', 'UNKNOWN_TERRITORY', 'TERRITORY_BEYOND_CEILING', 'TWICE_IN_FILE', 'MEMBER_EXISTS', 'ALREADY_INVITED', 'USER_EXISTS',
] as const;

const person = z.strictObject({ documentId: z.string(), name: z.string().nullable(), status: z.string().nullable() });
const pagination = z.strictObject({ page: z.number(), pageSize: z.number(), pageCount: z.number(), total: z.number() });

const info = z.strictObject({
  documentId: z.string(),
  status: z.enum(IMPORT_STATUSES),
  /** Name of the file. */
  file: z.string().nullable(),
  /** Rows of the file, and how many it has gone through. */
  total: z.number(),
  done: z.number(),
  /** Rows that are, or were, ready; invited by now; refused. */
  rows: z.strictObject({ ready: z.number(), invited: z.number(), refused: z.number() }),
  /** Why rows were refused, and how many for each reason. */
  reasons: z.array(z.strictObject({ reason: z.enum(IMPORT_REASONS), count: z.number() })),
  /** Of its invitations: whose mail is still to leave, has left, could not. */
  mails: z.strictObject({ waiting: z.number(), sent: z.number(), failed: z.number() }),
  createdAt: z.string(),
  /** null where nobody of the team did. */
  createdBy: person.nullable(),
  /** What went wrong with the whole of it. */
  error: z.strictObject({ code: z.string() }).nullable(),
});

/**
 * `POST …/roster/imports`: a CSV file of people, as `file` of a multipart request or as the body itself (`text/csv`).
 * It answers with what each row would become, and invites nobody. `GET …/roster/imports/:import`: how far it is.
 */
export const importResponse = z.strictObject({ data: info });

/** `GET …/roster/imports`: the latest that were started, newest first. */
export const importsResponse = z.strictObject({ data: z.array(info) });

/** `GET …/roster/imports/:import/rows`: in their order, of one status or of all. */
export const importRowsQuery = z.strictObject({
  status: z.enum(IMPORT_ROW_STATUSES).optional(),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

export const importRowsResponse = z.strictObject({
  data: z.array(
    z.strictObject({
      /** Of the file, the header being line 1. */
      line: z.number(),
      email: z.string(),
      role: z.string(),
      territory: z.string(),
      status: z.enum(IMPORT_ROW_STATUSES),
      reason: z.enum(IMPORT_REASONS).nullable(),
    }),
  ),
  meta: z.strictObject({ pagination }),
});

export type ImportInfo = z.infer<typeof info>;
export type ImportRowsPage = z.infer<typeof importRowsResponse>;
export type ImportReason = (typeof IMPORT_REASONS)[number];
export type ImportStatus = (typeof IMPORT_STATUSES)[number];
export type ImportRowStatus = (typeof IMPORT_ROW_STATUSES)[number];
