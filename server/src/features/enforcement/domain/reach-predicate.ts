import { includes, type Scope } from '../../../../../contracts/scopes';
import { memberIn, type Grantee } from '../../../kernel/actor';
import { ACTION_FOR, VIEW_ACTION, type Binding, type Operation } from '../../../kernel/binding';
import { ALWAYS, NEVER, any, every, via, type Predicate } from '../../../kernel/predicate';
import { limitedScopes, reachingScopes } from '../../../kernel/reaching-scopes';
import { questionOf, type ScopeStrategy } from '../../../kernel/scope-strategy';

/** What predicates are made from: the bindings, the scopes' strategies, and the column that names the author. */
export interface Rules {
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly strategies: ReadonlyMap<Scope, ScopeStrategy>;
  readonly ownerAttribute: string;
}

/** A cell of the matrix, whose scopes are asked of rows. */
interface Cell {
  readonly feature: string;
  readonly action: string;
}

/** The rows of a type within the scopes of a cell. Scopes unite as OR, never by rank. Shares and restrictions are about records. */
const within = (rules: Rules, grantee: Grantee, { type, kind }: Binding, { feature, action }: Cell): Predicate => {
  const mask = grantee.reach.mask(feature, action);
  const scopes = kind === 'record' ? reachingScopes(grantee, mask, action) : mask;
  if (includes(scopes, 'all')) return ALWAYS;
  // A token with a role of its own is nobody whose records these could be.
  if (grantee.kind === 'role') return NEVER;
  const question = questionOf(grantee, type);
  return any(
    ...[...rules.strategies.values()].filter(({ scope }) => includes(scopes, scope)).map((strategy) => strategy.predicate(question)),
  );
};

/** The same scopes, asked of a row's deciding record: through the chain of parents and targets to the record itself. */
export const rowsWithin = (rules: Rules, grantee: Grantee, binding: Binding, cell: Cell): Predicate => {
  if (grantee.reach.mask(cell.feature, cell.action) === 0) return NEVER;
  if (!binding.via) return within(rules, grantee, binding, cell);
  const deciding = rules.bindings.get(binding.via.type);
  if (!deciding) return NEVER;
  return via(binding.via.attribute, binding.via.type, rowsWithin(rules, grantee, deciding, cell));
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
  const cell = { feature: binding.feature, action: ACTION_FOR[binding.kind][operation] };
  return every(rowsWithin(rules, grantee, deciding, cell), predicateFor(rules, grantee, deciding, 'read'));
};

/**
 * The rows of a governed type on which a member may carry out an operation.
 * The table of kinds says which action that needs; the scopes of the cell say how far it goes.
 */
export const predicateFor = (rules: Rules, grantee: Grantee, binding: Binding, operation: Operation): Predicate => {
  const cell = { feature: binding.feature, action: ACTION_FOR[binding.kind][operation] };
  if (grantee.reach.mask(cell.feature, cell.action) === 0) return NEVER;
  switch (binding.kind) {
    case 'definition':
      return ALWAYS;
    case 'personal':
      return personal(rules, grantee, binding, operation);
    case 'record':
      return within(rules, grantee, binding, cell);
    case 'detail':
    case 'run':
      return binding.via ? via(binding.via.attribute, binding.via.type, decidingPredicateFor(rules, grantee, binding, operation)) : NEVER;
  }
};

/**
 * The rows on which somebody may carry out an action of a feature. Where the kind's table names the
 * action, what it says of it holds (a personal record is one's own); any other action reaches as far as its cell.
 */
export const predicateForAction = (rules: Rules, grantee: Grantee, binding: Binding, cell: Cell): Predicate => {
  const table = ACTION_FOR[binding.kind];
  const operation = (['read', 'update', 'delete', 'create'] as const).find((name) => table[name] === cell.action);
  if (cell.feature === binding.feature && operation) return predicateFor(rules, grantee, binding, operation);
  return rowsWithin(rules, grantee, binding, cell);
};

/**
 * Where a record must lie once it was made or moved: within the scopes that look at where it lies. A scope of
 * owners needs no look, for whoever makes a record owns it.
 */
export const placePredicateFor = (rules: Rules, grantee: Grantee, binding: Binding, operation: 'create' | 'update'): Predicate => {
  const action = ACTION_FOR[binding.kind][operation];
  const mask = grantee.reach.mask(binding.feature, action);
  const scopes = limitedScopes(grantee, mask, action);
  const isPlaced = binding.kind === 'record' && (includes(scopes, 'territory') || scopes !== mask) && !includes(scopes, 'all');
  return isPlaced ? predicateFor(rules, grantee, binding, operation) : ALWAYS;
};

/** Attributes that the member may not read on every row that he sees, with the rows where he may. */
export const narrowFieldsFor = (rules: Rules, grantee: Grantee, binding: Binding): ReadonlyMap<string, Predicate> => {
  const narrow = new Map<string, Predicate>();
  const read = JSON.stringify(predicateFor(rules, grantee, binding, 'read'));
  for (const [attribute, feature] of binding.fields) {
    const rows = rowsWithin(rules, grantee, binding, { feature, action: VIEW_ACTION });
    if (rows.kind !== 'always' && JSON.stringify(rows) !== read) narrow.set(attribute, rows);
  }
  return narrow;
};
