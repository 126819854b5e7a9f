import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { erasersPort } from '../../kernel/erasure';
import { createAccessRequestsService } from './access-requests.service';
import { accessRequest } from './content-types/access-request';
import { createAccessRequestsEraser } from './eraser';
import { createAccessRequestsController } from './http/access-requests.controller';
import { accessRequestsRoutes } from './http/routes';

/** Whoever is kept from something asks for it, and whoever may grants it, for a while. */
export const accessRequests = defineFeature<Strapi>({
  name: 'access-requests',
  contentTypes: { 'access-request': accessRequest },
  services: { 'access-requests': createAccessRequestsService },
  controllers: { 'access-requests': createAccessRequestsController },
  routes: accessRequestsRoutes,
  register({ strapi }) {
    erasersPort.of(strapi).push(createAccessRequestsEraser(strapi));
  },
});
