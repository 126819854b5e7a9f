/**
 * The rights of the panel's pages. They are permission actions of the host's own, so that they are
 * given to admin roles where all others are: Settings → Roles → Plugins.
 */
export const PANEL_PERMISSIONS = {
  'team.read': { displayName: 'Open the Team page' },
  'security.read': { displayName: 'Open the Security page' },
  'audit.read': { displayName: 'Open the Audit page' },
} as const;

export type PanelPermission = keyof typeof PANEL_PERMISSIONS;

/** As the host names it: in routes, in menu links, in the rows of a role. */
export const panelAction = (permission: PanelPermission) => `plugin::roster.${permission}` as const;
