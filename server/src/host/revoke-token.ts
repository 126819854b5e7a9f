import type { Strapi } from './strapi';

interface ApiTokens {
  revoke(id: number): Promise<unknown>;
}

/** Deletes an API token of either kind by the host's own service, with what was ticked for it. */
export const revokeToken = async (strapi: Strapi, id: number): Promise<void> => {
  await (strapi.service('admin::api-token') as unknown as ApiTokens).revoke(id);
};
