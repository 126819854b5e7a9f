import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

const MEMBER = '/members/:documentId';

export const teamRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: '/members', handler: 'members.find', config: withPanelPermission('team.read') },
    { method: 'GET', path: '/users', handler: 'members.users', config: withPanelPermission('team.create') },
    { method: 'POST', path: '/members', handler: 'members.create', config: withPanelPermission('team.create') },
    { method: 'PUT', path: `${MEMBER}/role`, handler: 'members.setRole', config: withPanelPermission('team.update') },
    { method: 'PUT', path: `${MEMBER}/status`, handler: 'members.setStatus', config: withPanelPermission('team.update') },
    { method: 'PUT', path: `${MEMBER}/users`, handler: 'members.link', config: withPanelPermission('team.update') },
  ],
  'content-api': [
    { method: 'GET', path: '/members', handler: 'members.findAsMember' },
    { method: 'POST', path: '/members', handler: 'members.create' },
    { method: 'PUT', path: `${MEMBER}/role`, handler: 'members.setRole' },
    { method: 'PUT', path: `${MEMBER}/status`, handler: 'members.setStatus' },
    { method: 'PUT', path: `${MEMBER}/users`, handler: 'members.link' },
  ],
};
