import type { QueryBuilder } from './gate';
import type { Strapi } from './strapi';

interface ModelAttribute {
  type: string;
  relation?: string;
}

/**
 * The host counts a polymorphic relation by its link rows, without a look at what they lead to. For a
 * limited caller the count is left out: he gets the records themselves, those that he may see.
 */
export const dropMorphCounts = (strapi: Strapi, builder: QueryBuilder, uid: string): void => {
  const { populate } = builder.state;
  if (typeof populate !== 'object' || populate === null) return;
  const model = strapi.getModel(uid as never) as unknown as { attributes: Record<string, ModelAttribute> } | undefined;
  for (const [key, value] of Object.entries(populate as Record<string, unknown>)) {
    const attribute = model?.attributes[key];
    if (attribute?.type !== 'relation' || !attribute.relation?.startsWith('morphTo')) continue;
    if (typeof value !== 'object' || value === null || !('count' in value)) continue;
    const { count: _count, ...rest } = value;
    (populate as Record<string, unknown>)[key] = rest;
  }
};
