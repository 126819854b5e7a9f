import type { Strapi } from '../../host/strapi';
import type { Model } from './domain/relation-slots';

interface Zone {
  readonly components?: readonly string[];
}

/** Whether a type or component can link to a governed type, at any depth: only then a write of it is looked into. */
export const createTouches = (strapi: Strapi, governs: (uid: string) => boolean) => {
  const known = new Map<string, boolean>();

  const touches = (uid: string): boolean => {
    const answer = known.get(uid);
    if (answer !== undefined) return answer;
    known.set(uid, false); // A component that holds itself is being looked into already.
    const model = strapi.getModel(uid as never) as unknown as Model | undefined;
    const found = Object.values(model?.attributes ?? {}).some((attribute) => {
      if (attribute.type === 'relation') return attribute.target ? governs(attribute.target) : attribute.relation?.startsWith('morphTo');
      if (attribute.type === 'component') return touches(attribute.component ?? '');
      if (attribute.type === 'dynamiczone') return ((attribute as Zone).components ?? []).some(touches);
      return false;
    });
    known.set(uid, Boolean(found));
    return Boolean(found);
  };
  return touches;
};
