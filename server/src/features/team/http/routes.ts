import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

const MEMBER = '/members/:documentId';
const INVITATION = '/invitations/:documentId';
const TERRITORY = '/territories/:key';

export const teamRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: '/members', handler: 'members.find', config: withPanelPermission('team.read') },
    { method: 'GET', path: '/users', handler: 'members.users', config: withPanelPermission('team.create') },
    { method: 'POST', path: '/members', handler: 'members.create', config: withPanelPermission('team.create') },
    { method: 'PUT', path: `${MEMBER}/role`, handler: 'members.setRole', config: withPanelPermission('team.update') },
    { method: 'PUT', path: `${MEMBER}/status`, handler: 'members.setStatus', config: withPanelPermission('team.update') },
    { method: 'PUT', path: `${MEMBER}/users`, handler: 'members.link', config: withPanelPermission('team.update') },
    { method: 'PUT', path: `${MEMBER}/restriction`, handler: 'members.restrict', config: withPanelPermission('team.update') },
    { method: 'PUT', path: `${MEMBER}/territories`, handler: 'members.setTerritories', config: withPanelPermission('team.update') },
    { method: 'GET', path: `${MEMBER}/offboarding`, handler: 'offboarding.find', config: withPanelPermission('team.update') },
    { method: 'POST', path: `${MEMBER}/deletion`, handler: 'offboarding.ask', config: withPanelPermission('team.update') },
    { method: 'POST', path: `${MEMBER}/deletion/confirm`, handler: 'offboarding.confirm', config: withPanelPermission('team.update') },
    { method: 'GET', path: '/invitations', handler: 'invitations.find', config: withPanelPermission('team.create') },
    { method: 'POST', path: '/invitations', handler: 'invitations.create', config: withPanelPermission('team.create') },
    { method: 'POST', path: `${INVITATION}/resend`, handler: 'invitations.resend', config: withPanelPermission('team.create') },
    { method: 'DELETE', path: INVITATION, handler: 'invitations.revoke', config: withPanelPermission('team.create') },
    { method: 'POST', path: '/invitations/preview', handler: 'invitations.preview', config: { auth: false } },
    { method: 'POST', path: '/invitations/accept', handler: 'invitations.accept', config: { auth: false } },
    { method: 'GET', path: '/territories', handler: 'territories.find', config: withPanelPermission('team.read') },
    { method: 'POST', path: '/territories', handler: 'territories.create', config: withPanelPermission('team.update') },
    { method: 'PUT', path: TERRITORY, handler: 'territories.update', config: withPanelPermission('team.update') },
    { method: 'DELETE', path: TERRITORY, handler: 'territories.remove', config: withPanelPermission('team.update') },
  ],
  'content-api': [
    { method: 'GET', path: '/members', handler: 'members.findAsMember' },
    { method: 'POST', path: '/members', handler: 'members.create' },
    { method: 'PUT', path: `${MEMBER}/role`, handler: 'members.setRole' },
    { method: 'PUT', path: `${MEMBER}/status`, handler: 'members.setStatus' },
    { method: 'PUT', path: `${MEMBER}/users`, handler: 'members.link' },
    { method: 'PUT', path: `${MEMBER}/restriction`, handler: 'members.restrict' },
    { method: 'PUT', path: `${MEMBER}/territories`, handler: 'members.setTerritories' },
    { method: 'GET', path: `${MEMBER}/offboarding`, handler: 'offboarding.find' },
    { method: 'POST', path: `${MEMBER}/deletion`, handler: 'offboarding.ask' },
    { method: 'POST', path: `${MEMBER}/deletion/confirm`, handler: 'offboarding.confirm' },
    { method: 'GET', path: '/invitations', handler: 'invitations.find' },
    { method: 'POST', path: '/invitations', handler: 'invitations.create' },
    { method: 'POST', path: `${INVITATION}/resend`, handler: 'invitations.resend' },
    { method: 'DELETE', path: INVITATION, handler: 'invitations.revoke' },
    { method: 'POST', path: '/invitations/preview', handler: 'invitations.preview', config: { auth: false } },
    { method: 'POST', path: '/invitations/accept', handler: 'invitations.accept', config: { auth: false } },
    { method: 'GET', path: '/territories', handler: 'territories.findAsMember' },
    { method: 'POST', path: '/territories', handler: 'territories.create' },
    { method: 'PUT', path: TERRITORY, handler: 'territories.update' },
    { method: 'DELETE', path: TERRITORY, handler: 'territories.remove' },
  ],
};
