import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

/** Who did what and how often is read by whoever reads the audit log. */
export const usageRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [{ method: 'GET', path: '/usage', handler: 'usage.find', config: withPanelPermission('audit.read') }],
};
