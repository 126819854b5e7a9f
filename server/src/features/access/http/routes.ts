import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

export const accessRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: '/matrix', handler: 'matrix.find', config: withPanelPermission('team.read') },
    { method: 'GET', path: '/bindings', handler: 'bindings.find', config: withPanelPermission('security.read') },
  ],
  'content-api': [
    { method: 'GET', path: '/me', handler: 'me.find' },
    { method: 'GET', path: '/matrix', handler: 'matrix.findAsMember' },
    { method: 'PUT', path: '/matrix', handler: 'cells.update' },
  ],
};
