import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

export const auditRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [{ method: 'GET', path: '/audit', handler: 'audit.find', config: withPanelPermission('audit.read') }],
};
