import type { TextKey } from '../../../hooks/useText';
import type { Problem } from './problems';

/** What is wrong with a part of a condition, and at which of its inputs to say so. */
export interface PartError {
  readonly at: 'field' | 'operator' | 'value' | 'group';
  readonly message: string;
}

/** By the id of the part. */
export type PartErrors = ReadonlyMap<string, PartError>;

const AT: Readonly<Record<Problem, PartError['at']>> = { field: 'field', operator: 'operator', value: 'value', list: 'value', pair: 'value', order: 'value', group: 'group' };

/** What the panel has found itself, in words. */
export const toErrors = (problems: ReadonlyMap<string, Problem>, t: (key: TextKey) => string): PartErrors =>
  new Map([...problems].map(([id, problem]) => [id, { at: AT[problem], message: t(`condition.problem.${problem}`) }]));

const INPUTS = ['field', 'operator', 'value'] as const;

/**
 * What the server has found: its path leads to the innermost part that it names. Nothing where it
 * leads elsewhere than into the condition.
 */
export const errorAtPath = (path: string, message: string, places: ReadonlyMap<string, string>): PartErrors => {
  const within = path.replace(/^data\.(rule\.)?/, '');
  const place = [...places.keys()].filter((one) => within === one || within.startsWith(`${one}.`) || within.startsWith(`${one}[`)).sort((a, b) => b.length - a.length)[0];
  const id = place === undefined ? undefined : places.get(place);
  if (place === undefined || id === undefined) return new Map();
  const rest = within.slice(place.length + 1);
  return new Map([[id, { at: INPUTS.find((input) => rest === input || rest.startsWith(`${input}[`)) ?? 'group', message }]]);
};
