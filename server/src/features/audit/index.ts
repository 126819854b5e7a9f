import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { recordPort } from '../../kernel/record';
import { auditEntry } from './content-types/audit-entry';
import { createAuditController } from './http/audit.controller';
import { auditRoutes } from './http/routes';
import { createRecorder } from './record';

/** What happened, who did it, to what. Reached through the kernel's `record()` port alone. */
export const audit = defineFeature<Strapi>({
  name: 'audit',
  contentTypes: { 'audit-entry': auditEntry },
  controllers: { audit: createAuditController },
  routes: auditRoutes,
  register: ({ strapi }) => recordPort.provide(strapi, createRecorder(strapi)),
});
