import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

const RECORD = '/records/:type/:documentId';

export const booksRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: `${RECORD}/owner`, handler: 'owners.find', config: withPanelPermission('records.read') },
    { method: 'PUT', path: `${RECORD}/owner`, handler: 'owners.update', config: withPanelPermission('team.update') },
    { method: 'POST', path: `${RECORD}/co-owners`, handler: 'owners.add', config: withPanelPermission('team.update') },
    { method: 'DELETE', path: `${RECORD}/co-owners/:member`, handler: 'owners.remove', config: withPanelPermission('team.update') },
  ],
  'content-api': [
    { method: 'GET', path: `${RECORD}/owner`, handler: 'owners.find' },
    { method: 'PUT', path: `${RECORD}/owner`, handler: 'owners.update' },
    { method: 'POST', path: `${RECORD}/co-owners`, handler: 'owners.add' },
    { method: 'DELETE', path: `${RECORD}/co-owners/:member`, handler: 'owners.remove' },
  ],
};
