import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

const config = withPanelPermission('audit.read');

export const auditRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: '/audit', handler: 'audit.find', config },
    { method: 'GET', path: '/audit/days', handler: 'audit.days', config },
    { method: 'GET', path: '/audit/state', handler: 'audit.state', config },
    { method: 'GET', path: '/audit/export', handler: 'audit.export', config },
    { method: 'GET', path: '/audit/entries/:eventId', handler: 'audit.findOne', config },
    { method: 'POST', path: '/audit/checks', handler: 'audit.check', config },
    { method: 'POST', path: '/audit/reviews', handler: 'audit.review', config },
  ],
};
