import type { Condition, FieldCondition, Scalar } from '../../../../../contracts/conditions';
import { comparables, fieldTest } from './field-test';
import { intervalOf, type Interval } from './interval';
import type { Reading, Slots } from './reading';

export type Holds = (reading: Reading) => boolean;

/** A value of a field, by which rules are looked up. */
export interface Key {
  readonly slot: number;
  readonly value: Scalar;
}

/** One of the conditions that must all hold for a rule to match. */
export interface Part {
  readonly holds: Holds;
  /** It can only hold where the record has one of these. None: it can't be told by a value. */
  readonly keys?: readonly Key[];
  /** The keys say all of it: whoever has one needs no further look. */
  readonly isKey?: boolean;
  readonly range?: { readonly slot: number; readonly interval: Interval };
}

/** A rule under more keys than this is looked at instead: the index would grow beyond its use. */
const MOST_KEYS = 100;

/** All of them; none where there is nothing to look at. */
export const every = (tests: readonly Holds[]): Holds | undefined => {
  const [first, second] = tests;
  if (!first || !second) return first;
  if (tests.length === 2) return (reading) => first(reading) && second(reading);
  return (reading) => tests.every((holds) => holds(reading));
};

const distinct = (keys: readonly Key[]): Key[] => {
  const seen = new Map<number, Set<Scalar>>();
  return keys.filter(({ slot, value }) => {
    const values = seen.get(slot) ?? new Set();
    if (values.has(value)) return false;
    seen.set(slot, values.add(value));
    return true;
  });
};

const keysOf = (condition: FieldCondition, slot: number, values: readonly Scalar[]): Partial<Part> => {
  const isChoice = condition.operator === 'equals' || condition.operator === 'in';
  if (!isChoice || values.length > MOST_KEYS) return {};
  return { keys: distinct(values.map((value) => ({ slot, value }))), isKey: true };
};

const partOf = (condition: FieldCondition, slots: Slots): Part => {
  const slot = slots.of(condition.field);
  const kind = slots.kindOf(condition.field);
  const test = fieldTest(condition, kind);
  const interval = intervalOf(condition, kind);
  return {
    holds: (reading) => test(reading.at(slot)),
    ...keysOf(condition, slot, comparables(condition, kind)),
    ...(interval && { range: { slot, interval } }),
  };
};

/** The fewest keys without which an alternative can't hold. */
const narrowest = (parts: readonly Part[]): readonly Key[] | undefined =>
  parts.flatMap(({ keys }) => (keys ? [keys] : [])).sort((a, b) => a.length - b.length)[0];

const anyOf = (alternatives: readonly (readonly Part[])[]): Part => {
  const tests = alternatives.map((parts) => every(parts.map(({ holds }) => holds)) ?? (() => true));
  const holds: Holds = (reading) => tests.some((test) => test(reading));
  const covers = alternatives.map(narrowest);
  const keys = distinct(covers.flatMap((cover) => cover ?? []));
  return covers.includes(undefined) || keys.length > MOST_KEYS ? { holds } : { holds, keys };
};

/** What must hold for a condition to: nested `all` are laid flat. */
export const partsOf = (condition: Condition, slots: Slots): Part[] => {
  if ('all' in condition) return condition.all.flatMap((one) => partsOf(one, slots));
  if ('any' in condition) {
    const alternatives = condition.any.map((one) => partsOf(one, slots));
    const [only] = alternatives;
    return only && alternatives.length === 1 ? only : [anyOf(alternatives)];
  }
  if ('not' in condition) {
    const test = every(partsOf(condition.not, slots).map(({ holds }) => holds));
    return [{ holds: (reading) => !test?.(reading) }];
  }
  return [partOf(condition, slots)];
};
