import { DEFAULT_MATRIX, STANDARD_ROLES, type DefaultFeature, type StandardRole } from '../../../../../contracts/default-matrix';
import type { FeatureDefinition } from './registry';
import type { Cell } from './snapshot';

const scopeOf = (role: StandardRole, feature: string, action: string): string => {
  const allowance = DEFAULT_MATRIX[role][feature as DefaultFeature];
  // A feature of the site's own: the admin has all of it, the others nothing until somebody says so.
  if (!allowance) return role === 'admin' ? 'all' : 'none';
  if (role === 'admin') return 'all';
  return (allowance.actions as readonly string[]).includes(action) ? allowance.scope : 'none';
};

/** Every cell of the standard roles, `none` included. */
export const defaultCells = (features: readonly FeatureDefinition[]): Cell[] =>
  STANDARD_ROLES.flatMap((role) =>
    features.flatMap(({ key, actions }) =>
      actions.map((action) => ({ role, feature: key, action, scope: scopeOf(role, key, action) })),
    ),
  );
