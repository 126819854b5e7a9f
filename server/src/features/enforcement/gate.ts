import type { Gate } from '../../host/gate';
import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import type { Binding } from '../../kernel/binding';
import { isOnTrial } from '../../kernel/frame';
import { ALWAYS, type Predicate } from '../../kernel/predicate';
import { accessOf } from '../access';
import type { Actors } from './actors';
import { createPredicates } from './predicates';
import type { Uses } from './uses';

const NO_FIELDS: ReadonlyMap<string, Predicate> = new Map();

/** Whom a binding leaves to the host: whoever is no member, where it says so. Who was a member once is not among them. */
const isLeftToHost = (binding: Binding, actor: Actor): boolean =>
  binding.nonMembers === 'strapi' && actor.kind === 'nobody' && actor.reason !== 'inactive';

/** Which bindings hold for whom, now; and for those that do, the predicates. */
export const createGate = (strapi: Strapi, actors: Actors, uses: Uses) => {
  const { bindings } = accessOf(strapi).registry;
  const predicates = createPredicates(strapi);

  /** The binding that holds for an actor on a type, if one does. An observed one holds while it is tried out. */
  const bindingFor = (actor: Actor, uid: string): Binding | undefined => {
    const binding = bindings.get(uid);
    if (!binding || isLeftToHost(binding, actor)) return undefined;
    return binding.mode === 'enforce' || (binding.mode === 'observe' && isOnTrial()) ? binding : undefined;
  };

  const forRunningActor: Gate = {
    isBound: (uid) => (bindings.get(uid)?.mode ?? 'off') !== 'off',
    governs: (uid) => bindingFor(actors.current(), uid) !== undefined,
    limited: () => actors.current().kind !== 'system',
    predicate(uid, operation) {
      const actor = actors.current();
      const binding = bindingFor(actor, uid);
      return binding ? predicates.forActor(actor, binding, operation) : ALWAYS;
    },
    noteRead(uid, columns) {
      const actor = actors.current();
      const binding = bindingFor(actor, uid);
      if (binding && !predicates.isClosed(uid)) uses.noteRead(actor, binding, columns);
    },
    narrows: () => predicates.narrows(actors.current()),
    narrowFields(uid) {
      const actor = actors.current();
      const binding = bindingFor(actor, uid);
      return binding ? predicates.narrowFields(actor, binding) : NO_FIELDS;
    },
  };

  const { forActor, forAction, deciding, within, place, close, isClosed } = predicates;
  return {
    ...forRunningActor,
    forActor,
    forAction,
    deciding,
    within,
    place,
    close,
    isClosed,
    /** All bindings of the site, whatever their mode and whoever asks. */
    bindings,
    bindingFor,
    /** The binding that holds for the running actor on a type, if one does. */
    binding: (uid: string): Binding | undefined => bindingFor(actors.current(), uid),
    /** Whether a type has a binding that only watches, for an actor of whom there is something to tell. */
    isObserved(actor: Actor, uid: string): boolean {
      const binding = bindings.get(uid);
      return binding?.mode === 'observe' && actor.kind !== 'system' && !isLeftToHost(binding, actor);
    },
  };
};

export type EnforcementGate = ReturnType<typeof createGate>;
