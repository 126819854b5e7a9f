import { z } from 'zod';

/** Which records of a type: a member's book, those that nobody owns or looks after, or these. */
const filter = z.union([
  z.strictObject({ owner: z.string().min(1) }),
  z.strictObject({ list: z.enum(['unassigned', 'limbo', 'all']) }),
  z.strictObject({ records: z.array(z.string().min(1)).min(1).max(10_000) }),
]);

/** How they are given away: by the assignment rules, all to one member, or evenly to several. */
const by = z.union([
  z.strictObject({ rules: z.literal(true) }),
  z.strictObject({ member: z.string().min(1) }),
  z.strictObject({ members: z.array(z.string().min(1)).min(1).max(500) }),
]);

/** `POST …/roster/rebalance/plans`: plans moves and carries none out. */
export const planRequest = z.strictObject({
  type: z.string().min(1),
  filter,
  by,
  /** For the new owners. */
  note: z.string().trim().max(2_000).nullable().default(null),
});

const person = z.strictObject({ documentId: z.string(), name: z.string().nullable(), status: z.string().nullable() });
export const JOB_STATUSES = ['planned', 'running', 'cancelling', 'done', 'cancelled', 'failed', 'undone'] as const;

/** Why records change hands: they are given away, or an existing site says whose they are. */
export const JOB_KINDS = ['rebalance', 'backfill'] as const;

const job = z.strictObject({
  documentId: z.string(),
  kind: z.enum(JOB_KINDS),
  type: z.string(),
  status: z.enum(JOB_STATUSES),
  /** Moves planned, and carried out by now. */
  total: z.number(),
  done: z.number(),
  note: z.string().nullable(),
  createdAt: z.string(),
  /** null where nobody of the team planned it. */
  createdBy: person.nullable(),
  /** What went wrong: a code and, where there is one, the record. */
  error: z.strictObject({ code: z.string(), record: z.string().nullable() }).nullable(),
  /** The job that this one takes back. */
  undoes: z.string().nullable(),
  /** Whether it can be taken back. */
  isUndoable: z.boolean(),
});

/** `POST …/plans` and `GET …/roster/rebalance/:job`: the plan, or how far it is. */
export const jobResponse = z.strictObject({
  data: job,
  meta: z.strictObject({
    /** Names the plan as it was shown: what is carried out is that, or nothing. */
    token: z.string(),
    examined: z.number(),
    flows: z.array(z.strictObject({ from: person.nullable(), to: person.nullable(), count: z.number() })),
  }),
});

/** `GET …/roster/rebalance`: the latest jobs, newest first. */
export const jobsResponse = z.strictObject({ data: z.array(job) });

/** `POST …/roster/rebalance/:job/start`: with the token of the plan. */
export const startRequest = z.strictObject({ token: z.string().min(1) });

/** `GET …/roster/rebalance/:job/moves`: record by record, from, to and why. */
export const movesQuery = z.strictObject({ page: z.coerce.number().int().min(1).default(1), pageSize: z.coerce.number().int().min(1).max(100).default(25) });

export const movesResponse = z.strictObject({
  data: z.array(
    z.strictObject({
      record: z.string(),
      title: z.string(),
      from: person.nullable(),
      to: person.nullable(),
      rule: z.strictObject({ documentId: z.string(), name: z.string() }).nullable(),
      reasons: z.array(z.strictObject({ field: z.string(), operator: z.string(), expected: z.unknown(), actual: z.unknown() })),
    }),
  ),
  meta: z.strictObject({ pagination: z.strictObject({ page: z.number(), pageSize: z.number(), pageCount: z.number(), total: z.number() }) }),
});

export type PlanRequest = z.infer<typeof planRequest>;
/** As somebody sends it: what is left out has its default. */
export type PlanInput = z.input<typeof planRequest>;
export type JobInfo = z.infer<typeof job>;
export type JobAnswer = z.infer<typeof jobResponse>;
export type MovesPage = z.infer<typeof movesResponse>;
