import type { FieldCondition, FieldKind, Operator, Scalar } from '../../../../../contracts/conditions';
import { fold, type Found } from './values';
import { wildcard } from './wildcard';

type Fits = (value: Scalar) => boolean;

/** What a condition asks of one value, and whether it is that none may fit. */
export interface FieldTest {
  readonly fits: Fits;
  readonly isNegative: boolean;
}

/** Whether a record that holds this passes. Any of several values is enough, and nothing is never enough. */
export const passes = ({ fits, isNegative }: FieldTest, found: Found): boolean => {
  if (found === undefined) return isNegative;
  return (typeof found === 'object' ? found.some(fits) : fits(found)) !== isNegative;
};

const NEGATIVE: ReadonlySet<Operator> = new Set(['notEquals', 'notIn', 'empty']);

/** Operators that are asked of texts in small letters: a text is made small once for all conditions. */
const FOLDED: ReadonlySet<Operator> = new Set(['contains', 'startsWith', 'endsWith', 'matches']);
export const isFolded = ({ operator }: FieldCondition): boolean => FOLDED.has(operator);

/** The values of a condition in the form in which a record's are compared: dates as moments. */
export const comparables = ({ value }: FieldCondition, kind: FieldKind): readonly Scalar[] => {
  const values = typeof value === 'object' ? value : value === undefined ? [] : [value];
  return kind === 'date' ? values.map((one) => Date.parse(String(one))) : values;
};

const oneOf = (values: readonly Scalar[]): Fits => {
  const set = new Set(values);
  return (value) => set.has(value);
};

type Ordered = 'above' | 'atLeast' | 'below' | 'atMost' | 'between';

const inOrder = (operator: Ordered, low: number, high: number): Fits => {
  switch (operator) {
    case 'above':
      return (value) => (value as number) > low;
    case 'atLeast':
      return (value) => (value as number) >= low;
    case 'below':
      return (value) => (value as number) < low;
    case 'atMost':
      return (value) => (value as number) <= low;
    case 'between':
      return (value) => (value as number) >= low && (value as number) <= high;
  }
};

const inText = (operator: 'contains' | 'startsWith' | 'endsWith', part: string): Fits => {
  const first = part.charCodeAt(0);
  switch (operator) {
    case 'contains':
      return (text) => (text as string).includes(part);
    case 'startsWith':
      // A look at one character spares most of the calls.
      return (text) => (text as string).charCodeAt(0) === first && (text as string).startsWith(part);
    case 'endsWith':
      return (text) => (text as string).endsWith(part);
  }
};

const matching = (pattern: string): Fits => {
  const fits = wildcard(pattern);
  return (text) => fits(text as string);
};

const fitsOf = (condition: FieldCondition, kind: FieldKind): Fits => {
  const values = comparables(condition, kind);
  const [first, last] = values;
  const { operator } = condition;
  switch (operator) {
    case 'equals':
    case 'notEquals':
      return (value) => value === first;
    case 'in':
    case 'notIn':
      return oneOf(values);
    case 'above':
    case 'atLeast':
    case 'below':
    case 'atMost':
    case 'between':
      return inOrder(operator, first as number, last as number);
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return inText(operator, fold(String(first)));
    case 'matches':
      return matching(fold(String(first)));
    case 'empty':
    case 'notEmpty':
      return (value) => value !== '';
  }
};

/** What an operator means, for a condition that was checked against the model. */
export const fieldTest = (condition: FieldCondition, kind: FieldKind): FieldTest => ({
  fits: fitsOf(condition, kind),
  isNegative: NEGATIVE.has(condition.operator),
});
