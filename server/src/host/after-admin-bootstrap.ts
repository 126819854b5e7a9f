import type { Strapi } from './strapi';

/**
 * Runs code after Strapi's own admin bootstrap, also under `load()` alone.
 * A plugin's bootstrap comes before it: a role made there would keep the host from making its own
 * (`createRolesIfNoneExist` returns early), and the first admin of an empty site could not register.
 */
export const afterAdminBootstrap = (strapi: Strapi, run: () => Promise<void>): void => {
  const admin = strapi.get('admin') as { bootstrap(context: unknown): Promise<void> };
  const original = admin.bootstrap;
  admin.bootstrap = async (context) => {
    await original(context);
    await run();
  };
};
