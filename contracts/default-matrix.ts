import type { Scope } from './scopes';

/** The eleven features of the preset `customer-success`, in the order in which every list shows them. */
export const FEATURES = [
  'customer_360',
  'health_scoring',
  'segments',
  'playbooks',
  'notifications',
  'renewals',
  'dashboard',
  'data_export',
  'team_management',
  'analytics',
  'custom_fields',
] as const;

/** The eight actions, in the order in which every list shows them. */
export const ACTIONS = ['view', 'create', 'update', 'delete', 'config', 'execute', 'personalize', 'export'] as const;

export const STANDARD_ROLES = ['admin', 'director', 'csm', 'viewer'] as const;

export type DefaultFeature = (typeof FEATURES)[number];
export type DefaultAction = (typeof ACTIONS)[number];
export type StandardRole = (typeof STANDARD_ROLES)[number];

/** What a role may do with one feature. Actions that are not listed are `none`. */
export interface Allowance {
  readonly actions: readonly DefaultAction[];
  readonly scope: Exclude<Scope, 'none'>;
}

const allow = (words: string, scope: Allowance['scope'] = 'all'): Allowance => ({
  actions: words.split(' ').map((word) => word as DefaultAction),
  scope,
});

const full: Allowance = { actions: ACTIONS, scope: 'all' };
const nothing: Allowance = { actions: [], scope: 'all' };

/**
 * Who may do what on a new site: 137 of 352 cells. Seeded once per (role, feature) pair;
 * afterwards the table is the truth and this constant only tells what "reset to defaults" means.
 * `notifications` is ours: the source names the feature without a row for it.
 */
export const DEFAULT_MATRIX: Readonly<Record<StandardRole, Readonly<Record<DefaultFeature, Allowance>>>> = {
  admin: {
    customer_360: full,
    health_scoring: full,
    segments: full,
    playbooks: full,
    notifications: full,
    renewals: full,
    dashboard: full,
    data_export: full,
    team_management: full,
    analytics: full,
    custom_fields: full,
  },
  director: {
    customer_360: allow('view'),
    health_scoring: allow('view config'),
    segments: allow('view config'),
    playbooks: allow('view config execute'),
    notifications: allow('view config personalize'),
    renewals: allow('view config'),
    dashboard: full,
    data_export: allow('export'),
    team_management: allow('view'),
    analytics: allow('view config'),
    custom_fields: allow('view'),
  },
  csm: {
    customer_360: allow('view update', 'book'),
    health_scoring: allow('view', 'book'),
    segments: allow('view'),
    playbooks: allow('view execute', 'book'),
    notifications: allow('view personalize', 'own'),
    renewals: allow('view', 'book'),
    dashboard: allow('view personalize', 'own'),
    data_export: allow('export', 'own'),
    team_management: nothing,
    analytics: nothing,
    custom_fields: allow('view update', 'book'),
  },
  viewer: {
    customer_360: allow('view'),
    health_scoring: allow('view'),
    segments: allow('view'),
    playbooks: allow('view'),
    notifications: allow('view'),
    renewals: allow('view'),
    dashboard: allow('view'),
    data_export: nothing,
    team_management: nothing,
    analytics: allow('view'),
    custom_fields: allow('view'),
  },
};
