import { onSignIns } from '../../host/sign-ins';
import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { createSignIns } from './sign-ins';

/** Who is signed in, and by what. */
export const sessions = defineFeature<Strapi>({
  name: 'sessions',
  register: ({ strapi }) => onSignIns(strapi, createSignIns(strapi)),
});
