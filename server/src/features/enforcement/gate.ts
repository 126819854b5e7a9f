import type { Gate } from '../../host/gate';
import type { Strapi } from '../../host/strapi';
import type { Actor, MemberActor } from '../../kernel/actor';
import type { Binding, Operation } from '../../kernel/binding';
import { OWNER_ATTRIBUTE } from '../../kernel/owner-attribute';
import type { Reach } from '../../kernel/reach';
import { ALWAYS, NEVER, every, type Predicate } from '../../kernel/predicate';
import { strategiesPort } from '../../kernel/scope-strategy';
import { accessOf } from '../access';
import type { Actors } from './actors';
import { decidingPredicateFor, narrowFieldsFor, predicateFor, rowsWithin, type Rules } from './domain/reach-predicate';
import { narrowingCells } from './narrowing';
import { createMemo } from './memo';

const NO_FIELDS: ReadonlyMap<string, Predicate> = new Map();

/**
 * Turns actors into predicates: what the guards ask for every statement and every write.
 * Each is built once per actor, that is once per request.
 */
export const createGate = (strapi: Strapi, actors: Actors) => {
  const { bindings } = accessOf(strapi).registry;
  const rules: Rules = { bindings, strategies: strategiesPort.of(strapi), ownerAttribute: OWNER_ATTRIBUTE };
  const closed = new Set<string>();
  const predicates = createMemo<MemberActor, Predicate>();
  const fields = createMemo<MemberActor, ReadonlyMap<string, Predicate>>();
  const narrowing = createMemo<Reach, boolean>();
  const hasFields = [...bindings.values()].some((binding) => binding.fields.size > 0);

  const narrowed = (binding: Binding, actor: MemberActor): Predicate =>
    every(...narrowingCells(strapi, binding.type).map(({ feature, action }) => rowsWithin(rules, actor, binding, actor.reach.mask(feature, action))));

  const forMember = (actor: MemberActor, binding: Binding, operation: Operation): Predicate => {
    const predicate = predicates(actor, `${operation} ${binding.type}`, () => predicateFor(rules, actor, binding, operation));
    return operation === 'read' ? every(predicate, narrowed(binding, actor)) : predicate;
  };

  const narrowOf = (actor: MemberActor, binding: Binding) => fields(actor, binding.type, () => narrowFieldsFor(rules, actor, binding));

  /** The shape of predicates follows from roles and kinds of entries alone: remember it beyond the request. */
  const anyNarrow = (actor: MemberActor): boolean =>
    narrowing(actor.reach, [...actor.holds].join(), () => [...bindings.values()].some((binding) => binding.fields.size > 0 && narrowOf(actor, binding).size > 0));

  const of = (actor: Actor, binding: Binding, member: (actor: MemberActor) => Predicate): Predicate => {
    if (actor.kind === 'system') return ALWAYS;
    return actor.kind === 'member' && !closed.has(binding.type) ? member(actor) : NEVER;
  };

  const forActor = (actor: Actor, binding: Binding, operation: Operation): Predicate =>
    of(actor, binding, (member) => forMember(member, binding, operation));

  const forRunningActor: Gate = {
    governs: (uid) => bindings.has(uid),
    limited: () => actors.current().kind !== 'system',
    predicate(uid, operation) {
      const binding = bindings.get(uid);
      return binding ? forActor(actors.current(), binding, operation) : ALWAYS;
    },
    narrows() {
      const actor = actors.current();
      return hasFields && actor.kind === 'member' && anyNarrow(actor);
    },
    narrowFields(uid) {
      const actor = actors.current();
      const binding = bindings.get(uid);
      if (!binding || binding.fields.size === 0 || actor.kind !== 'member') return NO_FIELDS;
      return anyNarrow(actor) ? narrowOf(actor, binding) : NO_FIELDS;
    },
  };

  return {
    ...forRunningActor,
    bindings,
    /** The rows of a type on which an actor may carry out an operation. */
    forActor,
    /** The deciding records (parents, targets) on which an operation on this type may hang its rows. */
    deciding: (actor: Actor, binding: Binding, operation: Operation) =>
      of(actor, binding, (member) => decidingPredicateFor(rules, member, binding, operation)),
    /** The rows of a type within the scope of any one cell: where a field of another feature may be written. */
    within: (actor: Actor, binding: Binding, cell: { feature: string; action: string }) =>
      of(actor, binding, (member) => rowsWithin(rules, member, binding, member.reach.mask(cell.feature, cell.action))),
    /** Shuts a type that the canary could not prove guarded. */
    close: (uid: string) => void closed.add(uid),
    isClosed: (uid: string) => closed.has(uid),
  };
};

export type EnforcementGate = ReturnType<typeof createGate>;
