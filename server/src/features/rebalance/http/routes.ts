import { withPanelPermission } from '../../../host/panel';
import type { Feature, Route } from '../../../kernel/define-feature';

const JOB = '/rebalance/:job';

const ROUTES: readonly (Route & { readonly reads: boolean })[] = [
  { method: 'GET', path: '/rebalance', handler: 'rebalance.find', reads: true },
  { method: 'POST', path: '/rebalance/plans', handler: 'rebalance.plan', reads: false },
  { method: 'GET', path: JOB, handler: 'rebalance.findOne', reads: true },
  { method: 'GET', path: `${JOB}/moves`, handler: 'rebalance.moves', reads: true },
  { method: 'POST', path: `${JOB}/start`, handler: 'rebalance.start', reads: false },
  { method: 'POST', path: `${JOB}/cancel`, handler: 'rebalance.cancel', reads: false },
  { method: 'POST', path: `${JOB}/undo`, handler: 'rebalance.undo', reads: false },
];

export const rebalanceRoutes: NonNullable<Feature<never>['routes']> = {
  admin: ROUTES.map(({ reads, ...route }) => ({ ...route, config: withPanelPermission(reads ? 'team.read' : 'team.update') })),
  'content-api': ROUTES.map(({ method, path, handler }) => ({ method, path, handler })),
};
