import type { Condition, FieldCondition, Operator, Scalar } from '../../../../../contracts/conditions';
import { fieldTest, isFolded, passes } from './field-test';
import type { FieldCatalogue } from './fields';
import { foldAny, readerOf, tell } from './values';

type Told = Scalar | readonly Scalar[] | null;

/** One condition of a rule, what the record had there, and whether it held by itself: a `not` around it is not counted in. */
export interface TracedCondition {
  readonly field: string;
  readonly operator: Operator;
  readonly expected: Told;
  /** A related record by its documentId; null where there is nothing. */
  readonly actual: Told;
  readonly holds: boolean;
}

const conditionsOf = (condition: Condition): readonly FieldCondition[] => {
  if ('all' in condition) return condition.all.flatMap(conditionsOf);
  if ('any' in condition) return condition.any.flatMap(conditionsOf);
  return 'not' in condition ? conditionsOf(condition.not) : [condition];
};

/** What a checked condition asks of a record and what it found. */
export const traceOf = (condition: Condition, record: unknown, catalogue: FieldCatalogue): TracedCondition[] =>
  conditionsOf(condition).map((one) => {
    const kind = catalogue.get(one.field)?.kind ?? 'text';
    const { field, operator, value: expected = null } = one;
    const found = readerOf(field, kind)(record);
    const holds = passes(fieldTest(one, kind), isFolded(one) ? foldAny(found) : found);
    return { field, operator, expected, actual: tell(record, field, kind), holds };
  });
