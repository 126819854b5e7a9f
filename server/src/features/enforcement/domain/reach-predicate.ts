import { includes, type Scope, type ScopeMask } from '../../../../../contracts/scopes';
import type { MemberActor } from '../../../kernel/actor';
import { ACTION_FOR, type Binding, type Operation } from '../../../kernel/binding';
import { ALWAYS, NEVER, any, every, via, type Predicate } from '../../../kernel/predicate';
import type { ScopeStrategy } from '../../../kernel/scope-strategy';

/** What predicates are made from: the bindings, the scopes' strategies, and the column that names the author. */
export interface Rules {
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly strategies: ReadonlyMap<Scope, ScopeStrategy>;
  readonly ownerAttribute: string;
}

/** The rows of a record type within these scopes. Scopes unite as OR, never by rank. */
const within = (rules: Rules, member: MemberActor, type: string, mask: ScopeMask): Predicate => {
  if (includes(mask, 'all')) return ALWAYS;
  const question = { member: member.member.documentId, type, holds: member.holds };
  return any(
    ...[...rules.strategies.values()].filter(({ scope }) => includes(mask, scope)).map((strategy) => strategy.predicate(question)),
  );
};

/** The same scopes, asked of a row's deciding record: through the chain of parents and targets to the record itself. */
export const rowsWithin = (rules: Rules, member: MemberActor, binding: Binding, mask: ScopeMask): Predicate => {
  if (mask === 0) return NEVER;
  if (!binding.via) return within(rules, member, binding.type, mask);
  const deciding = rules.bindings.get(binding.via.type);
  if (!deciding) return NEVER;
  return via(binding.via.attribute, binding.via.type, rowsWithin(rules, member, deciding, mask));
};

/** One's own, and those without an author; others' only with `all` and `config`. */
const personal = (rules: Rules, member: MemberActor, binding: Binding, operation: Operation): Predicate => {
  const { reach, member: { documentId } } = member;
  const mask = reach.mask(binding.feature, ACTION_FOR.personal[operation]);
  if (mask === 0) return NEVER;
  if (includes(mask, 'all') && includes(reach.mask(binding.feature, 'config'), 'all')) return ALWAYS;
  if (operation === 'create') return ALWAYS;
  const mine: Predicate = { kind: 'equals', attribute: rules.ownerAttribute, value: documentId };
  return operation === 'read' ? any(mine, { kind: 'equals', attribute: rules.ownerAttribute, value: null }) : mine;
};

/**
 * The deciding records (parents of a detail, targets of a run) on which the member may carry out an
 * operation on what hangs there. Whoever may not see the customer does not see his notes, whatever
 * the cell of the notes' feature says.
 */
export const decidingPredicateFor = (rules: Rules, member: MemberActor, binding: Binding, operation: Operation): Predicate => {
  const deciding = binding.via && rules.bindings.get(binding.via.type);
  if (!deciding) return NEVER;
  const mask = member.reach.mask(binding.feature, ACTION_FOR[binding.kind][operation]);
  return every(rowsWithin(rules, member, deciding, mask), predicateFor(rules, member, deciding, 'read'));
};

/**
 * The rows of a governed type on which a member may carry out an operation.
 * The table of kinds says which action that needs; the scopes of the cell say how far it goes.
 */
export const predicateFor = (rules: Rules, member: MemberActor, binding: Binding, operation: Operation): Predicate => {
  const mask = member.reach.mask(binding.feature, ACTION_FOR[binding.kind][operation]);
  if (mask === 0) return NEVER;
  switch (binding.kind) {
    case 'definition':
      return ALWAYS;
    case 'personal':
      return personal(rules, member, binding, operation);
    case 'record':
      return within(rules, member, binding.type, mask);
    case 'detail':
    case 'run':
      return binding.via ? via(binding.via.attribute, binding.via.type, decidingPredicateFor(rules, member, binding, operation)) : NEVER;
  }
};

/** Attributes that the member may not read on every row that he sees, with the rows where he may. */
export const narrowFieldsFor = (rules: Rules, member: MemberActor, binding: Binding): ReadonlyMap<string, Predicate> => {
  const narrow = new Map<string, Predicate>();
  const read = JSON.stringify(predicateFor(rules, member, binding, 'read'));
  for (const [attribute, feature] of binding.fields) {
    const rows = rowsWithin(rules, member, binding, member.reach.mask(feature, 'view'));
    if (rows.kind !== 'always' && JSON.stringify(rows) !== read) narrow.set(attribute, rows);
  }
  return narrow;
};
