import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { createSetUpController } from './http/set-up.controller';
import { setUpRoutes } from './http/routes';
import { createSetUpService } from './set-up.service';

/** From installed to enforced, in the panel: types are bound, people adopted, and all of it taken back again. */
export const setUp = defineFeature<Strapi>({
  name: 'set-up',
  services: { 'set-up': createSetUpService },
  controllers: { 'set-up': createSetUpController },
  routes: setUpRoutes,
});
