import type { Condition } from '../../../../../contracts/conditions';
import { RosterError } from '../../../kernel/errors';
import { checkCondition } from './check-condition';
import type { FieldCatalogue } from './fields';
import { findRule } from './find-rule';
import { partsOf } from './parts';
import { Slots } from './reading';
import { buildIndex, type Candidate } from './rule-index';
import { traceOf, type TracedCondition } from './trace';

/** A rule as far as it matters here: when it holds. */
export interface RuleCondition {
  readonly id: string;
  readonly when: Condition;
}

/** Rules of one content type, ready to be asked. Records are nested plain objects, related ones with their documentId. */
export interface CompiledRules {
  /** Every path that a rule reads: no other field changes an answer. */
  readonly fields: ReadonlySet<string>;
  /** Rules that no longer fit the model (a field is gone, a value), by id, with what is wrong. They match nothing. */
  readonly refused: ReadonlyMap<string, RosterError>;
  /** The index of the first rule that holds for the record, or -1. */
  first(record: unknown): number;
  /** The same, from a rule on: where the target of an earlier one can't take the record. */
  firstFrom(record: unknown, start: number): number;
  /** For a person: what one rule asks of a record and what it found, condition by condition in their order. */
  trace(record: unknown, index: number): TracedCondition[];
}

const checked = (when: Condition, catalogue: FieldCatalogue): Condition | RosterError => {
  try {
    return checkCondition(when, catalogue);
  } catch (error) {
    if (error instanceof RosterError) return error;
    throw error;
  }
};

/**
 * Compiles the rules of a content type, once for each change of them or of the model. The order is theirs:
 * the first that holds wins. A rule is checked again here, since the model may have changed after it was saved.
 */
export const compileRules = (rules: readonly RuleCondition[], catalogue: FieldCatalogue): CompiledRules => {
  const slots = new Slots(catalogue);
  const refused = new Map<string, RosterError>();
  const conditions = new Map<number, Condition>();
  const candidates: Candidate[] = [];
  rules.forEach(({ id, when }, rule) => {
    const condition = checked(when, catalogue);
    if (condition instanceof RosterError) return void refused.set(id, condition);
    conditions.set(rule, condition);
    candidates.push({ rule, parts: partsOf(condition, slots) });
  });
  const index = buildIndex(candidates);
  const firstFrom = (record: unknown, start: number) => findRule(index, slots.read(record), start);
  return {
    fields: slots.paths,
    refused,
    first: (record) => firstFrom(record, 0),
    firstFrom,
    trace(record, at) {
      const condition = conditions.get(at);
      return condition ? traceOf(condition, record, catalogue) : [];
    },
  };
};
