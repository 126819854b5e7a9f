import type { PanelRight, PanelUser } from './panel-rights';
import { currentRequest, type RequestContext, type Strapi } from './strapi';

interface Authenticated {
  readonly authenticated: boolean;
  readonly credentials?: { readonly id: number; readonly adminPermissions?: readonly PanelRight[] };
  readonly user?: PanelUser;
  readonly ability?: unknown;
}

interface TokenService {
  authenticateAdminToken(key: string): Promise<Authenticated>;
}

interface PermissionService {
  engine: { generateTokenAbility(rights: readonly PanelRight[], owner: PanelUser): Promise<unknown> };
}

/**
 * Around the check of a token of the panel, for its own routes and for the MCP server, which asks for
 * nothing else. `rightsOf` learns of the token and its owner, and may add to what was ticked for it.
 */
export const extendTokenRights = (
  strapi: Strapi,
  rightsOf: (request: RequestContext, token: number, owner: PanelUser) => Promise<readonly PanelRight[]>,
): void => {
  strapi.get('services').extend('admin::api-token-admin', ((service: TokenService) => ({
    ...service,
    async authenticateAdminToken(key: string): Promise<Authenticated> {
      const found = await service.authenticateAdminToken(key);
      const request = currentRequest(strapi);
      if (!found.authenticated || !request || !found.credentials || !found.user) return found;
      const more = await rightsOf(request, found.credentials.id, found.user);
      if (more.length === 0) return found;
      const { engine } = strapi.service('admin::permission') as unknown as PermissionService;
      return { ...found, ability: await engine.generateTokenAbility([...(found.credentials.adminPermissions ?? []), ...more], found.user) };
    },
  })) as never);
};
