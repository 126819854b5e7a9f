import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import type { Binding } from '../../kernel/binding';
import type { Model } from './domain/relation-slots';

interface Zone {
  readonly components?: readonly string[];
}

interface Bindings {
  readonly bindings: ReadonlyMap<string, Binding>;
  bindingFor(actor: Actor, uid: string): Binding | undefined;
}

const ANY_TYPE = '*';

/** Whether a write of a type or component can link to a type that is governed for its caller: only then it is looked into. */
export const createTouches = (strapi: Strapi, gate: Bindings) => {
  const known = new Map<string, ReadonlySet<string>>();

  /** The types with a binding to which it can link, at any depth. `path` holds the components that are being looked into. */
  const targetsOf = (uid: string, path: readonly string[]): string[] => {
    if (path.includes(uid)) return [];
    const model = strapi.getModel(uid as never) as unknown as Model | undefined;
    const inside = (component: string) => targetsOf(component, [...path, uid]);
    return Object.values(model?.attributes ?? {}).flatMap((attribute) => {
      if (attribute.type === 'relation') {
        if (attribute.target) return gate.bindings.has(attribute.target) ? [attribute.target] : [];
        return attribute.relation?.startsWith('morphTo') ? [ANY_TYPE] : [];
      }
      if (attribute.type === 'component') return inside(attribute.component ?? '');
      if (attribute.type === 'dynamiczone') return ((attribute as Zone).components ?? []).flatMap(inside);
      return [];
    });
  };

  return (actor: Actor, uid: string): boolean => {
    const targets = known.get(uid) ?? new Set(targetsOf(uid, []));
    known.set(uid, targets);
    const named = targets.has(ANY_TYPE) ? gate.bindings.keys() : targets;
    return [...named].some((type) => gate.bindingFor(actor, type) !== undefined);
  };
};
