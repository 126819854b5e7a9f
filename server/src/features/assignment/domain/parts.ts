import type { Condition, FieldCondition, FieldKind, Scalar } from '../../../../../contracts/conditions';
import { comparables, fieldTest, isFolded, passes, type FieldTest } from './field-test';
import { intervalOf, liesIn, type Interval } from './interval';
import type { Reading, Slots } from './reading';
import { LONGEST, pairsIn } from './texts';
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
  /** A way to look it up that costs more than a look at some rules. */
  readonly beginning?: Lookup | undefined;
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

const beginningOf = ({ field, operator, value }: FieldCondition, slots: Slots): Lookup | undefined => {
  if (operator !== 'startsWith') return undefined;
  const part = fold(String(value));
  return { keys: [{ slot: slots.of(field, 'beginnings'), value: part.slice(0, LONGEST) }], isWhole: part.length <= LONGEST };
};

const holdsWithin = (interval: Interval, slot: number, test: FieldTest): Holds => (reading) => {
  const found = reading.at(slot);
  return typeof found === 'number' ? liesIn(interval, found) : passes(test, found);
};

const holdsInText = (part: string, slots: { readonly folded: number; readonly pairs: number }, test: FieldTest): Holds => {
  const needed = pairsIn(part);
  return (reading) => ((reading.at(slots.pairs) as number) & needed) === needed && passes(test, reading.at(slots.folded));
};

const partOf = (condition: FieldCondition, slots: Slots): Part => {
  const { field, operator, value } = condition;
  const kind = slots.kindOf(field);
  const slot = slots.of(field, isFolded(condition) ? 'folded' : 'value');
  const test = fieldTest(condition, kind);
  const interval = intervalOf(condition, kind);
  if (interval) return { holds: holdsWithin(interval, slot, test), range: { slot, interval } };
  if (operator === 'contains') return { holds: holdsInText(fold(String(value)), { folded: slot, pairs: slots.of(field, 'pairs') }, test) };
  return { holds: (reading) => passes(test, reading.at(slot)), lookup: lookupOf(condition, slot, kind), beginning: beginningOf(condition, slots) };
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
