import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

const MINE = '/me/sessions';

export const sessionsRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: MINE, handler: 'sessions.find', config: withPanelPermission('me.read') },
    { method: 'DELETE', path: MINE, handler: 'sessions.revokeOthers', config: withPanelPermission('me.read') },
    { method: 'DELETE', path: `${MINE}/:session`, handler: 'sessions.revoke', config: withPanelPermission('me.read') },
    { method: 'POST', path: '/me/step-up', handler: 'sessions.stepUp', config: withPanelPermission('me.read') },
  ],
  'content-api': [
    { method: 'GET', path: MINE, handler: 'sessions.find' },
    { method: 'DELETE', path: MINE, handler: 'sessions.revokeOthers' },
    { method: 'DELETE', path: `${MINE}/:session`, handler: 'sessions.revoke' },
    { method: 'POST', path: '/me/step-up', handler: 'sessions.stepUp' },
  ],
};
