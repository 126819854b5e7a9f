import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { erasersPort } from '../../kernel/erasure';
import { usagePort } from '../../kernel/usage';
import { usageConfig } from './config';
import { usage as usageTable } from './content-types/usage';
import { createUsageController } from './http/usage.controller';
import { usageRoutes } from './http/routes';
import { createUsageRepository } from './usage.repository';
import { createUsageService, type UsageService } from './usage.service';

const usageOf = service<UsageService>('usage');

/** Which cells of the matrix are used, by whom and how often: what a right is worth, and what nobody would miss. */
export const usage = defineFeature<Strapi>({
  name: 'usage',
  contentTypes: { usage: usageTable },
  config: usageConfig,
  services: { usage: createUsageService },
  controllers: { usage: createUsageController },
  routes: usageRoutes,
  register({ strapi }) {
    usagePort.provide(strapi, usageOf(strapi).usage);
    // What somebody did day by day is nobody's business once he is forgotten.
    erasersPort.of(strapi).push(async ({ member }) => {
      await createUsageRepository(strapi).removeOf([member]);
    });
  },
  bootstrap: ({ strapi }) => usageOf(strapi).start(),
  destroy: ({ strapi }) => usageOf(strapi).stop(),
});
