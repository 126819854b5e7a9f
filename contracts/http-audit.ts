import { z } from 'zod';
import { EXPORT_FORMATS } from './http-exports';

/** An entry's place in the log. Only the server reads it. */
const cursor = z.string().regex(/^[1-9]\d{0,17}$/, 'is not a cursor that this log has given out');

const day = z.iso.date('is not a date, YYYY-MM-DD');

const moment = z.union([day, z.iso.datetime({ offset: true, error: 'is not a moment, as 2026-11-28T12:00:00Z' })]);

/** Once, several times, or with commas between. */
const names = z.preprocess(
  (value) => (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((one) => (typeof one === 'string' ? one.split(',') : [one])),
  z.array(z.string().min(1).max(64)).min(1).max(50),
);

/**
 * What is looked for in the log. Several filters hold together.
 *
 * - `actor`: documentId of the member who did it.
 * - `action`: one or several, as `owner.changed,rule.created`.
 * - `outcome`: `done` or `refused`.
 * - `targetType`: a content type (uid) or a noun of the plugin, as `member`.
 * - `target`: documentId, or the key, of what it was done to.
 * - `from`, `to`: days (UTC), both of them included, or moments with an offset, of which `to` is not.
 */
const filters = {
  actor: z.string().min(1).max(32).optional(),
  action: names.optional(),
  outcome: z.string().min(1).max(16).optional(),
  targetType: z.string().min(1).max(128).optional(),
  target: z.string().min(1).max(128).optional(),
  from: moment.optional(),
  to: moment.optional(),
};

/**
 * `GET /roster/audit` (panel). A page is named by its neighbour, not by a number: entries that
 * are written meanwhile move nothing, and the last page costs what the first one does.
 */
export const auditQuery = z
  .strictObject({
    ...filters,
    pageSize: z.coerce.number().int().min(1).max(100).default(25),
    /** Older than this one. */
    before: cursor.optional(),
    /** Newer than this one. */
    after: cursor.optional(),
  })
  .refine(({ before, after }) => before === undefined || after === undefined, {
    message: 'give before or after, not both',
    path: ['after'],
  });

/** `GET /roster/audit/days`: how many entries each day has of what is looked for, by all filters of the search; without `from`, of the last thirty days. */
export const auditDaysQuery = z.strictObject(filters);

/** `ocsf` and `ecs`: one object a line, in the Open Cybersecurity Schema Framework or the Elastic Common Schema. */
export const AUDIT_EXPORT_FORMATS = [...EXPORT_FORMATS, 'ocsf', 'ecs'] as const;
export type AuditExportFormat = (typeof AUDIT_EXPORT_FORMATS)[number];

/** `GET /roster/audit/export`: the log, or what is looked for in it, oldest first, as a file. */
export const auditExportQuery = z.strictObject({ ...filters, format: z.enum(AUDIT_EXPORT_FORMATS).default('csv') });

export const auditDaysResponse = z.strictObject({
  /** Every day from the first to the last, oldest first, also those without an entry. */
  data: z.array(z.strictObject({ day: z.string(), entries: z.number() })),
});

const entry = z.strictObject({
  eventId: z.string(),
  /** Its place in the sealed log, from 0; null for a second, until it is sealed. */
  place: z.number().nullable(),
  occurredAt: z.string(),
  /** A key of AUDIT_ACTIONS; an entry of a newer version may have another one. */
  action: z.string(),
  outcome: z.string(),
  actor: z.strictObject({
    /** `member`, `system`, `token` (one with a role of its own) or `nobody`. */
    kind: z.string(),
    member: z.string().nullable(),
    name: z.string().nullable(),
    /** The API token through which it was done. A token whose name is null is gone. */
    token: z.strictObject({ documentId: z.string(), name: z.string().nullable() }).nullable(),
  }),
  /** `typeName` for a content type, `name` for a member or an API token; else null. */
  target: z.strictObject({ type: z.string(), typeName: z.string().nullable(), id: z.string(), name: z.string().nullable() }),
});

export const auditResponse = z.strictObject({
  /** Newest first. */
  data: z.array(entry),
  meta: z.strictObject({
    pagination: z.strictObject({
      pageSize: z.number(),
      /** What to send as `after` for the page before this one, as `before` for the page behind it. */
      newer: z.string().nullable(),
      older: z.string().nullable(),
    }),
  }),
});

/** `GET /roster/audit/entries/:eventId`: one entry, with all that was told. */
export const auditEntryResponse = z.strictObject({
  data: entry.extend({
    /** Through which door: `panel`, `api`, `graphql`, `mcp` or `system`; null in entries from before it was told. */
    door: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    /** Names of the members in the details, by documentId. One who is not among them is gone. */
    people: z.record(z.string(), z.string()),
    /** Address, browser, a name that was tried; null where there never was any, and once it was forgotten. */
    personal: z.record(z.string(), z.string()).nullable(),
    isForgotten: z.boolean(),
    /** Whether the entry is what was sealed. */
    isSound: z.boolean(),
  }),
});

/** A check of the whole log: when, by whom, and what it found. */
const check = z.strictObject({ at: z.string(), by: z.string().nullable(), isSound: z.boolean(), entries: z.number(), faults: z.record(z.string(), z.number()) });

/** A check that broke off: it says nothing of the log, only that it is to be done again. */
const failedCheck = z.strictObject({ at: z.string(), by: z.string().nullable(), reason: z.string() });

/** `GET /roster/audit/state`, `POST /roster/audit/checks`, `POST /roster/audit/reviews`: how the log is doing. */
export const auditStateResponse = z.strictObject({
  data: z.strictObject({
    /** Sealed entries, and those that wait: some, for a second; more, if sealing does not go on. */
    size: z.number(),
    waiting: z.number(),
    /** Of the last seal; null before the first. */
    sealedAt: z.string().nullable(),
    /** The signed note of the last seal: kept elsewhere, it shows whether anything was cut off since. */
    checkpoint: z.string().nullable(),
    /** By which anybody checks a checkpoint. */
    publicKey: z.string(),
    lastCheck: check.nullable(),
    /** A check that broke off since; null once one has come to its end. */
    failedCheck: failedCheck.nullable(),
    /** A check that runs on this node, as far as it has come. */
    checking: z.strictObject({ place: z.number(), size: z.number() }).nullable(),
    /** The weekly review of the first eight weeks. */
    review: z.strictObject({ isDue: z.boolean(), last: z.string().nullable(), until: z.string().nullable() }),
  }),
});

export type AuditFilters = z.output<typeof auditDaysQuery>;
export type AuditDaysQuery = z.input<typeof auditDaysQuery>;
export type AuditDays = z.infer<typeof auditDaysResponse>;
export type AuditQuery = z.input<typeof auditQuery>;
export type AuditPage = z.infer<typeof auditResponse>;
export type AuditEntryInfo = z.infer<typeof entry>;
export type AuditEntryDetail = z.infer<typeof auditEntryResponse>;
export type AuditState = z.infer<typeof auditStateResponse>;
