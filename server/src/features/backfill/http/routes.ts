import { withPanelPermission } from '../../../host/panel';
import type { Feature, Route } from '../../../kernel/define-feature';

const ROUTES: readonly (Route & { readonly reads: boolean })[] = [
  { method: 'GET', path: '/backfills/fields', handler: 'backfill.fields', reads: true },
  { method: 'POST', path: '/backfills', handler: 'backfill.plan', reads: false },
  { method: 'GET', path: '/backfills/:job', handler: 'backfill.findOne', reads: true },
  { method: 'GET', path: '/backfills/:job/conflicts', handler: 'backfill.conflicts', reads: true },
];

export const backfillRoutes: NonNullable<Feature<never>['routes']> = {
  admin: ROUTES.map(({ reads, ...route }) => ({ ...route, config: withPanelPermission(reads ? 'team.read' : 'team.update') })),
  'content-api': ROUTES.map(({ method, path, handler }) => ({ method, path, handler })),
};
