import type { FieldCondition, FieldKind, Scalar } from '../../../../../contracts/conditions';
import type { Found } from './values';
import { wildcard } from './wildcard';

type Fits = (value: Scalar) => boolean;

/** Whether what a record holds in a field is what a condition asks for. */
export type FieldTest = (found: Found) => boolean;

const isSeveral = (found: Scalar | readonly Scalar[]): found is readonly Scalar[] => typeof found === 'object';

/** Any of several values is enough, and nothing is never enough. */
const some = (fits: Fits): FieldTest => (found) => {
  if (found === undefined) return false;
  return isSeveral(found) ? found.some(fits) : fits(found);
};

const none = (fits: Fits): FieldTest => {
  const test = some(fits);
  return (found) => !test(found);
};

const isSomething = some((value) => value !== '');

/** Values of a condition in the form in which a record's are compared: dates as moments. */
export const comparable = (value: Scalar, kind: FieldKind): Scalar => (kind === 'date' ? Date.parse(String(value)) : value);

/** The same for `in` and `between`, and for a single one. */
export const comparables = ({ value }: FieldCondition, kind: FieldKind): Scalar[] =>
  (typeof value === 'object' ? value : value === undefined ? [] : [value]).map((one) => comparable(one, kind));

const oneOf = (values: readonly Scalar[]): Fits => {
  const set = new Set(values);
  return (value) => set.has(value);
};

const inText = (value: Scalar | undefined, fits: (text: string, part: string) => boolean): FieldTest => {
  const part = String(value).toLowerCase();
  return some((text) => fits((text as string).toLowerCase(), part));
};

const matching = (pattern: Scalar | undefined): FieldTest => {
  const fits = wildcard(String(pattern));
  return some((text) => fits(text as string));
};

const ordered = (operator: 'above' | 'atLeast' | 'below' | 'atMost', limit: number): FieldTest => {
  switch (operator) {
    case 'above':
      return some((value) => (value as number) > limit);
    case 'atLeast':
      return some((value) => (value as number) >= limit);
    case 'below':
      return some((value) => (value as number) < limit);
    case 'atMost':
      return some((value) => (value as number) <= limit);
  }
};

/** What an operator means, for a condition that was checked against the model. */
export const fieldTest = (condition: FieldCondition, kind: FieldKind): FieldTest => {
  const values = comparables(condition, kind);
  const [first, last] = values;
  const { operator } = condition;
  switch (operator) {
    case 'equals':
      return some((value) => value === first);
    case 'notEquals':
      return none((value) => value === first);
    case 'in':
      return some(oneOf(values));
    case 'notIn':
      return none(oneOf(values));
    case 'above':
    case 'atLeast':
    case 'below':
    case 'atMost':
      return ordered(operator, first as number);
    case 'between':
      return some((value) => (value as number) >= (first as number) && (value as number) <= (last as number));
    case 'contains':
      return inText(first, (text, part) => text.includes(part));
    case 'startsWith':
      return inText(first, (text, part) => text.startsWith(part));
    case 'endsWith':
      return inText(first, (text, part) => text.endsWith(part));
    case 'matches':
      return matching(first);
    case 'empty':
      return (found) => !isSomething(found);
    case 'notEmpty':
      return isSomething;
  }
};
