import { z } from 'zod';

/** Where a receiver stands. */
export const STREAM_STATES = ['current', 'behind', 'failing'] as const;
export type StreamState = (typeof STREAM_STATES)[number];

const stream = z.strictObject({
  name: z.string(),
  /** Scheme, host and port of its address. */
  target: z.string(),
  /** `current`: it has all there is; `behind`: it is being told; `failing`: the last attempt failed. */
  state: z.enum(STREAM_STATES),
  /** How many sealed entries it has been told, and how many there are. */
  told: z.number(),
  size: z.number(),
  /** When something arrived there last. */
  deliveredAt: z.string().nullable(),
  failures: z.number(),
  /** What went wrong the last time: an HTTP status, or the code of an error on the way. */
  problem: z.string().nullable(),
  problemAt: z.string().nullable(),
  retryAt: z.string().nullable(),
  /** How many events it has refused for good. */
  letters: z.number(),
});

/** `GET /roster/audit/streams`, and the answer of what is done to one of them. */
export const auditStreamsResponse = z.strictObject({ data: z.array(stream) });

/** `GET /roster/audit/streams/:name/letters`: what a receiver has refused for good, newest first. */
export const auditLettersQuery = z.strictObject({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

export const auditLettersResponse = z.strictObject({
  data: z.array(
    z.strictObject({
      eventId: z.string(),
      /** Null for a checkpoint. */
      place: z.number().nullable(),
      /** A key of AUDIT_ACTIONS, or `checkpoint`. */
      action: z.string(),
      problem: z.string(),
      refusedAt: z.string(),
    }),
  ),
  meta: z.strictObject({ pagination: z.strictObject({ page: z.number(), pageSize: z.number(), pageCount: z.number(), total: z.number() }) }),
});

/** `POST /roster/audit/streams/:name/replays`: from which place on everything is sent once more. */
export const auditReplayRequest = z.strictObject({ from: z.number().int().min(0).max(2_147_483_647) });

export type AuditStreams = z.infer<typeof auditStreamsResponse>;
export type AuditStream = AuditStreams['data'][number];
export type AuditLetters = z.infer<typeof auditLettersResponse>;
export type AuditReplayRequest = z.infer<typeof auditReplayRequest>;
