import { z } from 'zod';

/** What a field can be to a condition. */
export const FIELD_KINDS = ['number', 'text', 'boolean', 'date', 'enum', 'relation'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export const OPERATORS = [
  'equals', 'notEquals', 'in', 'notIn', 'above', 'atLeast', 'below', 'atMost', 'between',
  'contains', 'startsWith', 'endsWith', 'matches', 'empty', 'notEmpty',
] as const;
export type Operator = (typeof OPERATORS)[number];

const PRESENCE = ['empty', 'notEmpty'] as const;
const CHOICE = ['equals', 'notEquals', 'in', 'notIn', ...PRESENCE] as const;
const ORDER = ['above', 'atLeast', 'below', 'atMost', 'between'] as const;
const TEXT = ['contains', 'startsWith', 'endsWith', 'matches'] as const;

/** Which questions make sense of a field. */
export const OPERATORS_OF: Readonly<Record<FieldKind, readonly Operator[]>> = {
  number: [...CHOICE, ...ORDER],
  text: [...CHOICE, ...TEXT],
  boolean: ['equals', 'notEquals', ...PRESENCE],
  date: [...CHOICE, ...ORDER],
  enum: CHOICE,
  relation: CHOICE,
};

/** How large a rule may be. `depth`: groups inside of each other; `conditions`: those on a field. */
export const CONDITION_LIMITS = { conditions: 200, depth: 8, values: 1_000, text: 500, field: 200 } as const;

export type Scalar = string | number | boolean;

/** One question about one field. `field` is a path: `arr`, `segment` (by documentId), `segment.name`, `address.city`. */
export interface FieldCondition {
  readonly field: string;
  readonly operator: Operator;
  /** A list for `in`, `notIn` and `between` (low, high); none for `empty` and `notEmpty`. */
  readonly value?: Scalar | readonly Scalar[] | undefined;
}

/**
 * When a rule holds, as data.
 *
 * - Nothing there (null, missing) fits `empty`, `notEquals` and `notIn`, and no other operator. An empty text is `empty` too.
 * - A field of several values (a repeatable component, a relation to many) fits where any of them does;
 *   `notEquals` and `notIn` are `equals` and `in` turned round, so that none of them may.
 * - `contains`, `startsWith`, `endsWith` and `matches` don't tell capitals from small letters; `equals` and `in` do.
 * - `matches` takes the whole text: `*` stands for any characters, `?` for one.
 * - `between` holds both of its ends. Dates are moments: a day begins at midnight UTC.
 * - `{ all: [] }`, and it alone, is every record. No other group may be empty.
 */
export type Condition =
  | FieldCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** The value of a condition on a date: a day, or a time that says its zone. */
export const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

const text = z.string().max(CONDITION_LIMITS.text);
const scalar = z.union([text, z.number(), z.boolean()]);

/** By its shape alone. What the field is, and whether the value fits it, the server asks of the model. */
const fieldCondition: z.ZodType<FieldCondition> = z.strictObject({
  field: z.string().min(1).max(CONDITION_LIMITS.field),
  operator: z.enum(OPERATORS),
  value: z.union([scalar, z.array(scalar).min(1).max(CONDITION_LIMITS.values)]).optional(),
});

const group = z.lazy(() => z.array(anyCondition).min(1).max(CONDITION_LIMITS.conditions));

const anyCondition: z.ZodType<Condition> = z.lazy(() =>
  z.union([fieldCondition, z.strictObject({ all: group }), z.strictObject({ any: group }), z.strictObject({ not: anyCondition })]),
);

const partsOf = (value: unknown): readonly unknown[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { all, any, not } = value as Readonly<Record<string, unknown>>;
  return [all, any, [not]].flatMap((list) => (Array.isArray(list) ? (list as unknown[]).filter((part) => part !== undefined) : []));
};

/** Whether it is safe to descend into: not too deep, not too many, and so not in a circle. */
const isBounded = (condition: unknown): boolean => {
  const open = [{ value: condition, depth: 0 }];
  let leaves = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const parts = partsOf(next.value);
    if (parts.length === 0) leaves += 1;
    const depth = next.depth + 1;
    if (leaves > CONDITION_LIMITS.conditions || parts.length > CONDITION_LIMITS.conditions) return false;
    if (parts.length > 0 && depth > CONDITION_LIMITS.depth) return false;
    for (const value of parts) open.push({ value, depth });
  }
  return true;
};

/**
 * A condition by its shape, whoever sent it. The server says more exactly where one is wrong:
 * a request takes `z.unknown()` and asks `assignment/domain/check-condition`.
 */
export const condition: z.ZodType<Condition, unknown> = z
  .unknown()
  .refine(isBounded, `At most ${CONDITION_LIMITS.conditions} conditions, ${CONDITION_LIMITS.depth} groups deep`)
  .pipe(z.union([anyCondition, z.strictObject({ all: z.tuple([]) })]));
