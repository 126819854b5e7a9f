import type { Core } from '@strapi/strapi';

import { companyRole } from './people';
import { openSite, type Site, type SiteOptions } from './site';

type Router = { routes?: { handler?: unknown; info?: { apiName?: string }; config?: { auth?: { scope?: string[] } | false } }[] };

/** Every auth scope of the site's own APIs. */
const scopesOf = (strapi: Core.Strapi): string[] =>
  Object.values(strapi.apis).flatMap((api) =>
    Object.values((api as unknown as { routes: Record<string, Router> }).routes).flatMap((router) =>
      (router.routes ?? []).flatMap(({ config }) => (config?.auth ? (config.auth.scope ?? []) : [])),
    ),
  );

/** Ticks boxes of users-permissions. */
export const tick = async (strapi: Core.Strapi, type: 'authenticated' | 'public', actions: readonly string[]): Promise<void> => {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type } });
  for (const action of actions) {
    await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
  }
};

interface Roles {
  assignPermissions(role: number, permissions: object[]): Promise<unknown>;
}

interface ContentTypes {
  getPermissionsWithNestedFields(actions: readonly object[]): { subject: string; properties: object }[];
}

/** Ticks every box of the Content Manager, on all types of the site and in all locales, for everybody's role. */
export const tickPanel = async (strapi: Core.Strapi): Promise<void> => {
  const { actionProvider } = strapi.service('admin::permission') as unknown as { actionProvider: { values(): { actionId: string; section: string }[] } };
  const actions = actionProvider.values().filter(({ actionId, section }) => section === 'contentTypes' && actionId.startsWith('plugin::content-manager.explorer.'));
  const { getPermissionsWithNestedFields } = strapi.service('admin::content-type') as unknown as ContentTypes;
  const permissions = getPermissionsWithNestedFields(actions)
    .filter(({ subject }) => subject.startsWith('api::'))
    .map((permission) => ({ ...permission, properties: { ...permission.properties, locales: ['en', 'fr'] } }));
  const media = ['read', 'assets.create', 'assets.update'].map((name) => ({ action: `plugin::upload.${name}`, subject: null, properties: {}, conditions: [] }));
  await (strapi.service('admin::role') as unknown as Roles).assignPermissions(await companyRole(strapi), [...permissions, ...media]);
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
  await tickPanel(site.strapi);
  return site;
};
