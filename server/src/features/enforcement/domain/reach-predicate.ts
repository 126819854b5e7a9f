import { includes, type Scope, type ScopeMask } from '../../../../../contracts/scopes';
import { memberIn, type Grantee } from '../../../kernel/actor';
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
const within = (rules: Rules, grantee: Grantee, type: string, mask: ScopeMask): Predicate => {
  if (includes(mask, 'all')) return ALWAYS;
  // A token with a role of its own is nobody whose records these could be.
  if (grantee.kind === 'role') return NEVER;
  const question = { member: grantee.member.documentId, type, holds: grantee.holds };
  return any(
    ...[...rules.strategies.values()].filter(({ scope }) => includes(mask, scope)).map((strategy) => strategy.predicate(question)),
  );
};

/** The same scopes, asked of a row's deciding record: through the chain of parents and targets to the record itself. */
export const rowsWithin = (rules: Rules, grantee: Grantee, binding: Binding, mask: ScopeMask): Predicate => {
  if (mask === 0) return NEVER;
  if (!binding.via) return within(rules, grantee, binding.type, mask);
  const deciding = rules.bindings.get(binding.via.type);
  if (!deciding) return NEVER;
  return via(binding.via.attribute, binding.via.type, rowsWithin(rules, grantee, deciding, mask));
};

/** One's own, and those without an author; others' only with `all` and `config`. */
const personal = (rules: Rules, grantee: Grantee, binding: Binding, operation: Operation): Predicate => {
  const { reach } = grantee;
  const mask = reach.mask(binding.feature, ACTION_FOR.personal[operation]);
  if (mask === 0) return NEVER;
  if (includes(mask, 'all') && includes(reach.mask(binding.feature, 'config'), 'all')) return ALWAYS;
  if (operation === 'create') return ALWAYS;
  const member = memberIn(grantee);
  const mine: Predicate = member ? { kind: 'equals', attribute: rules.ownerAttribute, value: member.documentId } : NEVER;
  return operation === 'read' ? any(mine, { kind: 'equals', attribute: rules.ownerAttribute, value: null }) : mine;
};

/**
 * The deciding records (parents of a detail, targets of a run) on which the member may carry out an
 * operation on what hangs there. Whoever may not see the customer does not see his notes, whatever
 * the cell of the notes' feature says.
 */
export const decidingPredicateFor = (rules: Rules, grantee: Grantee, binding: Binding, operation: Operation): Predicate => {
  const deciding = binding.via && rules.bindings.get(binding.via.type);
  if (!deciding) return NEVER;
  const mask = grantee.reach.mask(binding.feature, ACTION_FOR[binding.kind][operation]);
  return every(rowsWithin(rules, grantee, deciding, mask), predicateFor(rules, grantee, deciding, 'read'));
};

/**
 * The rows of a governed type on which a member may carry out an operation.
 * The table of kinds says which action that needs; the scopes of the cell say how far it goes.
 */
export const predicateFor = (rules: Rules, grantee: Grantee, binding: Binding, operation: Operation): Predicate => {
  const mask = grantee.reach.mask(binding.feature, ACTION_FOR[binding.kind][operation]);
  if (mask === 0) return NEVER;
  switch (binding.kind) {
    case 'definition':
      return ALWAYS;
    case 'personal':
      return personal(rules, grantee, binding, operation);
    case 'record':
      return within(rules, grantee, binding.type, mask);
    case 'detail':
    case 'run':
      return binding.via ? via(binding.via.attribute, binding.via.type, decidingPredicateFor(rules, grantee, binding, operation)) : NEVER;
  }
};

/**
 * The rows on which somebody may carry out an action of a feature. Where the kind's table names the
 * action, what it says of it holds (a personal record is one's own); any other action reaches as far as its cell.
 */
export const predicateForAction = (rules: Rules, grantee: Grantee, binding: Binding, cell: { readonly feature: string; readonly action: string }): Predicate => {
  const table = ACTION_FOR[binding.kind];
  const operation = (['read', 'update', 'delete', 'create'] as const).find((name) => table[name] === cell.action);
  if (cell.feature === binding.feature && operation) return predicateFor(rules, grantee, binding, operation);
  return rowsWithin(rules, grantee, binding, grantee.reach.mask(cell.feature, cell.action));
};

/** Attributes that the member may not read on every row that he sees, with the rows where he may. */
export const narrowFieldsFor = (rules: Rules, grantee: Grantee, binding: Binding): ReadonlyMap<string, Predicate> => {
  const narrow = new Map<string, Predicate>();
  const read = JSON.stringify(predicateFor(rules, grantee, binding, 'read'));
  for (const [attribute, feature] of binding.fields) {
    const rows = rowsWithin(rules, grantee, binding, grantee.reach.mask(feature, 'view'));
    if (rows.kind !== 'always' && JSON.stringify(rows) !== read) narrow.set(attribute, rows);
  }
  return narrow;
};
