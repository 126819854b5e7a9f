import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';

interface Route {
  readonly path: string;
  readonly lazy: () => Promise<{ Component: ComponentType }>;
}

/** The router that the host makes. `patchRoutes` is not promised to anybody: a router without it leaves the page out. */
interface HostRouter {
  readonly routes: readonly { readonly id: string }[];
  readonly state: { readonly location: { readonly pathname: string; readonly search: string; readonly hash: string } };
  readonly basename?: string;
  patchRoutes?(id: string, routes: readonly Route[]): void;
  navigate(to: string, options: { readonly replace: boolean }): Promise<void>;
}

type Create = (...given: unknown[]) => HostRouter;

const withoutBase = (pathname: string, base = ''): string => (base !== '/' && pathname.startsWith(base) ? pathname.slice(base.length) : pathname);

/**
 * Adds a page for which nobody need be signed in. What the host offers for pages puts them behind its sign-in, so this
 * adds it beside the host's own sign-in page, where that lies.
 */
export const addPublicPage = (app: StrapiApp, path: string, load: () => Promise<ComponentType>): void => {
  const host = app.router as unknown as { createRouter: Create };
  const create = host.createRouter.bind(host);
  host.createRouter = (...given) => {
    const router = create(...given);
    const [root] = router.routes;
    if (!router.patchRoutes || !root) return router;
    router.patchRoutes(root.id, [{ path, lazy: async () => ({ Component: await load() }) }]);
    const { pathname, search, hash } = router.state.location;
    // Whoever came by the address of the page was sent elsewhere before it was there.
    if (withoutBase(pathname, router.basename).replace(/^\//, '') === path) void router.navigate(`/${path}${search}${hash}`, { replace: true });
    return router;
  };
};
