import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { erasersPort } from '../../kernel/erasure';
import { lateRecordPort, recordPort } from '../../kernel/record';
import { createAuditService, type AuditService } from './audit.service';
import { auditConfig } from './config';
import { auditCheckpoint, auditHead } from './content-types/audit-checkpoint';
import { auditDay } from './content-types/audit-day';
import { auditEntry } from './content-types/audit-entry';
import { auditLetter, auditStream } from './content-types/audit-stream';
import { createAuditController } from './http/audit.controller';
import { auditRoutes } from './http/routes';
import { createAuditStreamsController } from './http/audit-streams.controller';

const auditOf = service<AuditService>('audit');

/** What happened, who did it, to what. Reached through the kernel's ports alone. */
export const audit = defineFeature<Strapi>({
  name: 'audit',
  contentTypes: { 'audit-entry': auditEntry, 'audit-head': auditHead, 'audit-checkpoint': auditCheckpoint, 'audit-day': auditDay, 'audit-stream': auditStream, 'audit-letter': auditLetter },
  config: auditConfig,
  services: { audit: createAuditService },
  controllers: { audit: createAuditController, 'audit-streams': createAuditStreamsController },
  routes: auditRoutes,
  register({ strapi }) {
    const { record, late, forget } = auditOf(strapi);
    recordPort.provide(strapi, record);
    lateRecordPort.provide(strapi, late.note);
    erasersPort.of(strapi).push(forget);
  },
  // Outside of any request: what it writes runs for the system, in transactions of its own.
  bootstrap: ({ strapi }) => auditOf(strapi).start(),
  destroy: ({ strapi }) => auditOf(strapi).stop(),
});
