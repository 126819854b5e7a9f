import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { job } from './content-types/job';
import { move } from './content-types/move';
import { createRebalanceController } from './http/rebalance.controller';
import { rebalanceRoutes } from './http/routes';
import { createRebalanceService, type RebalanceService } from './rebalance.service';

export const rebalanceOf = service<RebalanceService>('rebalance');

/** Whole books given away as a job: planned, carried out in batches, and taken back once. */
export const rebalance = defineFeature<Strapi>({
  name: 'rebalance',
  contentTypes: { job, move },
  services: { rebalance: createRebalanceService },
  controllers: { rebalance: createRebalanceController },
  routes: rebalanceRoutes,
  bootstrap({ strapi }) {
    rebalanceOf(strapi).startWorking();
  },
  destroy: ({ strapi }) => rebalanceOf(strapi).stopWorking(),
});

export type { Job } from './job';
