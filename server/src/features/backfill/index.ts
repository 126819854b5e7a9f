import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { createBackfillService } from './backfill.service';
import { conflict } from './content-types/conflict';
import { createBackfillController } from './http/backfill.controller';
import { backfillRoutes } from './http/routes';

/** Owners that a site knew before the plugin came: taken over from a field or a file. */
export const backfill = defineFeature<Strapi>({
  name: 'backfill',
  contentTypes: { conflict },
  services: { backfill: createBackfillService },
  controllers: { backfill: createBackfillController },
  routes: backfillRoutes,
});
