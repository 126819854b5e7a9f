import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

const MANY = '/records/:type/owners';
const RECORD = '/records/:type/:documentId';

export const booksRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: '/candidates', handler: 'owners.candidates', config: withPanelPermission('team.update') },
    { method: 'GET', path: MANY, handler: 'owners.findHolders', config: withPanelPermission('records.read') },
    { method: 'POST', path: MANY, handler: 'owners.findMany', config: withPanelPermission('records.read') },
    { method: 'PUT', path: MANY, handler: 'owners.updateMany', config: withPanelPermission('team.update') },
    { method: 'GET', path: `${RECORD}/history`, handler: 'owners.history', config: withPanelPermission('records.read') },
    { method: 'GET', path: `${RECORD}/owner`, handler: 'owners.find', config: withPanelPermission('records.read') },
    { method: 'PUT', path: `${RECORD}/owner`, handler: 'owners.update', config: withPanelPermission('team.update') },
    { method: 'POST', path: `${RECORD}/co-owners`, handler: 'owners.add', config: withPanelPermission('team.update') },
    { method: 'DELETE', path: `${RECORD}/co-owners/:member`, handler: 'owners.remove', config: withPanelPermission('team.update') },
    { method: 'GET', path: `${RECORD}/shares`, handler: 'shares.find', config: withPanelPermission('records.read') },
    // An owner shares what is his, and need not manage the team for it: who may, is decided behind these three.
    { method: 'GET', path: `${RECORD}/shares/candidates`, handler: 'shares.candidates', config: withPanelPermission('records.read') },
    { method: 'POST', path: `${RECORD}/shares`, handler: 'shares.add', config: withPanelPermission('records.read') },
    { method: 'DELETE', path: `${RECORD}/shares/:member`, handler: 'shares.remove', config: withPanelPermission('records.read') },
  ],
  'content-api': [
    { method: 'GET', path: '/candidates', handler: 'owners.candidates' },
    { method: 'POST', path: MANY, handler: 'owners.findMany' },
    { method: 'PUT', path: MANY, handler: 'owners.updateMany' },
    { method: 'GET', path: `${RECORD}/history`, handler: 'owners.history' },
    { method: 'GET', path: `${RECORD}/owner`, handler: 'owners.find' },
    { method: 'PUT', path: `${RECORD}/owner`, handler: 'owners.update' },
    { method: 'POST', path: `${RECORD}/co-owners`, handler: 'owners.add' },
    { method: 'DELETE', path: `${RECORD}/co-owners/:member`, handler: 'owners.remove' },
    { method: 'GET', path: `${RECORD}/shares`, handler: 'shares.find' },
    { method: 'GET', path: `${RECORD}/shares/candidates`, handler: 'shares.candidates' },
    { method: 'POST', path: `${RECORD}/shares`, handler: 'shares.add' },
    { method: 'DELETE', path: `${RECORD}/shares/:member`, handler: 'shares.remove' },
  ],
};
