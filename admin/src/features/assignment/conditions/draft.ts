import type { Condition, FieldCondition, Operator, Scalar } from '../../../../../contracts/conditions';

/** How the parts of a group go together. The last two are a `not` around the first two. */
export const JOINS = ['all', 'any', 'none', 'notAll'] as const;
export type Join = (typeof JOINS)[number];

/** What stands in the inputs so far: of a pair, one may be missing. */
export type DraftValue = Scalar | readonly (Scalar | undefined)[] | undefined;

/** One question about one field, while it is written. */
export interface DraftTest {
  readonly id: string;
  /** Empty as long as none is chosen. */
  readonly field: string;
  readonly operator: Operator;
  readonly value: DraftValue;
}

export interface DraftGroup {
  readonly id: string;
  readonly join: Join;
  readonly parts: readonly DraftPart[];
}

export type DraftPart = DraftGroup | DraftTest;

export const isGroup = (part: DraftPart): part is DraftGroup => 'parts' in part;

let made = 0;
/** Parts have no name of their own: React and errors tell them apart by this. */
const newId = (): string => `part-${(made += 1)}`;

export const newTest = (): DraftTest => ({ id: newId(), field: '', operator: 'equals', value: undefined });
export const newGroup = (join: Join = 'any', parts: readonly DraftPart[] = [newTest()]): DraftGroup => ({ id: newId(), join, parts });

const NEGATED = { all: 'notAll', any: 'none', none: 'any', notAll: 'all' } as const;

const partOf = (condition: Condition): DraftPart => {
  if ('all' in condition) return newGroup('all', condition.all.map(partOf));
  if ('any' in condition) return newGroup('any', condition.any.map(partOf));
  if ('not' in condition) {
    const inner = partOf(condition.not);
    return isGroup(inner) ? { ...inner, join: NEGATED[inner.join] } : newGroup('notAll', [inner]);
  }
  const { field, operator, value }: FieldCondition = condition;
  return { id: newId(), field, operator, value };
};

/** A condition as a tree to edit. What is not a group gets one around it, so that more can be added. */
export const draftOf = (condition: Condition): DraftGroup => {
  const part = partOf(condition);
  return isGroup(part) ? part : newGroup('all', [part]);
};

/** A condition, and which part of the draft stands at which place of it: `when.all[1]`. */
export interface Written {
  readonly condition: Condition;
  readonly places: ReadonlyMap<string, string>;
}

/** The tree as data. Nothing is checked here: see `problems`. */
export const writeCondition = (root: DraftGroup, at = 'when'): Written => {
  const places = new Map<string, string>();
  const write = (part: DraftPart, place: string): Condition => {
    places.set(place, part.id);
    if (!isGroup(part)) return { field: part.field, operator: part.operator, ...(part.value !== undefined && { value: part.value as FieldCondition['value'] }) };
    const inner = part.join === 'any' || part.join === 'none' ? 'any' : 'all';
    const isNegated = part.join === 'none' || part.join === 'notAll';
    const within = isNegated ? `${place}.not` : place;
    const list = part.parts.map((one, index) => write(one, `${within}.${inner}[${index}]`));
    const group = inner === 'any' ? { any: list } : { all: list };
    return isNegated ? { not: group } : group;
  };
  return { condition: write(root, at), places };
};
