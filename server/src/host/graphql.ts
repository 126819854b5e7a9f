import type { Strapi } from './strapi';

interface Extension {
  shadowCRUD(uid: string): { disable(): void };
}

/** Keeps content types out of the GraphQL schema: hiding a type elsewhere does not. */
export const hideFromGraphql = (strapi: Strapi, uids: readonly string[]): void => {
  const plugin = strapi.plugin('graphql');
  if (!plugin) return;
  const extension = plugin.service('extension') as unknown as Extension;
  for (const uid of uids) extension.shadowCRUD(uid).disable();
};
