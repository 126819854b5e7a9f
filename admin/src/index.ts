import { ClockCounterClockwise, Key, Shield, User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { AUDIT_ADDRESS } from './features/audit/address';
import { addListExport } from './features/exports/contentManager';
import { extendContentManager } from './features/ownership/contentManager';
import { PAGE_PERMISSIONS } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import { addPublicPage, addToSignIn } from './public-pages';
import { loadTranslations, type Locale } from './translations';

/** The entry is loaded at every start of the panel: pages and translations come when they are needed. */
export default {
  /** Between the content and the plugins that come with the host; whole numbers would leave the order of the three to chance. */
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}/team`,
      icon: User,
      intlLabel: { id: `${PLUGIN_ID}.team.title`, defaultMessage: 'Team' },
      permissions: PAGE_PERMISSIONS.team,
      position: 3.1,
      Component: () => import('./pages/Team/TeamPage').then(({ TeamPage }) => ({ default: TeamPage })),
    });
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}/security`,
      icon: Shield,
      intlLabel: { id: `${PLUGIN_ID}.security.title`, defaultMessage: 'Security' },
      permissions: PAGE_PERMISSIONS.security,
      position: 3.2,
      Component: () => import('./pages/Security/SecurityPage').then(({ SecurityPage }) => ({ default: SecurityPage })),
    });
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}/audit`,
      icon: ClockCounterClockwise,
      intlLabel: { id: `${PLUGIN_ID}.audit.title`, defaultMessage: 'Audit' },
      permissions: PAGE_PERMISSIONS.audit,
      position: 3.3,
      Component: () => import('./pages/Audit/AuditPage').then(({ AuditPage }) => ({ default: AuditPage })),
    });
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}/account`,
      icon: Key,
      intlLabel: { id: `${PLUGIN_ID}.account.title`, defaultMessage: 'My account' },
      permissions: PAGE_PERMISSIONS.account,
      position: 3.4,
      Component: () => import('./pages/Account/AccountPage').then(({ AccountPage }) => ({ default: AccountPage })),
    });
    // No link in the menu: one sets a site up once, and comes from the pages that say that it is to do.
    app.router.addRoute({ path: `plugins/${PLUGIN_ID}/set-up`, lazy: () => import('./pages/SetUp/SetUpPage').then(({ SetUpPage }) => ({ Component: SetUpPage })) });
    app.widgets.register({
      id: 'audit',
      pluginId: PLUGIN_ID,
      icon: ClockCounterClockwise,
      title: { id: `${PLUGIN_ID}.audit.widget.title`, defaultMessage: 'Audit log' },
      link: { label: { id: `${PLUGIN_ID}.audit.widget.open`, defaultMessage: 'Open Audit' }, href: AUDIT_ADDRESS },
      permissions: PAGE_PERMISSIONS.audit,
      component: () => import('./features/audit/AuditWidget').then(({ AuditWidget }) => AuditWidget),
    });
    addPublicPage(app, 'auth/roster/accept', () => import('./pages/Join/JoinPage').then(({ JoinPage }) => JoinPage));
    addPublicPage(app, 'auth/roster/email', () => import('./pages/Email/EmailPage').then(({ EmailPage }) => EmailPage));
    addPublicPage(app, 'auth/roster/sign-in', () => import('./pages/WaysIn/LinkPage').then(({ LinkPage }) => LinkPage));
    addPublicPage(app, 'auth/roster/join', () => import('./pages/WaysIn/SignUpPage').then(({ SignUpPage }) => SignUpPage));
    addToSignIn(app, () => import('./features/ways-in/OtherWays').then(({ OtherWays }) => OtherWays));
    app.registerPlugin({ id: PLUGIN_ID, name: 'Roster' });
  },

  bootstrap(app: StrapiApp) {
    extendContentManager(app);
    addListExport(app);
  },

  registerTrads: ({ locales }: { locales: string[] }): Promise<Locale[]> => Promise.all(locales.map(loadTranslations)),
};
