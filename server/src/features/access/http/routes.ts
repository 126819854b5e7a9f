import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

export const accessRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: '/me', handler: 'me.find', config: withPanelPermission('me.read') },
    { method: 'GET', path: '/matrix', handler: 'matrix.find', config: withPanelPermission('team.read') },
    { method: 'PUT', path: '/matrix', handler: 'cells.update', config: withPanelPermission('team.config') },
    { method: 'GET', path: '/bindings', handler: 'bindings.find', config: withPanelPermission('security.read') },
  ],
  'content-api': [
    { method: 'GET', path: '/me', handler: 'me.find' },
    { method: 'GET', path: '/matrix', handler: 'matrix.findAsMember' },
    { method: 'PUT', path: '/matrix', handler: 'cells.update' },
  ],
};
