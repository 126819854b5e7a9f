import type { Gate, RowOperation } from '../../host/query-guard';
import { currentRequest, type Strapi } from '../../host/strapi';
import { ALWAYS, NEVER, every, type Predicate } from '../../kernel/predicate';
import { strategiesPort } from '../../kernel/scope-strategy';
import { accessOf, type Actor, type Binding } from '../access';
import { OWNER_ATTRIBUTE } from '../books';
import type { Actors } from './actors';
import { isMember, type MemberActor } from './domain/actor-facts';
import { decidingPredicateFor, narrowFieldsFor, predicateFor, rowsWithin, type Rules } from './domain/reach-predicate';

const NARROWED = Symbol('roster.narrowed');
const NO_FIELDS: ReadonlyMap<string, Predicate> = new Map();

/** For one request: reads of these types also stay within this cell. */
type Narrowed = Map<string, { feature: string; action: string }[]>;

/**
 * Turns the running actor into predicates: what the query guard asks for every statement.
 * Predicates are built once per actor, that is once per request.
 */
export const createGate = (strapi: Strapi, actors: Actors) => {
  const { bindings } = accessOf(strapi).registry;
  const rules: Rules = { bindings, strategies: strategiesPort.of(strapi), ownerAttribute: OWNER_ATTRIBUTE };
  const closed = new Set<string>();
  const built = new WeakMap<MemberActor, Map<string, Predicate>>();
  const fields = new WeakMap<MemberActor, Map<string, ReadonlyMap<string, Predicate>>>();
  const hasFields = [...bindings.values()].some((binding) => binding.fields.size > 0);

  const remembered = <T>(cache: WeakMap<MemberActor, Map<string, T>>, actor: MemberActor, key: string, make: () => T): T => {
    let ofActor = cache.get(actor);
    if (!ofActor) cache.set(actor, (ofActor = new Map()));
    let value = ofActor.get(key);
    if (value === undefined) ofActor.set(key, (value = make()));
    return value;
  };

  const narrowed = (uid: string, actor: MemberActor): Predicate => {
    const request = currentRequest(strapi);
    const cells = (request?.state[NARROWED] as Narrowed | undefined)?.get(uid);
    const binding = bindings.get(uid);
    if (!cells || !binding) return ALWAYS;
    return every(...cells.map(({ feature, action }) => rowsWithin(rules, actor, binding, actor.reach.mask(feature, action))));
  };

  const forActor = (actor: Actor, binding: Binding, operation: RowOperation): Predicate => {
    if (actor.kind === 'system') return ALWAYS;
    if (closed.has(binding.type) || !isMember(actor)) return NEVER;
    const predicate = remembered(built, actor, `${operation} ${binding.type}`, () => predicateFor(rules, actor, binding, operation));
    return operation === 'read' ? every(predicate, narrowed(binding.type, actor)) : predicate;
  };

  const gate = {
    governs: (uid: string) => bindings.has(uid),
    predicate(uid: string, operation: RowOperation) {
      const binding = bindings.get(uid);
      return binding ? forActor(actors.current(), binding, operation) : ALWAYS;
    },
    narrows(): boolean {
      return hasFields && isMember(actors.current());
    },
    narrowFields(uid: string) {
      const actor = actors.current();
      const binding = bindings.get(uid);
      if (!binding || binding.fields.size === 0 || !isMember(actor)) return NO_FIELDS;
      return remembered(fields, actor, uid, () => narrowFieldsFor(rules, actor, binding));
    },
  } satisfies Gate;

  return {
    ...gate,
    rules,
    forActor,
    /** The deciding records (parents, targets) on which an operation on this type may hang its rows. */
    deciding(actor: Actor, binding: Binding, operation: RowOperation): Predicate {
      if (actor.kind === 'system') return ALWAYS;
      return isMember(actor) ? decidingPredicateFor(rules, actor, binding, operation) : NEVER;
    },
    /** Where a field of another feature may be written. */
    writable(actor: Actor, binding: Binding, feature: string, action: string): Predicate {
      if (actor.kind === 'system') return ALWAYS;
      return isMember(actor) ? rowsWithin(rules, actor, binding, actor.reach.mask(feature, action)) : NEVER;
    },
    narrow(types: readonly string[], feature: string, action: string): void {
      const request = currentRequest(strapi);
      if (!request) return;
      const narrowing: Narrowed = (request.state[NARROWED] as Narrowed | undefined) ?? new Map();
      for (const type of types) narrowing.set(type, [...(narrowing.get(type) ?? []), { feature, action }]);
      request.state[NARROWED] = narrowing;
    },
    /** Shuts a type that the canary could not prove guarded. */
    close: (uid: string) => void closed.add(uid),
    isClosed: (uid: string) => closed.has(uid),
  };
};

export type EnforcementGate = ReturnType<typeof createGate>;
