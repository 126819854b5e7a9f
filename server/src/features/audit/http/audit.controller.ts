import { auditDaysQuery, auditExportQuery, auditQuery, type AuditDays, type AuditEntryDetail, type AuditPage, type AuditState } from '../../../../../contracts/http-audit';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { validQuery } from '../../../kernel/validate';
import type { AuditService } from '../audit.service';

/** The log, read: nothing here changes or deletes an entry. */
export const createAuditController = ({ strapi }: { strapi: Strapi }) => {
  const audit = () => strapi.plugin('roster').service('audit') as AuditService;

  return {
    find: (ctx: RequestContext): Promise<AuditPage> => atTheDoor(() => audit().reading.page(validQuery(auditQuery, ctx.query))),

    findOne: (ctx: RequestContext): Promise<AuditEntryDetail> => atTheDoor(async () => ({ data: await audit().reading.entry(ctx.params['eventId'] ?? '') })),

    days: (ctx: RequestContext): Promise<AuditDays> => atTheDoor(async () => ({ data: await audit().reading.days(validQuery(auditDaysQuery, ctx.query)) })),

    state: (): Promise<AuditState> => atTheDoor(async () => ({ data: await audit().reading.state() })),

    export: (ctx: RequestContext): Promise<void> => atTheDoor(() => audit().export(ctx, validQuery(auditExportQuery, ctx.query))),

    check: (): Promise<AuditState> =>
      atTheDoor(async () => {
        audit().checkInBackground();
        return { data: await audit().reading.state() };
      }),

    review: (): Promise<AuditState> =>
      atTheDoor(async () => {
        await audit().review();
        return { data: await audit().reading.state() };
      }),
  };
};
