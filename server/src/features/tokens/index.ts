import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { mailedLink } from './content-types/mailed-link';
import { oneTimeToken } from './content-types/one-time-token';
import { createLinks, type Links } from './links';
import { createTokensService, type TokensService } from './tokens.service';

/** One-time things. */
export const tokens = defineFeature<Strapi>({
  name: 'tokens',
  contentTypes: { 'one-time-token': oneTimeToken, 'mailed-link': mailedLink },
  services: { tokens: createTokensService, links: ({ strapi }) => createLinks(strapi, tokensOf(strapi)) },
});

export const tokensOf = service<TokensService>('tokens');
export const linksOf = service<Links>('links');
export type { MailedLink } from './links';
