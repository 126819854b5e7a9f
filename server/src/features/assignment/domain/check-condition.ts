import { CONDITION_LIMITS, OPERATORS, OPERATORS_OF, type Condition, type FieldCondition, type Operator } from '../../../../../contracts/conditions';
import { pathOf } from '../../../kernel/config';
import { RosterError } from '../../../kernel/errors';
import { nearest } from '../../../kernel/nearest';
import { copyValue, findValueProblem } from './check-value';
import type { Field, FieldCatalogue } from './fields';

type Path = readonly PropertyKey[];

/** What is known on the way down: where it stands, in which groups, and how many conditions there were so far. */
interface Walk {
  readonly catalogue: FieldCatalogue;
  readonly root: Path;
  conditions: number;
}

const GROUPS = ['all', 'any', 'not'] as const;
const KEYS: readonly string[] = [...GROUPS, 'field', 'operator', 'value'];
const OF_THE_LANGUAGE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const wrong = (at: Path, message: string): RosterError => {
  const path = pathOf(at);
  return new RosterError('VALIDATION_FAILED', `${path}: ${message}`, { path });
};

const suggest = (word: string, names: readonly string[]): string => {
  const guess = nearest(word, names);
  return guess === undefined ? '' : `, did you mean "${guess}"?`;
};

const own = (holder: object, key: string): unknown => (Object.hasOwn(holder, key) ? (holder as Readonly<Record<string, unknown>>)[key] : undefined);

const refuseKeys = (node: object, group: string | undefined, at: Path): void => {
  for (const key of Object.keys(node)) {
    if (!KEYS.includes(key)) throw wrong([...at, key], `unknown key${suggest(key, KEYS)}`);
    if (group !== undefined && key !== group) throw wrong([...at, key], `"${group}" stands alone`);
  }
};

const fieldOf = (name: unknown, at: Path, catalogue: FieldCatalogue): Field => {
  if (typeof name !== 'string' || name === '' || name.length > CONDITION_LIMITS.field) throw wrong(at, 'must be the name of a field');
  const field = name.split('.').some((part) => OF_THE_LANGUAGE.has(part)) ? undefined : catalogue.get(name);
  if (!field) throw wrong(at, `unknown field "${name}"${suggest(name, [...catalogue.keys()])}`);
  return field;
};

const operatorOf = (name: unknown, at: Path, kind: Field['kind']): Operator => {
  if (typeof name !== 'string') throw wrong(at, 'must be the name of an operator');
  const operator = OPERATORS.find((known) => known === name);
  const fitting = OPERATORS_OF[kind];
  if (!operator) throw wrong(at, `unknown operator "${name.slice(0, 50)}"${suggest(name.slice(0, 50), fitting)}`);
  if (!fitting.includes(operator)) throw wrong(at, `"${operator}" is no question to a ${kind}: ${fitting.join(', ')}`);
  return operator;
};

const checkField = (node: object, at: Path, walk: Walk): FieldCondition => {
  walk.conditions += 1;
  if (walk.conditions > CONDITION_LIMITS.conditions) throw wrong(walk.root, `has more than ${CONDITION_LIMITS.conditions} conditions`);
  const name = own(node, 'field');
  const field = fieldOf(name, [...at, 'field'], walk.catalogue);
  const operator = operatorOf(own(node, 'operator'), [...at, 'operator'], field.kind);
  const value = own(node, 'value');
  const problem = findValueProblem(operator, value, field);
  if (problem) throw wrong([...at, 'value', ...problem.at], problem.message);
  return { field: name as string, operator, ...(value !== undefined && { value: copyValue(value) }) };
};

const checkList = (list: unknown, at: Path, each: (part: unknown, at: Path) => Condition): Condition[] => {
  if (!Array.isArray(list)) throw wrong(at, 'must be a list of conditions');
  if (list.length === 0) throw wrong(at, 'must not be empty');
  if (list.length > CONDITION_LIMITS.conditions) throw wrong(at, `has more than ${CONDITION_LIMITS.conditions} conditions`);
  // By index: a hole in the list is a wrong condition, and not one to be skipped.
  return Array.from({ length: list.length }, (_, index) => each(list[index], [...at, index]));
};

const checkNode = (node: unknown, at: Path, walk: Walk, around: readonly object[]): Condition => {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) throw wrong(at, 'must be a condition: { all }, { any }, { not } or { field, operator, value }');
  if (around.includes(node)) throw wrong(at, 'leads back to itself');
  const group = GROUPS.find((key) => Object.hasOwn(node, key));
  refuseKeys(node, group, at);
  if (group === undefined) return checkField(node, at, walk);
  if (around.length === CONDITION_LIMITS.depth) throw wrong(at, `is more than ${CONDITION_LIMITS.depth} groups deep`);
  const inside = [...around, node];
  const each = (part: unknown, place: Path) => checkNode(part, place, walk, inside);
  const content = own(node, group);
  switch (group) {
    case 'all':
      return { all: checkList(content, [...at, group], each) };
    case 'any':
      return { any: checkList(content, [...at, group], each) };
    case 'not':
      return { not: each(content, [...at, group]) };
  }
};

/**
 * A condition that somebody sent, as a copy that holds nothing else. The depth is bounded before each step down
 * and the number of conditions at each of them, so that nothing that is sent makes this long or deep.
 *
 * @param path where the condition stands in what was sent
 * @throws RosterError VALIDATION_FAILED with the exact place, e.g. `when.all[2].value`
 */
export const checkCondition = (value: unknown, catalogue: FieldCatalogue, path: Path = ['when']): Condition =>
  checkNode(value, path, { catalogue, root: path, conditions: 0 }, []);
