import { CONDITION_LIMITS, moment, type FieldCondition, type Operator, type Scalar } from '../../../../../contracts/conditions';
import { nearest } from '../../../kernel/nearest';
import type { Field } from './fields';

/** What is wrong with a value, and where in it: `[3]` for the fourth of a list. */
export interface ValueProblem {
  readonly at: readonly PropertyKey[];
  readonly message: string;
}

const TEXT_OPERATORS: ReadonlySet<Operator> = new Set(['contains', 'startsWith', 'endsWith', 'matches']);

const outside = (value: string, values: readonly string[]): string => {
  const guess = nearest(value, values);
  return `"${value}" is none of its values${guess === undefined ? '' : `, did you mean "${guess}"?`}`;
};

const wrongText = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return 'must be a text';
  return value.length > CONDITION_LIMITS.text ? `must have at most ${CONDITION_LIMITS.text} characters` : undefined;
};

const wrongScalar = (value: unknown, { kind, values = [] }: Field): string | undefined => {
  switch (kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : 'must be a number';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case 'text':
      return wrongText(value);
    case 'date':
      return wrongText(value) ?? (moment.safeParse(value).success ? undefined : 'must be a date: 2026-01-31, or 2026-01-31T09:00:00Z');
    case 'enum':
      return wrongText(value) ?? (values.includes(value as string) ? undefined : outside(value as string, values));
    case 'relation':
      return value === '' ? 'must be a documentId' : wrongText(value);
  }
};

const wrongList = (list: unknown, field: Field): ValueProblem | undefined => {
  if (!Array.isArray(list)) return { at: [], message: 'must be a list' };
  if (list.length === 0) return { at: [], message: 'must not be empty' };
  if (list.length > CONDITION_LIMITS.values) return { at: [], message: `must have at most ${CONDITION_LIMITS.values} values` };
  for (let index = 0; index < list.length; index += 1) {
    const message = wrongScalar(list[index], field);
    if (message !== undefined) return { at: [index], message };
  }
  return undefined;
};

const orderOf = (value: Scalar): number => (typeof value === 'string' ? Date.parse(value) : Number(value));

const wrongPair = (pair: unknown, field: Field): ValueProblem | undefined => {
  if (!Array.isArray(pair) || pair.length !== 2) return { at: [], message: 'must be a list of two: from, to' };
  const [from, to] = pair as [Scalar, Scalar];
  return wrongList(pair, field) ?? (orderOf(from) > orderOf(to) ? { at: [], message: 'must begin with the lower one' } : undefined);
};

const wrongSingle = (operator: Operator, value: unknown, field: Field): ValueProblem | undefined => {
  // Every text contains nothing at all, so that the condition would say nothing.
  const message = TEXT_OPERATORS.has(operator) && value === '' ? 'must not be empty' : wrongScalar(value, field);
  return message === undefined ? undefined : { at: [], message };
};

/** The first thing that is wrong with the value of a condition; none where it fits operator and field. */
export const findValueProblem = (operator: Operator, value: unknown, field: Field): ValueProblem | undefined => {
  switch (operator) {
    case 'empty':
    case 'notEmpty':
      return value === undefined ? undefined : { at: [], message: `"${operator}" takes no value` };
    case 'in':
    case 'notIn':
      return wrongList(value, field);
    case 'between':
      return wrongPair(value, field);
    default:
      return wrongSingle(operator, value, field);
  }
};

/** The value apart from what came in: nobody changes it behind the rule's back. */
export const copyValue = (value: unknown): FieldCondition['value'] =>
  Array.isArray(value) ? [...(value as readonly Scalar[])] : (value as Scalar | undefined);
