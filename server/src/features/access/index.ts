import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { roleCataloguePort } from '../../kernel/role-catalogue';
import { strategiesPort } from '../../kernel/scope-strategy';
import { createAccessService, type AccessService } from './access.service';
import { accessConfig } from './config';
import { binding } from './content-types/binding';
import { permission } from './content-types/permission';
import { policy } from './content-types/policy';
import { role } from './content-types/role';
import { accessGraphql } from './graphql';
import { createBindingsController } from './http/bindings.controller';
import { createCellsController } from './http/cells.controller';
import { createMatrixController } from './http/matrix.controller';
import { createMeController } from './http/me.controller';
import { accessRoutes } from './http/routes';
import { createTerritoryStrategy } from './territory-strategy';

export const accessOf = service<AccessService>('access');

/** Roles, the matrix, and the decision; and the scope `territory`, which a binding says where to look for. */
export const access = defineFeature<Strapi>({
  name: 'access',
  config: accessConfig,
  contentTypes: { role, permission, policy, binding },
  services: { access: createAccessService },
  controllers: { me: createMeController, matrix: createMatrixController, cells: createCellsController, bindings: createBindingsController },
  routes: accessRoutes,
  graphql: accessGraphql,
  async register({ strapi }) {
    const service = accessOf(strapi);
    service.useRegistry(await service.stored.compile());
    roleCataloguePort.provide(strapi, service);
    strategiesPort.of(strapi).set('territory', createTerritoryStrategy(strapi, service.registry.bindings));
  },
  bootstrap: ({ strapi }) => accessOf(strapi).stored.assertRead(),
  afterAdmin: ({ strapi }) => accessOf(strapi).seed(),
});

export { beyondTerritories, canGrant } from './domain/ceiling';
export { decide, type Facts } from './domain/decide';
export type { Registry } from './domain/registry';
export type { Snapshot } from './domain/snapshot';
export type { AccessService };
