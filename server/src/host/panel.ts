import { PANEL_PERMISSIONS, panelAction, type PanelPermission } from '../../../contracts/panel-permissions';
import type { Strapi } from './strapi';

interface PermissionService {
  actionProvider: { registerMany(actions: readonly object[]): Promise<unknown> };
}

/** Makes the pages' rights known to the host, in a plugin's bootstrap: later the host takes none. */
export const registerPanelPermissions = async (strapi: Strapi): Promise<void> => {
  const { actionProvider } = strapi.service('admin::permission') as unknown as PermissionService;
  await actionProvider.registerMany(
    Object.entries(PANEL_PERMISSIONS).map(([uid, { displayName }]) => ({
      section: 'plugins',
      pluginName: 'roster',
      subCategory: 'pages',
      uid,
      displayName,
    })),
  );
};

/** The config of a panel route: signed in to the panel, and with this right. */
export const withPanelPermission = (permission: PanelPermission) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [panelAction(permission)] } }],
});

/** The address of a page of the panel. */
export const panelPage = (strapi: Strapi, path: string): string => `${strapi.config.get<string>('admin.absoluteUrl', '').replace(/\/$/, '')}${path}`;
