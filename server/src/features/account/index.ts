import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { erasersPort } from '../../kernel/erasure';
import { createAccountService } from './account.service';
import { accountConfig } from './config';
import { createAccountEraser } from './eraser';
import { createAccountController } from './http/account.controller';
import { createPicturesController } from './http/pictures.controller';
import { createProfileController } from './http/profile.controller';
import { accountRoutes } from './http/routes';

/** What is a member's own: what he says of himself, how he signs in, where he belongs. */
export const account = defineFeature<Strapi>({
  name: 'account',
  config: accountConfig,
  services: { account: createAccountService },
  controllers: { account: createAccountController, profile: createProfileController, pictures: createPicturesController },
  routes: accountRoutes,
  register({ strapi }) {
    erasersPort.of(strapi).push(createAccountEraser(strapi));
  },
});

export { assertOfTheTeam, inPerson } from './self';
