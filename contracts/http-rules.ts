import { z } from 'zod';
import type { Condition } from './conditions';

/** How a rotation takes turns: one after the other, by who has least, or by weight. */
export const ROTATION_MODES = ['strict', 'least', 'weighted'] as const;

const rotation = z.strictObject({
  mode: z.enum(ROTATION_MODES),
  /** With `least`: by the number of records owned, or by the sum of the binding's `value` field. */
  measure: z.enum(['count', 'value']).default('count'),
  /** Who takes turns: documentIds of members; `everyone` who may own; or `territory`: those in the record's territory. */
  pool: z.union([z.enum(['everyone', 'territory']), z.array(z.string().min(1)).min(1).max(500)]),
  /** A field of the record (`segment`, `territory`, …): each of its values has a turn of its own. */
  partition: z.string().min(1).max(191).nullable().default(null),
});

const target = z
  .strictObject({
    /** documentId of a member. */
    member: z.string().min(1).optional(),
    rotation: rotation.optional(),
    /** documentIds of members who help besides. */
    coOwners: z.array(z.string().min(1)).max(20).default([]),
  })
  .refine(({ member, rotation: turns, coOwners }) => (member !== undefined ? 1 : 0) + (turns !== undefined ? 1 : 0) <= 1 && (member !== undefined || turns !== undefined || coOwners.length > 0), {
    message: 'A rule names a member, a rotation or co-owners; not a member and a rotation at once.',
  });

const moment = z.iso.datetime({ offset: true }).nullable().default(null);

/** `POST …/roster/rules`, `PUT …/roster/rules/:rule`: an assignment rule. What `when` may hold: `condition`. */
export const ruleRequest = z.strictObject({
  name: z.string().trim().min(1).max(191),
  /** uid of a type whose records have owners. */
  type: z.string().min(1),
  isActive: z.boolean().default(true),
  /** Checked against the fields of the type; the error names the place. */
  when: z.unknown(),
  target,
  /** Takes records from owners who were chosen by hand, too. */
  override: z.boolean().default(false),
  /** It holds from this moment on, */
  startsAt: moment,
  /** and before this one. */
  endsAt: moment,
});

/** `GET …/roster/rules`: of one type, or of all. */
export const rulesQuery = z.strictObject({ type: z.string().min(1).optional() });

/** `PUT …/roster/rules/order`: all rules of a type, first match wins. */
export const orderRulesRequest = z.strictObject({ type: z.string().min(1), rules: z.array(z.string().min(1)).max(10_000) });

/** `POST …/roster/rules/preview`: what would move if the rules were these. A rule without documentId is a new one, last in order. */
export const previewRulesRequest = z.strictObject({
  type: z.string().min(1),
  /** The rule being edited, in the place of the one with its documentId. */
  rule: ruleRequest.extend({ documentId: z.string().min(1).optional() }).optional(),
});

const person = z.strictObject({ documentId: z.string(), name: z.string().nullable(), status: z.string().nullable() });

const rule = z.strictObject({
  documentId: z.string(),
  name: z.string(),
  type: z.string(),
  position: z.number(),
  isActive: z.boolean(),
  when: z.unknown(),
  target: z.strictObject({ member: person.nullable(), rotation: rotation.nullable(), coOwners: z.array(person) }),
  override: z.boolean(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  /** Why it chooses nobody now: its target may not own, or its pool is empty; or its conditions no longer fit the type. */
  problem: z.enum(['TARGET_CANNOT_OWN', 'NOBODY_TO_CHOOSE', 'CONDITION_INVALID']).nullable(),
});

/** `GET …/roster/rules?type=…`: in their order. */
export const rulesResponse = z.strictObject({ data: z.array(rule) });
export const ruleResponse = z.strictObject({ data: rule });

const field = z.strictObject({
  path: z.string(),
  kind: z.enum(['number', 'text', 'boolean', 'date', 'enum', 'relation']),
  values: z.array(z.string()).optional(),
  target: z.string().optional(),
});

/** `GET …/roster/rules/types`: types whose records have owners, with the fields that rules may read. */
export const ruleTypesResponse = z.strictObject({
  data: z.array(z.strictObject({ type: z.string(), displayName: z.string(), value: z.string().nullable(), territory: z.string().nullable(), fields: z.array(field) })),
});

const move = z.strictObject({
  record: z.string(),
  /** The record's name, as the panel shows it. */
  title: z.string(),
  from: person.nullable(),
  to: person.nullable(),
  rule: z.strictObject({ documentId: z.string(), name: z.string() }).nullable(),
  reasons: z.array(z.strictObject({ field: z.string(), operator: z.string(), expected: z.unknown(), actual: z.unknown() })),
});

/** What would move: how many of how many, from whom to whom, and the first hundred. */
const preview = z.strictObject({
  /** Records that were looked at. */
  examined: z.number(),
  moving: z.number(),
  /** Records whose rule found nobody to choose. */
  waiting: z.number(),
  flows: z.array(z.strictObject({ from: person.nullable(), to: person.nullable(), count: z.number() })),
  moves: z.array(move),
});
export const previewResponse = z.strictObject({ data: preview });

export type RuleRequest = z.infer<typeof ruleRequest>;
/** As somebody sends it: what is left out has its default. */
export type RuleInput = Omit<z.input<typeof ruleRequest>, 'when'> & { readonly when: Condition };
export type RuleInfo = z.infer<typeof rule>;
export type Rotation = z.infer<typeof rotation>;
export type RuleType = z.infer<typeof ruleTypesResponse>['data'][number];
export type MovePreview = z.infer<typeof preview>;
