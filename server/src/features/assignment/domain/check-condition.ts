import { CONDITION_LIMITS, OPERATORS, OPERATORS_OF, type Condition, type FieldCondition, type Operator } from '../../../../../contracts/conditions';
import { pathOf } from '../../../kernel/config';
import { RosterError } from '../../../kernel/errors';
import { nearest } from '../../../kernel/nearest';
import { copyValue, findValueProblem } from './check-value';
import type { Field, FieldCatalogue } from './fields';

/** Where in what was sent: written out only when something is wrong there. */
interface Place {
  readonly up?: Place | undefined;
  readonly key: PropertyKey;
}

/** What is known on the way down: where it began, and how many conditions there were so far. */
interface Walk {
  readonly catalogue: FieldCatalogue;
  readonly root: Place;
  conditions: number;
}

const GROUPS = ['all', 'any', 'not'] as const;
const KEYS: readonly string[] = [...GROUPS, 'field', 'operator', 'value'];
const OF_THE_LANGUAGE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const keysTo = ({ up, key }: Place): PropertyKey[] => [...(up ? keysTo(up) : []), key];

const wrong = (place: Place, message: string, ...inside: readonly PropertyKey[]): RosterError => {
  const path = pathOf([...keysTo(place), ...inside]);
  return new RosterError('VALIDATION_FAILED', `${path}: ${message}`, { path });
};

const suggest = (word: string, names: readonly string[]): string => {
  const guess = nearest(word, names);
  return guess === undefined ? '' : `, did you mean "${guess}"?`;
};

const own = (holder: object, key: string): unknown => (Object.hasOwn(holder, key) ? (holder as Readonly<Record<string, unknown>>)[key] : undefined);

const refuseKeys = (node: object, group: string | undefined, at: Place): void => {
  for (const key of Object.keys(node)) {
    if (!KEYS.includes(key)) throw wrong(at, `unknown key${suggest(key, KEYS)}`, key);
    if (group !== undefined && key !== group) throw wrong(at, `"${group}" stands alone`, key);
  }
};

const isOfTheLanguage = (name: string): boolean => name.split('.').some((part) => OF_THE_LANGUAGE.has(part));

const fieldOf = (name: unknown, at: Place, catalogue: FieldCatalogue): Field => {
  if (typeof name !== 'string' || name === '' || name.length > CONDITION_LIMITS.field) throw wrong(at, 'must be the name of a field', 'field');
  const field = catalogue.get(name);
  if (!field || isOfTheLanguage(name)) throw wrong(at, `unknown field "${name}"${suggest(name, [...catalogue.keys()])}`, 'field');
  return field;
};

const operatorOf = (name: unknown, at: Place, kind: Field['kind']): Operator => {
  if (typeof name !== 'string') throw wrong(at, 'must be the name of an operator', 'operator');
  const operator = OPERATORS.find((known) => known === name);
  const fitting = OPERATORS_OF[kind];
  if (!operator) throw wrong(at, `unknown operator "${name.slice(0, 50)}"${suggest(name.slice(0, 50), fitting)}`, 'operator');
  if (!fitting.includes(operator)) throw wrong(at, `"${operator}" is no question to a ${kind}: ${fitting.join(', ')}`, 'operator');
  return operator;
};

const checkField = (node: object, at: Place, walk: Walk): FieldCondition => {
  walk.conditions += 1;
  if (walk.conditions > CONDITION_LIMITS.conditions) throw wrong(walk.root, `has more than ${CONDITION_LIMITS.conditions} conditions`);
  const name = own(node, 'field');
  const field = fieldOf(name, at, walk.catalogue);
  const operator = operatorOf(own(node, 'operator'), at, field.kind);
  const value = own(node, 'value');
  const problem = findValueProblem(operator, value, field);
  if (problem) throw wrong(at, problem.message, 'value', ...problem.at);
  return value === undefined ? { field: name as string, operator } : { field: name as string, operator, value: copyValue(value) };
};

const checkList = (list: unknown, at: Place, walk: Walk, around: readonly object[]): Condition[] => {
  if (!Array.isArray(list)) throw wrong(at, 'must be a list of conditions');
  if (list.length === 0) throw wrong(at, 'must not be empty');
  if (list.length > CONDITION_LIMITS.conditions) throw wrong(at, `has more than ${CONDITION_LIMITS.conditions} conditions`);
  const conditions: Condition[] = [];
  // By index: a hole in the list is a wrong condition, and not one to be skipped.
  for (let key = 0; key < list.length; key += 1) conditions.push(checkNode(list[key], { up: at, key }, walk, around));
  return conditions;
};

const isNothing = (list: unknown): boolean => Array.isArray(list) && list.length === 0;

const checkNode = (node: unknown, at: Place, walk: Walk, around: readonly object[]): Condition => {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) throw wrong(at, 'must be a condition: { all }, { any }, { not } or { field, operator, value }');
  if (around.includes(node)) throw wrong(at, 'leads back to itself');
  const group = GROUPS.find((key) => Object.hasOwn(node, key));
  refuseKeys(node, group, at);
  if (group === undefined) return checkField(node, at, walk);
  if (around.length === CONDITION_LIMITS.depth) throw wrong(at, `is more than ${CONDITION_LIMITS.depth} groups deep`);
  const inside = [...around, node];
  const content = own(node, group);
  const place = { up: at, key: group };
  switch (group) {
    case 'all':
      // A rule for whatever the others leave asks nothing. Inside of another group it would be a slip.
      return { all: around.length === 0 && isNothing(content) ? [] : checkList(content, place, walk, inside) };
    case 'any':
      return { any: checkList(content, place, walk, inside) };
    case 'not':
      return { not: checkNode(content, place, walk, inside) };
  }
};

/**
 * A condition that somebody sent, as a copy that holds nothing else. The depth is bounded before each step down
 * and the number of conditions at each of them, so that nothing that is sent makes this long or deep.
 *
 * @param path where the condition stands in what was sent
 * @throws RosterError VALIDATION_FAILED with the exact place, e.g. `when.all[2].value`
 */
export const checkCondition = (value: unknown, catalogue: FieldCatalogue, path: readonly PropertyKey[] = ['when']): Condition => {
  const root = path.reduce<Place | undefined>((up, key) => ({ up, key }), undefined) ?? { key: 'when' };
  return checkNode(value, root, { catalogue, root, conditions: 0 }, []);
};
