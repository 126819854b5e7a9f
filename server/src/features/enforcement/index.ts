import { afterAuthentication, explainRefusals } from '../../host/auth';
import { guardEntityWrites } from '../../host/entity-writes';
import { installQueryGuard } from '../../host/query-guard';
import { keepRequestContext } from '../../host/request-context';
import type { Strapi } from '../../host/strapi';
import { extendApiRights } from '../../host/users-permissions';
import { defineFeature } from '../../kernel/define-feature';
import { doorPort } from '../../kernel/door';
import { guardStatePort } from '../../kernel/guard-state';
import { canPolicy, checkRoutes } from './can.policy';
import { runCanary } from './canary';
import { installDocumentGuard } from './document-guard';
import { createEnforcementService, enforcementOf } from './enforcement.service';
import { explainScopes } from './explain-scopes';

/** Actor → decision → predicate, behind every door. Knows strategies of scopes, not books or projects. */
export const enforcement = defineFeature<Strapi>({
  name: 'enforcement',
  services: { enforcement: createEnforcementService },
  policies: { can: canPolicy },

  register({ strapi }) {
    const internals = enforcementOf(strapi).internals;
    const { actors, gate, rights, door } = internals;
    doorPort.provide(strapi, door);
    guardStatePort.provide(strapi, gate);
    keepRequestContext(strapi);
    installDocumentGuard(strapi, internals);
    afterAuthentication(strapi, (request) => actors.resolve(request));
    extendApiRights(strapi, async (request, user, own) => rights.of(await actors.ofApiUser(request, user), own));
    explainRefusals(strapi, explainScopes(strapi, internals));
  },

  bootstrap({ strapi }) {
    const { gate } = enforcementOf(strapi).internals;
    checkRoutes(strapi);
    installQueryGuard(strapi, gate);
    guardEntityWrites(strapi, gate);
    runCanary(strapi, gate);
  },
});

export type { EnforcementService } from './enforcement.service';
