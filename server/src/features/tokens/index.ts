import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { oneTimeToken } from './content-types/one-time-token';
import { createTokensService, type TokensService } from './tokens.service';

/** One-time things. */
export const tokens = defineFeature<Strapi>({
  name: 'tokens',
  contentTypes: { 'one-time-token': oneTimeToken },
  services: { tokens: createTokensService },
});

export const tokensOf = service<TokensService>('tokens');
