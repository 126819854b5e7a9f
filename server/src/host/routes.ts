import type { Strapi } from './strapi';

export interface BoundRoute {
  /** The auth scope that the host made of the handler. */
  readonly scope: string;
  readonly config: Readonly<Record<string, unknown>>;
}

interface HostRoute {
  handler: unknown;
  config?: { policies?: unknown[]; auth?: { scope?: string[] } | false };
}

const routersOf = (owner: { routes?: unknown }): HostRoute[] => {
  const routes = owner.routes ?? {};
  if (Array.isArray(routes)) return routes as HostRoute[];
  return Object.values(routes as Record<string, { routes?: HostRoute[] }>).flatMap((router) => router.routes ?? []);
};

/** The config with which a policy binds a route, if it does. */
export const boundBy = (route: { config?: unknown } | undefined, policy: string): Readonly<Record<string, unknown>> | undefined => {
  const { policies = [] } = (route?.config ?? {}) as { policies?: unknown[] };
  // Named without a config it binds all the same, to nothing: whoever checks routes must see it.
  if (policies.includes(policy)) return {};
  return policies.find(
    (entry): entry is { name: string; config: Record<string, unknown> } =>
      typeof entry === 'object' && entry !== null && (entry as { name?: unknown }).name === policy,
  )?.config;
};

/** The routes of the site (APIs and plugins) that a policy binds, with the policy's config. After routes are composed. */
export const routesBoundBy = (strapi: Strapi, policy: string): BoundRoute[] => {
  const owners = [...Object.values(strapi.apis), ...Object.values(strapi.plugins)] as unknown as { routes?: unknown }[];
  return owners.flatMap(routersOf).flatMap(({ config }) => {
    const bound = boundBy({ config }, policy);
    const scopes = config?.auth ? (config.auth.scope ?? []) : [];
    return bound ? scopes.map((scope) => ({ scope, config: bound })) : [];
  });
};

/** The auth scopes of a plugin's own content-API routes. After routes are composed. */
export const scopesOfPlugin = (strapi: Strapi, name: string): string[] => {
  const { routes } = strapi.plugin(name) as unknown as { routes: Record<string, { routes?: HostRoute[] }> };
  return (routes['content-api']?.routes ?? []).flatMap(({ config }) => (config?.auth ? (config.auth.scope ?? []) : []));
};
