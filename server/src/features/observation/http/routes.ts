import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

export const observationRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: '/observations', handler: 'observations.find', config: withPanelPermission('security.read') },
    { method: 'DELETE', path: '/observations', handler: 'observations.clear', config: withPanelPermission('security.update') },
  ],
};
