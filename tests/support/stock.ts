import type { Core } from '@strapi/strapi';

import { openSite, type Site, type SiteOptions } from './site';

type Router = { routes?: { handler?: unknown; info?: { apiName?: string }; config?: { auth?: { scope?: string[] } | false } }[] };

/** Every auth scope of the site's own APIs. */
const scopesOf = (strapi: Core.Strapi): string[] =>
  Object.values(strapi.apis).flatMap((api) =>
    Object.values((api as unknown as { routes: Record<string, Router> }).routes).flatMap((router) =>
      (router.routes ?? []).flatMap(({ config }) => (config?.auth ? (config.auth.scope ?? []) : [])),
    ),
  );

const tick = async (strapi: Core.Strapi, type: 'authenticated' | 'public', actions: readonly string[]) => {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type } });
  for (const action of actions) {
    await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
  }
};

/**
 * The playground without the plugin and with every box ticked for everybody: what the host answers
 * when nothing stands in the way. An attack that does not succeed here would prove nothing.
 */
export const openUnguarded = async (options: SiteOptions): Promise<Site> => {
  const site = await openSite({ ...options, env: { ...options.env, ROSTER: 'off' } });
  const scopes = [...new Set(scopesOf(site.strapi))];
  await tick(site.strapi, 'authenticated', scopes);
  await tick(site.strapi, 'public', scopes);
  return site;
};
