import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

export const apiTokensRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: '/api-tokens', handler: 'api-tokens.find', config: withPanelPermission('security.read') },
    { method: 'PUT', path: '/api-tokens/:documentId/binding', handler: 'api-tokens.bind', config: withPanelPermission('security.update') },
  ],
};
