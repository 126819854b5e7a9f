import type { StrapiApp } from '@strapi/strapi/admin';
import { createElement, Fragment, type ComponentType, type ReactNode } from 'react';

interface Route {
  readonly path: string;
  readonly lazy: () => Promise<{ Component: ComponentType }>;
}

interface HostRoute {
  readonly id: string;
  readonly path?: string;
  readonly element?: ReactNode;
  readonly children?: readonly HostRoute[];
}

/** The router that the host makes. `patchRoutes` is not promised to anybody: a router without it leaves the page out. */
interface HostRouter {
  readonly routes: readonly HostRoute[];
  readonly state: { readonly location: { readonly pathname: string; readonly search: string; readonly hash: string } };
  readonly basename?: string;
  patchRoutes?(id: string, routes: readonly Route[]): void;
  navigate(to: string, options: { readonly replace: boolean }): Promise<void>;
}

type Create = (...given: unknown[]) => HostRouter;

const withoutBase = (pathname: string, base = ''): string => (base !== '/' && pathname.startsWith(base) ? pathname.slice(base.length) : pathname);

/** Calls with the router as the host makes it, if it takes more routes. */
const onRouter = (app: StrapiApp, extend: (router: HostRouter & { patchRoutes(id: string, routes: readonly Route[]): void }, root: HostRoute) => void): void => {
  const host = app.router as unknown as { createRouter: Create };
  const create = host.createRouter.bind(host);
  host.createRouter = (...given) => {
    const router = create(...given);
    const [root] = router.routes;
    if (router.patchRoutes && root) extend(router as Parameters<typeof extend>[0], root);
    return router;
  };
};

/** Whoever came by the address of a page was sent elsewhere before it was there. */
const goThere = (router: HostRouter, path: string): void => {
  const { pathname, search, hash } = router.state.location;
  if (withoutBase(pathname, router.basename).replace(/^\//, '') === path) void router.navigate(`/${path}${search}${hash}`, { replace: true });
};

/**
 * Adds a page for which nobody need be signed in. What the host offers for pages puts them behind its sign-in, so this
 * adds it beside the host's own sign-in page, where that lies.
 */
export const addPublicPage = (app: StrapiApp, path: string, load: () => Promise<ComponentType>): void =>
  onRouter(app, (router, root) => {
    router.patchRoutes(root.id, [{ path, lazy: async () => ({ Component: await load() }) }]);
    goThere(router, path);
  });

const HOST_PAGES = 'auth/:authType';
const SIGN_IN = 'auth/login';

/** Adds something under the host's own sign-in form, which stays as it is: a route of its own, with the host's page in it. */
export const addToSignIn = (app: StrapiApp, load: () => Promise<ComponentType>): void =>
  onRouter(app, (router, root) => {
    const page = root.children?.find(({ path }) => path === HOST_PAGES)?.element;
    if (page === undefined) return;
    const withMore = (More: ComponentType): ComponentType =>
      function SignIn() {
        return createElement(Fragment, null, page, createElement(More));
      };
    router.patchRoutes(root.id, [{ path: SIGN_IN, lazy: async () => ({ Component: withMore(await load()) }) }]);
    goThere(router, SIGN_IN);
  });
