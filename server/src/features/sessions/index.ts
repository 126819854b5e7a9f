import { aroundAuthDoors } from '../../host/auth-doors';
import { nameSessionsOfTokens } from '../../host/issued-tokens';
import { letMailsBeLate } from '../../host/late-mail';
import { onSessionStart } from '../../host/sessions';
import { onSignIns } from '../../host/sign-ins';
import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { onUserChanges } from '../../host/user-standing';
import { erasersPort } from '../../kernel/erasure';
import { signOutPort } from '../../kernel/sign-out';
import { cutoff } from './content-types/cutoff';
import { limit } from './content-types/limit';
import { session } from './content-types/session';
import { sessionsConfig } from './config';
import { createSessionsController } from './http/sessions.controller';
import { sessionsRoutes } from './http/routes';
import { createLimitedDoors } from './limits/doors';
import { createLimitsService, limitsOf } from './limits/limits.service';
import { sensitivePolicy } from './sensitive.policy';
import { createSessionsService, sessionsOf } from './sessions.service';
import { createSignIns } from './sign-ins';
import { watchRenewals, watchSessions } from './watching';

/** Who is signed in, by what, and how often it may be tried. */
export const sessions = defineFeature<Strapi>({
  name: 'sessions',
  contentTypes: { limit, session, cutoff },
  config: sessionsConfig,
  services: { limits: createLimitsService, sessions: createSessionsService },
  controllers: { sessions: createSessionsController },
  routes: sessionsRoutes,
  policies: { sensitive: sensitivePolicy },

  register({ strapi }) {
    const { repository, beginning, ending } = sessionsOf(strapi).internals;
    signOutPort.provide(strapi, ending.signOut);
    erasersPort.of(strapi).push(ending.signOut);
    onSessionStart(strapi, beginning.ofHost);
    nameSessionsOfTokens(strapi, beginning.ofToken);
    watchRenewals(strapi);
    watchSessions(strapi, repository);
    letMailsBeLate(strapi);
    aroundAuthDoors(strapi, createLimitedDoors(strapi));
    // Around the limits: who is held back has failed to sign in as well.
    onSignIns(strapi, createSignIns(strapi));
  },

  bootstrap({ strapi }) {
    onUserChanges(strapi, sessionsOf(strapi).internals.ending.afterChange);
    for (const { cleaning } of [limitsOf(strapi), sessionsOf(strapi)]) cleaning.start();
  },

  async destroy({ strapi }) {
    for (const { cleaning } of [limitsOf(strapi), sessionsOf(strapi)]) await cleaning.stop();
  },
});

export { SENSITIVE } from './sensitive.policy';
export { sessionsOf, type SessionsService } from './sessions.service';
export { limitsOf, type LimitsService } from './limits/limits.service';
