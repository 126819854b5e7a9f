import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

export const exportsRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [{ method: 'GET', path: '/exports/:type', handler: 'exports.list', config: withPanelPermission('exports.read') }],
  'content-api': [{ method: 'GET', path: '/exports/:type', handler: 'exports.records' }],
};
