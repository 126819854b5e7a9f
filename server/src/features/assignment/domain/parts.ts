import type { Condition, FieldCondition, FieldKind, Scalar } from '../../../../../contracts/conditions';
import { comparables, fieldTest, isFolded, passes, type FieldTest } from './field-test';
import { intervalOf, liesIn, type Interval } from './interval';
import type { Reading, Slots } from './reading';
import { pairsIn } from './texts';
import { fold } from './values';

export type Holds = (reading: Reading) => boolean;

/** A value of a field, by which rules are looked up. */
export interface Key {
  readonly slot: number;
  readonly value: Scalar;
}

/** What a rule can be looked up by: it only holds where the record has one of the keys. */
export interface Lookup {
  readonly keys: readonly Key[];
  /** The keys say all of it: whoever has one needs no further look. */
  readonly isWhole: boolean;
}

/** One of the conditions that must all hold for a rule to match, and how it can be found. */
export interface Part {
  readonly holds: Holds;
  readonly lookup?: Lookup | undefined;
  readonly range?: { readonly slot: number; readonly interval: Interval } | undefined;
  /** Pairs of letters without which it can't hold. */
  readonly text?: { readonly slot: number; readonly pairs: number } | undefined;
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

const distinct = (keys: readonly Key[]): readonly Key[] => {
  if (keys.length === 1) return keys;
  const seen = new Map<number, Set<Scalar>>();
  return keys.filter(({ slot, value }) => {
    const values = seen.get(slot) ?? new Set();
    if (values.has(value)) return false;
    seen.set(slot, values.add(value));
    return true;
  });
};

const lookupOf = (condition: FieldCondition, slot: number, kind: FieldKind): Lookup | undefined => {
  if (condition.operator !== 'equals' && condition.operator !== 'in') return undefined;
  const values = comparables(condition, kind);
  return values.length > MOST_KEYS ? undefined : { keys: distinct(values.map((value) => ({ slot, value }))), isWhole: true };
};

const holdsWithin = (interval: Interval, slot: number, test: FieldTest): Holds => (reading) => {
  const found = reading.at(slot);
  return typeof found === 'number' ? liesIn(interval, found) : passes(test, found);
};

const partOf = (condition: FieldCondition, slots: Slots): Part => {
  const { field, value } = condition;
  const kind = slots.kindOf(field);
  const test = fieldTest(condition, kind);
  if (isFolded(condition)) {
    const folded = slots.of(field, 'folded');
    return { holds: (reading) => passes(test, reading.at(folded)), text: { slot: slots.of(field, 'pairs'), pairs: pairsIn(fold(String(value))) } };
  }
  const slot = slots.of(field);
  const interval = intervalOf(condition, kind);
  if (interval) return { holds: holdsWithin(interval, slot, test), range: { slot, interval } };
  return { holds: (reading) => passes(test, reading.at(slot)), lookup: lookupOf(condition, slot, kind) };
};

/** The fewest keys without which an alternative can't hold. */
const narrowest = (parts: readonly Part[]): readonly Key[] | undefined =>
  parts.flatMap(({ lookup }) => (lookup ? [lookup.keys] : [])).sort((a, b) => a.length - b.length)[0];

const anyOf = (alternatives: readonly (readonly Part[])[]): Part => {
  const tests = alternatives.map((parts) => every(parts.map(({ holds }) => holds)) ?? (() => true));
  const holds: Holds = (reading) => tests.some((test) => test(reading));
  const covers = alternatives.map(narrowest);
  const keys = distinct(covers.flatMap((cover) => cover ?? []));
  return { holds, lookup: covers.includes(undefined) || keys.length > MOST_KEYS ? undefined : { keys, isWhole: false } };
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
