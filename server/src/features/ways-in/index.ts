import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { erasersPort } from '../../kernel/erasure';
import { passwordlessPort } from '../../kernel/passwordless';
import { createWaysInEraser } from './barred.repository';
import { waysInConfig } from './config';
import { barredAddress } from './content-types/barred-address';
import { wayIn } from './content-types/way-in';
import { createGettingInController } from './http/getting-in.controller';
import { waysInRoutes } from './http/routes';
import { createWaysInController } from './http/ways-in.controller';
import { createWaysInService, waysInOf } from './ways-in.service';

/** How people get in besides by an invitation and a password: by an address of their company, by a mailed link. */
export const waysIn = defineFeature<Strapi>({
  name: 'ways-in',
  contentTypes: { 'way-in': wayIn, 'barred-address': barredAddress },
  config: waysInConfig,
  services: { waysIn: createWaysInService },
  controllers: { 'ways-in': createWaysInController, 'getting-in': createGettingInController },
  routes: waysInRoutes,
  register({ strapi }) {
    erasersPort.of(strapi).push(createWaysInEraser(strapi));
    passwordlessPort.provide(strapi, async ({ panel, api }) => {
      const links = await waysInOf(strapi).settings.links();
      return (!panel || links.panel) && (!api || links.api);
    });
  },
});
