import { withPanelPermission } from '../../../host/panel';
import type { Feature } from '../../../kernel/define-feature';

const looking = withPanelPermission('security.read');
const changing = withPanelPermission('security.update');

export const setUpRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: '/set-up', handler: 'set-up.find', config: looking },
    { method: 'PUT', path: '/set-up/bindings', handler: 'set-up.bind', config: changing },
    { method: 'GET', path: '/set-up/people', handler: 'set-up.roles', config: looking },
    { method: 'POST', path: '/set-up/people', handler: 'set-up.adopt', config: changing },
    { method: 'DELETE', path: '/set-up/people', handler: 'set-up.release', config: changing },
    { method: 'GET', path: '/set-up/checks', handler: 'set-up.checks', config: looking },
    { method: 'POST', path: '/set-up/mail', handler: 'set-up.mail', config: changing },
    { method: 'POST', path: '/set-up/restart', handler: 'set-up.restart', config: changing },
  ],
};
