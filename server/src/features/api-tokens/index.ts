import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { erasersPort } from '../../kernel/erasure';
import { createApiTokensService, type ApiTokensService } from './api-tokens.service';
import { tokenBinding } from './content-types/token-binding';
import { createApiTokensController } from './http/api-tokens.controller';
import { apiTokensRoutes } from './http/routes';

const apiTokensOf = service<ApiTokensService>('api-tokens');

/** For whom the host's API tokens act. */
export const apiTokens = defineFeature<Strapi>({
  name: 'api-tokens',
  contentTypes: { 'token-binding': tokenBinding },
  services: { 'api-tokens': createApiTokensService },
  controllers: { 'api-tokens': createApiTokensController },
  routes: apiTokensRoutes,
  register({ strapi }) {
    erasersPort.of(strapi).push((person) => apiTokensOf(strapi).revokeOf(person));
  },
  bootstrap: ({ strapi }) => apiTokensOf(strapi).followDeletions(),
});

export { apiTokensOf };
export type { ApiTokensService };
