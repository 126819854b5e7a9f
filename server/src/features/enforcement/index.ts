import { guardEntityWrites } from '../../host/entity-writes';
import { installQueryGuard } from '../../host/query-guard';
import { observeQueries } from '../../host/query-observer';
import { keepRequestContext } from '../../host/request-context';
import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { doorPort } from '../../kernel/door';
import { guardStatePort } from '../../kernel/guard-state';
import { canPolicy, checkRoutes } from './can.policy';
import { closeUnfit, runCanary } from './canary';
import { installDocumentGuard } from './document-guard';
import { openApi } from './doors/api';
import { watchAuthentication } from './doors/authentication';
import { completePanel, openPanel } from './doors/panel';
import { createEnforcementService, enforcementOf } from './enforcement.service';
import { enforcementGraphql } from './graphql';
import { graphqlScopesPolicy } from './graphql-scopes.policy';
import { createCheckController } from './http/check.controller';
import { createIntegrationsController } from './http/integrations.controller';
import { enforcementRoutes } from './http/routes';
import { createWhyController } from './http/why.controller';

/** Actor → decision → predicate, behind every door. Knows strategies of scopes, not books or projects. */
export const enforcement = defineFeature<Strapi>({
  name: 'enforcement',
  services: { enforcement: createEnforcementService },
  controllers: { check: createCheckController, why: createWhyController, integrations: createIntegrationsController },
  routes: enforcementRoutes,
  graphql: enforcementGraphql,
  policies: { can: canPolicy, 'graphql-scopes': graphqlScopesPolicy },

  register({ strapi }) {
    const internals = enforcementOf(strapi).internals;
    doorPort.provide(strapi, internals.door);
    guardStatePort.provide(strapi, internals.gate);
    keepRequestContext(strapi);
    installDocumentGuard(strapi, internals);
    watchAuthentication(strapi, internals);
    openApi(strapi, internals);
    openPanel(strapi, internals);
  },

  bootstrap({ strapi }) {
    const internals = enforcementOf(strapi).internals;
    const { gate, observer } = internals;
    checkRoutes(strapi);
    installQueryGuard(strapi, gate);
    guardEntityWrites(strapi, gate);
    completePanel(strapi, internals);
    if ([...gate.bindings.values()].some(({ mode }) => mode === 'observe')) observeQueries(strapi, observer);
    runCanary(strapi, gate);
    closeUnfit(strapi, gate);
  },
});

export { narrowedTypes } from './can.policy';
export { enforcementOf, type EnforcementService } from './enforcement.service';
