import type { DefaultAction, DefaultFeature } from './default-matrix';

/** What gives a member a right of the panel, at each request: a cell of the matrix, the standard role admin, or being a member. */
type OpenedBy = { readonly cell: readonly [DefaultFeature, DefaultAction] } | 'admin' | 'member';

interface PanelRight {
  readonly displayName: string;
  readonly openedBy: OpenedBy;
}

/**
 * The rights of the panel's pages and routes. They are permission actions of the host's own, so that they
 * can be given to admin roles where all others are: Settings → Roles → Plugins. Members get theirs from
 * their roles in the team besides; for those that a cell opens, the cell alone decides over a member.
 */
export const PANEL_PERMISSIONS = {
  'me.read': { displayName: 'Ask what one may do', openedBy: 'member' },
  'records.read': { displayName: 'See who owns a record and why one sees it; share one’s own', openedBy: 'member' },
  'team.read': { displayName: 'Open the Team page', openedBy: { cell: ['team_management', 'view'] } },
  'team.create': { displayName: 'Add members', openedBy: { cell: ['team_management', 'create'] } },
  'team.update': { displayName: 'Change members, and owners of records', openedBy: { cell: ['team_management', 'update'] } },
  'team.config': { displayName: 'Change the matrix', openedBy: { cell: ['team_management', 'config'] } },
  'exports.read': { displayName: 'Export records', openedBy: { cell: ['data_export', 'export'] } },
  'security.read': { displayName: 'Open the Security page', openedBy: 'admin' },
  'security.update': { displayName: 'Change what API tokens act for', openedBy: 'admin' },
  'audit.read': { displayName: 'Open the Audit page', openedBy: 'admin' },
  'audit.update': { displayName: 'Send the audit log to its receivers again', openedBy: 'admin' },
} as const satisfies Readonly<Record<string, PanelRight>>;

export type PanelPermission = keyof typeof PANEL_PERMISSIONS;

/** As the host names it: in routes, in menu links, in the rows of a role. */
export const panelAction = (permission: PanelPermission) => `plugin::roster.${permission}` as const;
