import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

const config = withPanelPermission('audit.read');
const changing = withPanelPermission('audit.update');

export const auditRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: '/audit', handler: 'audit.find', config },
    { method: 'GET', path: '/audit/days', handler: 'audit.days', config },
    { method: 'GET', path: '/audit/state', handler: 'audit.state', config },
    { method: 'GET', path: '/audit/export', handler: 'audit.export', config },
    { method: 'GET', path: '/audit/entries/:eventId', handler: 'audit.findOne', config },
    { method: 'POST', path: '/audit/checks', handler: 'audit.check', config },
    { method: 'POST', path: '/audit/reviews', handler: 'audit.review', config },
    { method: 'GET', path: '/audit/streams', handler: 'audit-streams.find', config },
    { method: 'GET', path: '/audit/streams/:name/letters', handler: 'audit-streams.letters', config },
    { method: 'POST', path: '/audit/streams/:name/attempts', handler: 'audit-streams.tryNow', config: changing },
    { method: 'POST', path: '/audit/streams/:name/replays', handler: 'audit-streams.replay', config: changing },
    { method: 'POST', path: '/audit/streams/:name/letters/:eventId/attempts', handler: 'audit-streams.sendAgain', config: changing },
    { method: 'DELETE', path: '/audit/streams/:name/letters/:eventId', handler: 'audit-streams.discard', config: changing },
  ],
};
