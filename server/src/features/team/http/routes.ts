import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';
import { SENSITIVE } from '../../sessions';

/** What hits somebody else hard: whoever asks for it has proved lately who he is. */
const sensitive = { policies: [SENSITIVE] };
const sensitiveInPanel = { policies: [...withPanelPermission('team.update').policies, SENSITIVE] };

const MEMBER = '/members/:documentId';
const INVITATION = '/invitations/:documentId';
const IMPORT = '/imports/:import';
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
    { method: 'POST', path: `${MEMBER}/deletion`, handler: 'offboarding.ask', config: sensitiveInPanel },
    { method: 'POST', path: `${MEMBER}/deletion/confirm`, handler: 'offboarding.confirm', config: withPanelPermission('team.update') },
    { method: 'GET', path: '/hygiene', handler: 'care.hygiene', config: withPanelPermission('team.read') },
    { method: 'POST', path: '/members/changes', handler: 'care.changeMany', config: withPanelPermission('team.update') },
    { method: 'GET', path: `${MEMBER}/access`, handler: 'care.remaining', config: withPanelPermission('team.update') },
    { method: 'POST', path: `${MEMBER}/access/removals`, handler: 'care.removeRemaining', config: withPanelPermission('team.update') },
    { method: 'GET', path: `${MEMBER}/sessions`, handler: 'members-sessions.find', config: withPanelPermission('team.update') },
    { method: 'DELETE', path: `${MEMBER}/sessions`, handler: 'members-sessions.revokeAll', config: sensitiveInPanel },
    { method: 'DELETE', path: `${MEMBER}/sessions/:session`, handler: 'members-sessions.revoke', config: sensitiveInPanel },
    { method: 'GET', path: '/invitations', handler: 'invitations.find', config: withPanelPermission('team.create') },
    { method: 'POST', path: '/invitations', handler: 'invitations.create', config: withPanelPermission('team.create') },
    { method: 'POST', path: `${INVITATION}/resend`, handler: 'invitations.resend', config: withPanelPermission('team.create') },
    { method: 'DELETE', path: INVITATION, handler: 'invitations.revoke', config: withPanelPermission('team.create') },
    { method: 'POST', path: '/invitations/preview', handler: 'invitations.preview', config: { auth: false } },
    { method: 'POST', path: '/invitations/accept', handler: 'invitations.accept', config: { auth: false } },
    { method: 'GET', path: '/imports', handler: 'imports.find', config: withPanelPermission('team.create') },
    { method: 'POST', path: '/imports', handler: 'imports.plan', config: withPanelPermission('team.create') },
    { method: 'GET', path: IMPORT, handler: 'imports.findOne', config: withPanelPermission('team.create') },
    { method: 'GET', path: `${IMPORT}/rows`, handler: 'imports.rows', config: withPanelPermission('team.create') },
    { method: 'GET', path: `${IMPORT}/errors`, handler: 'imports.errors', config: withPanelPermission('team.create') },
    { method: 'POST', path: `${IMPORT}/start`, handler: 'imports.start', config: withPanelPermission('team.create') },
    { method: 'POST', path: `${IMPORT}/cancel`, handler: 'imports.cancel', config: withPanelPermission('team.create') },
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
    { method: 'POST', path: `${MEMBER}/deletion`, handler: 'offboarding.ask', config: sensitive },
    { method: 'POST', path: `${MEMBER}/deletion/confirm`, handler: 'offboarding.confirm' },
    { method: 'GET', path: '/hygiene', handler: 'care.hygieneAsMember' },
    { method: 'POST', path: '/members/changes', handler: 'care.changeMany' },
    { method: 'GET', path: `${MEMBER}/access`, handler: 'care.remaining' },
    { method: 'POST', path: `${MEMBER}/access/removals`, handler: 'care.removeRemaining' },
    { method: 'GET', path: `${MEMBER}/sessions`, handler: 'members-sessions.find' },
    { method: 'DELETE', path: `${MEMBER}/sessions`, handler: 'members-sessions.revokeAll', config: sensitive },
    { method: 'DELETE', path: `${MEMBER}/sessions/:session`, handler: 'members-sessions.revoke', config: sensitive },
    { method: 'GET', path: '/invitations', handler: 'invitations.find' },
    { method: 'POST', path: '/invitations', handler: 'invitations.create' },
    { method: 'POST', path: `${INVITATION}/resend`, handler: 'invitations.resend' },
    { method: 'DELETE', path: INVITATION, handler: 'invitations.revoke' },
    { method: 'POST', path: '/invitations/preview', handler: 'invitations.preview', config: { auth: false } },
    { method: 'POST', path: '/invitations/accept', handler: 'invitations.accept', config: { auth: false } },
    { method: 'GET', path: '/imports', handler: 'imports.find' },
    { method: 'POST', path: '/imports', handler: 'imports.plan' },
    { method: 'GET', path: IMPORT, handler: 'imports.findOne' },
    { method: 'GET', path: `${IMPORT}/rows`, handler: 'imports.rows' },
    { method: 'GET', path: `${IMPORT}/errors`, handler: 'imports.errors' },
    { method: 'POST', path: `${IMPORT}/start`, handler: 'imports.start' },
    { method: 'POST', path: `${IMPORT}/cancel`, handler: 'imports.cancel' },
    { method: 'GET', path: '/territories', handler: 'territories.findAsMember' },
    { method: 'POST', path: '/territories', handler: 'territories.create' },
    { method: 'PUT', path: TERRITORY, handler: 'territories.update' },
    { method: 'DELETE', path: TERRITORY, handler: 'territories.remove' },
  ],
};
