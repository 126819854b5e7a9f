import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

const PICTURE = '/members/:documentId/picture';

export const accountRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: '/me/profile', handler: 'profile.find', config: withPanelPermission('me.read') },
    { method: 'PUT', path: '/me/profile', handler: 'profile.update', config: withPanelPermission('me.read') },
    { method: 'GET', path: '/me/account', handler: 'account.find', config: withPanelPermission('me.read') },
    { method: 'POST', path: '/me/email', handler: 'account.changeEmail', config: withPanelPermission('me.read') },
    { method: 'PUT', path: '/me/password', handler: 'account.changePassword', config: withPanelPermission('me.read') },
    { method: 'POST', path: '/me/leave', handler: 'account.leave', config: withPanelPermission('me.read') },
    { method: 'POST', path: '/email/preview', handler: 'account.previewEmail', config: { auth: false } },
    { method: 'POST', path: '/email/confirm', handler: 'account.confirmEmail', config: { auth: false } },
    { method: 'GET', path: '/pictures', handler: 'pictures.find', config: withPanelPermission('me.read') },
    { method: 'GET', path: PICTURE, handler: 'pictures.findOne', config: withPanelPermission('me.read') },
  ],
  'content-api': [
    { method: 'GET', path: '/me/profile', handler: 'profile.find' },
    { method: 'PUT', path: '/me/profile', handler: 'profile.update' },
    { method: 'GET', path: '/me/account', handler: 'account.find' },
    { method: 'POST', path: '/me/email', handler: 'account.changeEmail' },
    { method: 'PUT', path: '/me/password', handler: 'account.changePassword' },
    { method: 'POST', path: '/me/leave', handler: 'account.leave' },
    { method: 'POST', path: '/email/preview', handler: 'account.previewEmail', config: { auth: false } },
    { method: 'POST', path: '/email/confirm', handler: 'account.confirmEmail', config: { auth: false } },
    { method: 'GET', path: '/pictures', handler: 'pictures.find' },
    { method: 'GET', path: PICTURE, handler: 'pictures.findOne' },
  ],
};
