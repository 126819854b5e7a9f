import { withPanelPermission } from '../../../host/panel';
import type { Feature, Route } from '../../../kernel/define-feature';

const OPEN = { auth: false } as const;

/** For whoever is nobody yet, at either door. The host writes into each route whose it is: each door has its own. */
const gettingIn = (): readonly Route[] => [
  { method: 'GET', path: '/ways-in/open', handler: 'getting-in.open', config: OPEN },
  { method: 'POST', path: '/ways-in/join', handler: 'getting-in.askToJoin', config: OPEN },
  { method: 'POST', path: '/ways-in/join/preview', handler: 'getting-in.previewJoin', config: OPEN },
  { method: 'POST', path: '/ways-in/join/accept', handler: 'getting-in.join', config: OPEN },
  { method: 'POST', path: '/ways-in/links', handler: 'getting-in.askForLink', config: OPEN },
  { method: 'POST', path: '/ways-in/links/preview', handler: 'getting-in.previewLink', config: OPEN },
  { method: 'POST', path: '/ways-in/links/use', handler: 'getting-in.useLink', config: OPEN },
];

export const waysInRoutes: NonNullable<Feature<never>['routes']> = {
  admin: [
    { method: 'GET', path: '/ways-in', handler: 'ways-in.find', config: withPanelPermission('security.read') },
    { method: 'PUT', path: '/ways-in/domains', handler: 'ways-in.setDomains', config: withPanelPermission('security.update') },
    { method: 'PUT', path: '/ways-in/links', handler: 'ways-in.setLinks', config: withPanelPermission('security.update') },
    ...gettingIn(),
  ],
  'content-api': gettingIn(),
};
