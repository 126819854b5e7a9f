import type { Strapi } from '../../host/strapi';
import { isGrantee, type Actor, type Grantee } from '../../kernel/actor';
import type { Binding, Operation } from '../../kernel/binding';
import { OWNER_ATTRIBUTE } from '../../kernel/owner-attribute';
import { ALWAYS, NEVER, every, type Predicate } from '../../kernel/predicate';
import type { Reach } from '../../kernel/reach';
import { strategiesPort } from '../../kernel/scope-strategy';
import { accessOf } from '../access';
import { decidingPredicateFor, narrowFieldsFor, placePredicateFor, predicateFor, predicateForAction, rowsWithin, type Rules } from './domain/reach-predicate';
import { createMemo } from './memo';
import { narrowingCells } from './narrowing';

export interface Cell {
  readonly feature: string;
  readonly action: string;
}

const NO_FIELDS: ReadonlyMap<string, Predicate> = new Map();

/** All that the shape of a grantee's predicates follows from, besides his reach. */
const shapeOf = (actor: Grantee): string =>
  actor.kind === 'role' ? actor.kind : [actor.restriction, actor.territories.length > 0, ...actor.holds].join();

/**
 * Turns actors into predicates: what the guards ask for every statement and every write.
 * Each is built once per actor, that is once per request.
 */
export const createPredicates = (strapi: Strapi) => {
  const { bindings } = accessOf(strapi).registry;
  const rules: Rules = { bindings, strategies: strategiesPort.of(strapi), ownerAttribute: OWNER_ATTRIBUTE };
  const closed = new Set<string>();
  const remembered = createMemo<Grantee, Predicate>();
  const fields = createMemo<Grantee, ReadonlyMap<string, Predicate>>();
  const narrowing = createMemo<Reach, boolean>();
  const withFields = [...bindings.values()].filter((binding) => binding.fields.size > 0);

  const narrowed = (binding: Binding, actor: Grantee): Predicate =>
    every(...narrowingCells(strapi, binding.type).map(({ feature, action }) => rowsWithin(rules, actor, binding, { feature, action })));

  const forGrantee = (actor: Grantee, binding: Binding, operation: Operation): Predicate => {
    const predicate = remembered(actor, `${operation} ${binding.type}`, () => predicateFor(rules, actor, binding, operation));
    return operation === 'read' ? every(predicate, narrowed(binding, actor)) : predicate;
  };

  const narrowOf = (actor: Grantee, binding: Binding) => fields(actor, binding.type, () => narrowFieldsFor(rules, actor, binding));

  /** Whether any is follows from the shape of predicates alone: remember it beyond the request. */
  const anyNarrow = (actor: Grantee): boolean =>
    narrowing(actor.reach, shapeOf(actor), () => withFields.some((binding) => narrowOf(actor, binding).size > 0));

  const of = (actor: Actor, binding: Binding, grantee: (actor: Grantee) => Predicate): Predicate => {
    if (actor.kind === 'system') return ALWAYS;
    return isGrantee(actor) && !closed.has(binding.type) ? grantee(actor) : NEVER;
  };

  return {
    /** The rows of a type on which an actor may carry out an operation. */
    forActor: (actor: Actor, binding: Binding, operation: Operation) => of(actor, binding, (grantee) => forGrantee(grantee, binding, operation)),
    /** The rows of a type on which an actor may carry out an action of a feature. */
    forAction: (actor: Actor, binding: Binding, cell: Cell) => of(actor, binding, (grantee) => predicateForAction(rules, grantee, binding, cell)),
    /** The deciding records (parents, targets) on which an operation on this type may hang its rows. */
    deciding: (actor: Actor, binding: Binding, operation: Operation) => of(actor, binding, (grantee) => decidingPredicateFor(rules, grantee, binding, operation)),
    /** The rows of a type within the scope of any one cell: where a field of another feature may be written. */
    within: (actor: Actor, binding: Binding, cell: Cell) => of(actor, binding, (grantee) => rowsWithin(rules, grantee, binding, cell)),
    /** Where a record that an actor has made or moved must lie. */
    place: (actor: Actor, binding: Binding, operation: 'create' | 'update') => of(actor, binding, (grantee) => placePredicateFor(rules, grantee, binding, operation)),

    /** Whether any field of any type is narrow for the actor at all. */
    narrows: (actor: Actor): boolean => withFields.length > 0 && isGrantee(actor) && anyNarrow(actor),
    /** Attributes that the actor may not read on every row that he sees, with the rows where he may. */
    narrowFields: (actor: Actor, binding: Binding): ReadonlyMap<string, Predicate> =>
      binding.fields.size > 0 && isGrantee(actor) && anyNarrow(actor) ? narrowOf(actor, binding) : NO_FIELDS,

    /** Shuts a type that the canary could not prove guarded. */
    close: (uid: string) => void closed.add(uid),
    isClosed: (uid: string) => closed.has(uid),
  };
};
