import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

export const enforcementRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'POST', path: '/check', handler: 'check.ask', config: withPanelPermission('me.read') },
    { method: 'GET', path: '/records/:type/:documentId/why', handler: 'why.find', config: withPanelPermission('records.read') },
    { method: 'GET', path: '/integrations', handler: 'integrations.find', config: withPanelPermission('security.read') },
  ],
  'content-api': [
    { method: 'POST', path: '/check', handler: 'check.ask' },
    { method: 'GET', path: '/records/:type/:documentId/why', handler: 'why.find' },
  ],
};
