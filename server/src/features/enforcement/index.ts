import { afterAuthentication, explainRefusals } from '../../host/auth';
import { guardEntityWrites } from '../../host/entity-writes';
import { installQueryGuard } from '../../host/query-guard';
import { currentRequest, type Strapi } from '../../host/strapi';
import { extendApiRights } from '../../host/users-permissions';
import { defineFeature } from '../../kernel/define-feature';
import { guardStatePort } from '../../kernel/guard-state';
import { decide } from '../access';
import { canPolicy, checkRoutes } from './can.policy';
import { runCanary } from './canary';
import { installDocumentGuard } from './document-guard';
import { createEnforcementService, enforcementOf } from './enforcement.service';
import { createCellsController } from './http/cells.controller';
import { createMeController } from './http/me.controller';
import { createOwnersController } from './http/owners.controller';
import { enforcementRoutes } from './http/routes';

/** Actor → decision → predicate, behind every door. Knows strategies of scopes, not books or projects. */
export const enforcement = defineFeature<Strapi>({
  name: 'enforcement',
  services: { enforcement: createEnforcementService },
  controllers: { me: createMeController, cells: createCellsController, owners: createOwnersController },
  routes: enforcementRoutes,
  policies: { can: canPolicy },

  register({ strapi }) {
    const { actors, gate, refusals, rights, writeGuard } = enforcementOf(strapi).internals;
    installDocumentGuard(strapi, { actors, gate, refusals, writeGuard });
    guardStatePort.provide(strapi, gate);
    afterAuthentication(strapi, (request) => actors.resolve(request));
    extendApiRights(strapi, async (request, user, own) => rights.of(await actors.ofApiUser(request, user), own));
    explainRefusals(strapi, (scopes) => {
      const request = currentRequest(strapi);
      const cell = rights.asked(request, scopes);
      if (!cell) return undefined;
      const actor = actors.current();
      const record = request?.params?.['id'];
      const question = { ...cell, ...(record !== undefined && { record }) };
      if (cell.type !== undefined && gate.isClosed(cell.type)) return refusals.refuse(actor, 'ENFORCEMENT_UNAVAILABLE', question);
      const { code } = decide(actor, cell.feature, cell.action);
      return code && refusals.refuse(actor, code, question);
    });
  },

  bootstrap({ strapi }) {
    const { actors, gate } = enforcementOf(strapi).internals;
    checkRoutes(strapi);
    installQueryGuard(strapi, gate);
    guardEntityWrites(strapi, gate, () => actors.current().kind !== 'system');
    runCanary(strapi, gate);
  },
});

export { enforcementOf };

export type { EnforcementService } from './enforcement.service';
