import type { FieldCondition, FieldKind } from '../../../../../contracts/conditions';
import { comparables } from './field-test';

/** Numbers from `low` to `high`, each end with or without itself; -Infinity and Infinity where there is no end. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly holdsLow: boolean;
  readonly holdsHigh: boolean;
}

const EVERYWHERE: Interval = { low: -Infinity, high: Infinity, holdsLow: true, holdsHigh: true };

/** The interval that a condition asks for; none where it asks for something else. */
export const intervalOf = (condition: FieldCondition, kind: FieldKind): Interval | undefined => {
  const [first = NaN, last = NaN] = comparables(condition, kind) as readonly number[];
  switch (condition.operator) {
    case 'above':
      return { ...EVERYWHERE, low: first, holdsLow: false };
    case 'atLeast':
      return { ...EVERYWHERE, low: first };
    case 'below':
      return { ...EVERYWHERE, high: first, holdsHigh: false };
    case 'atMost':
      return { ...EVERYWHERE, high: first };
    case 'between':
      return { ...EVERYWHERE, low: first, high: last };
    default:
      return undefined;
  }
};

/** Whether a number is one of them. */
export const liesIn = ({ low, high, holdsLow, holdsHigh }: Interval, value: number): boolean =>
  (value > low || (holdsLow && value === low)) && (value < high || (holdsHigh && value === high));

/** What lies in both. */
export const intersect = (a: Interval, b: Interval): Interval => {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return {
    low,
    high,
    holdsLow: [a, b].every((one) => one.low < low || one.holdsLow),
    holdsHigh: [a, b].every((one) => one.high > high || one.holdsHigh),
  };
};
