import { projectAllRows, projectionIsLost } from '../../host/project-owners';
import type { Strapi } from '../../host/strapi';
import { isOwned } from '../../kernel/binding';
import { accessOf } from '../access';

/**
 * A boot without the plugin drops the projected column, and the next one with it makes it anew, empty.
 * The entries are still there: project them again, before anybody is served.
 */
export const restoreProjection = async (strapi: Strapi): Promise<void> => {
  for (const binding of accessOf(strapi).registry.bindings.values()) {
    if (!isOwned(binding)) continue;
    const kind = binding.owns ? 'owner' : 'author';
    if (await projectionIsLost(strapi, binding.type, kind)) await projectAllRows(strapi, binding.type, kind);
  }
};
