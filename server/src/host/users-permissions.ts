import { currentRequest, type RequestContext, type Strapi } from './strapi';

interface Permission {
  action: string;
}

interface User {
  documentId: string;
}

const USER = Symbol('roster.api-user');

/**
 * Adds rights to those of a users-permissions user, for the running request only: nothing is stored
 * in the host. The service that answers for a role is not told the user, so he is remembered from the
 * service that has just looked him up.
 */
export const extendApiRights = (
  strapi: Strapi,
  rightsOf: (request: RequestContext, userDocumentId: string, own: readonly Permission[]) => Promise<readonly Permission[]>,
): void => {
  if (!strapi.plugin('users-permissions')) return;
  const services = strapi.get('services');

  services.extend('plugin::users-permissions.user', ((service: Record<string, unknown> & { fetchAuthenticatedUser(id: unknown): Promise<User | null> }) => ({
    ...service,
    async fetchAuthenticatedUser(id: unknown) {
      const user = await service.fetchAuthenticatedUser(id);
      const request = currentRequest(strapi);
      if (request && user) request.state[USER] = user.documentId;
      return user;
    },
  })) as never);

  services.extend('plugin::users-permissions.permission', ((service: Record<string, unknown> & { findRolePermissions(id: unknown): Promise<Permission[]> }) => ({
    ...service,
    async findRolePermissions(role: unknown) {
      const own = await service.findRolePermissions(role);
      const request = currentRequest(strapi);
      const user = request?.state[USER];
      return request && typeof user === 'string' ? rightsOf(request, user, own) : own;
    },
  })) as never);
};
