import type { FieldKind, Operator } from '../../../../../contracts/conditions';
import type { DraftTest, DraftValue } from './draft';
import { OPERATORS_BY_KIND, shapeOf } from './operators';

/** What can be kept of a value when its operator takes another number of them. */
const reshape = (value: DraftValue, from: Operator, to: Operator): DraftValue => {
  const [before, after] = [shapeOf(from), shapeOf(to)];
  if (before === after) return value;
  const [first] = [value].flat();
  if (after === 'none' || first === undefined) return undefined;
  if (after === 'one') return first;
  return after === 'many' ? [first] : [first, undefined];
};

export const withOperator = (test: DraftTest, operator: Operator): DraftTest => ({ ...test, operator, value: reshape(test.value, test.operator, operator) });

/** Another field is asked the same question, where that makes sense of it. Its value is its own. */
export const withField = (test: DraftTest, field: string, kind: FieldKind): DraftTest => {
  const operators = OPERATORS_BY_KIND[kind];
  const operator = test.field !== '' && operators.includes(test.operator) ? test.operator : (operators[0] ?? 'equals');
  return { ...test, field, operator, value: undefined };
};
