import { replaceInContainer } from './container';
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

interface AdminModule {
  readonly services: Readonly<Record<string, unknown>>;
}

const SERVICE = 'api-token-admin';

/**
 * Around the check of a token of the panel. `rightsOf` learns of the token and its owner, and may add to what
 * was ticked for it, or say that he is not let in (undefined). The MCP server asks for this check and for
 * nothing else, and takes the service past the registry in which services are extended; on the panel's own
 * routes whoever is not let in is refused once his request has been authenticated, with the reason.
 */
export const extendTokenRights = (
  strapi: Strapi,
  rightsOf: (request: RequestContext, token: number, owner: PanelUser) => Promise<readonly PanelRight[] | undefined>,
): void => {
  const authenticate = async (service: TokenService, key: string): Promise<{ found: Authenticated; isLetIn: boolean }> => {
    const found = await service.authenticateAdminToken(key);
    const request = currentRequest(strapi);
    if (!found.authenticated || !request || !found.credentials || !found.user) return { found, isLetIn: true };
    const more = await rightsOf(request, found.credentials.id, found.user);
    if (!more || more.length === 0) return { found, isLetIn: more !== undefined };
    const { engine } = strapi.service('admin::permission') as unknown as PermissionService;
    const ability = await engine.generateTokenAbility([...(found.credentials.adminPermissions ?? []), ...more], found.user);
    return { found: { ...found, ability }, isLetIn: true };
  };

  const own = strapi.service(`admin::${SERVICE}`) as unknown as TokenService;
  const onRoutes = async (key: string): Promise<Authenticated> => (await authenticate(own, key)).found;
  const onMcp = async (key: string): Promise<Authenticated> => {
    const { found, isLetIn } = await authenticate(own, key);
    return isLetIn ? found : { authenticated: false };
  };

  strapi.get('services').extend(`admin::${SERVICE}`, ((service: TokenService) => ({ ...service, authenticateAdminToken: onRoutes })) as never);
  replaceInContainer<AdminModule>(strapi, 'admin', (admin) => ({
    ...admin,
    services: { ...admin.services, [SERVICE]: { ...(admin.services[SERVICE] as TokenService), authenticateAdminToken: onMcp } },
  }));
};
