import { aroundAuthDoors } from '../../host/auth-doors';
import { letMailsBeLate } from '../../host/late-mail';
import { onSignIns } from '../../host/sign-ins';
import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { limit } from './content-types/limit';
import { limitsConfig } from './limits/config';
import { createLimitedDoors } from './limits/doors';
import { createLimitsService, limitsOf } from './limits/limits.service';
import { createSignIns } from './sign-ins';

/** Who is signed in, by what, and how often it may be tried. */
export const sessions = defineFeature<Strapi>({
  name: 'sessions',
  contentTypes: { limit },
  config: limitsConfig,
  services: { limits: createLimitsService },

  register({ strapi }) {
    letMailsBeLate(strapi);
    aroundAuthDoors(strapi, createLimitedDoors(strapi));
    // Around the limits: who is held back has failed to sign in as well.
    onSignIns(strapi, createSignIns(strapi));
  },

  bootstrap: ({ strapi }) => limitsOf(strapi).cleaning.start(),
  destroy: ({ strapi }) => limitsOf(strapi).cleaning.stop(),
});

export { limitsOf, type LimitsService } from './limits/limits.service';
