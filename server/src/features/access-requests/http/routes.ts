import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

const MINE = '/me/access-requests';
const ALL = '/access-requests';
const ONE = `${ALL}/:request`;

/** Owners answer for what is theirs, and need not manage the team for it: who may, is decided behind each. */
export const accessRequestsRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: MINE, handler: 'access-requests.findMine', config: withPanelPermission('me.read') },
    { method: 'POST', path: MINE, handler: 'access-requests.ask', config: withPanelPermission('me.read') },
    { method: 'DELETE', path: `${MINE}/:request`, handler: 'access-requests.withdraw', config: withPanelPermission('me.read') },
    { method: 'GET', path: ALL, handler: 'access-requests.find', config: withPanelPermission('me.read') },
    { method: 'POST', path: `${ONE}/approve`, handler: 'access-requests.approve', config: withPanelPermission('me.read') },
    { method: 'POST', path: `${ONE}/decline`, handler: 'access-requests.decline', config: withPanelPermission('me.read') },
    { method: 'DELETE', path: ONE, handler: 'access-requests.revoke', config: withPanelPermission('me.read') },
  ],
  'content-api': [
    { method: 'GET', path: MINE, handler: 'access-requests.findMine' },
    { method: 'POST', path: MINE, handler: 'access-requests.ask' },
    { method: 'DELETE', path: `${MINE}/:request`, handler: 'access-requests.withdraw' },
    { method: 'GET', path: ALL, handler: 'access-requests.find' },
    { method: 'POST', path: `${ONE}/approve`, handler: 'access-requests.approve' },
    { method: 'POST', path: `${ONE}/decline`, handler: 'access-requests.decline' },
    { method: 'DELETE', path: ONE, handler: 'access-requests.revoke' },
  ],
};
