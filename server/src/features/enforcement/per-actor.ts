import type { MemberActor } from '../../kernel/actor';

/** A cache that lives as long as the actor does, which is one request. */
export const createPerActor = <T>() => {
  const cache = new WeakMap<MemberActor, Map<string, T>>();
  return (actor: MemberActor, key: string, make: () => T): T => {
    const ofActor = cache.get(actor) ?? new Map<string, T>();
    cache.set(actor, ofActor);
    const known = ofActor.get(key);
    if (known !== undefined) return known;
    const made = make();
    ofActor.set(key, made);
    return made;
  };
};
