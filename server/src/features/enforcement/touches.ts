import type { Strapi } from '../../host/strapi';
import type { Model } from './domain/relation-slots';

interface Zone {
  readonly components?: readonly string[];
}

/** Whether a type or component can link to a governed type, at any depth: only then a write of it is looked into. */
export const createTouches = (strapi: Strapi, governs: (uid: string) => boolean) => {
  const known = new Map<string, boolean>();

  /** `path` holds the components that are being looked into: one that holds itself adds nothing. */
  const looksInto = (uid: string, path: readonly string[]): boolean => {
    if (path.includes(uid)) return false;
    const model = strapi.getModel(uid as never) as unknown as Model | undefined;
    const inside = (component: string) => looksInto(component, [...path, uid]);
    return Object.values(model?.attributes ?? {}).some((attribute) => {
      if (attribute.type === 'relation') return attribute.target ? governs(attribute.target) : (attribute.relation?.startsWith('morphTo') ?? false);
      if (attribute.type === 'component') return inside(attribute.component ?? '');
      if (attribute.type === 'dynamiczone') return ((attribute as Zone).components ?? []).some(inside);
      return false;
    });
  };

  return (uid: string): boolean => {
    const answer = known.get(uid) ?? looksInto(uid, []);
    known.set(uid, answer);
    return answer;
  };
};
