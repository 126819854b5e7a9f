import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

const RULE = '/rules/:rule';

export const assignmentRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: '/rules', handler: 'rules.find', config: withPanelPermission('team.read') },
    { method: 'GET', path: '/rules/types', handler: 'rules.types', config: withPanelPermission('team.read') },
    { method: 'POST', path: '/rules', handler: 'rules.create', config: withPanelPermission('team.update') },
    { method: 'POST', path: '/rules/preview', handler: 'rules.preview', config: withPanelPermission('team.update') },
    { method: 'PUT', path: '/rules/order', handler: 'rules.order', config: withPanelPermission('team.update') },
    { method: 'PUT', path: RULE, handler: 'rules.update', config: withPanelPermission('team.update') },
    { method: 'DELETE', path: RULE, handler: 'rules.remove', config: withPanelPermission('team.update') },
    { method: 'GET', path: '/books', handler: 'books.find', config: withPanelPermission('team.read') },
    { method: 'GET', path: '/unassigned', handler: 'books.unassigned', config: withPanelPermission('team.read') },
    { method: 'PUT', path: '/members/:documentId/availability', handler: 'books.setAvailability', config: withPanelPermission('team.update') },
  ],
  'content-api': [
    { method: 'GET', path: '/rules', handler: 'rules.find' },
    { method: 'GET', path: '/rules/types', handler: 'rules.types' },
    { method: 'POST', path: '/rules', handler: 'rules.create' },
    { method: 'POST', path: '/rules/preview', handler: 'rules.preview' },
    { method: 'PUT', path: '/rules/order', handler: 'rules.order' },
    { method: 'PUT', path: RULE, handler: 'rules.update' },
    { method: 'DELETE', path: RULE, handler: 'rules.remove' },
    { method: 'GET', path: '/books', handler: 'books.find' },
    { method: 'GET', path: '/unassigned', handler: 'books.unassigned' },
    { method: 'PUT', path: '/members/:documentId/availability', handler: 'books.setAvailability' },
  ],
};
