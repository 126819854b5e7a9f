import {
  BACKFILL_LIMITS, backfillFieldsQuery, backfillRequest, CONFLICTS, conflictsQuery,
  type BackfillAnswer, type BackfillFields, type ConflictsPage,
} from '../../../../../contracts/http-backfill';
import { atTheDoor } from '../../../host/http-errors';
import { recordTitles } from '../../../host/record-titles';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { takeFile, withParsedData } from '../../../host/uploaded-file';
import type { Actor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { RosterError } from '../../../kernel/errors';
import { validData, validQuery } from '../../../kernel/validate';
import { rebalanceOf, type Job } from '../../rebalance';
import type { BackfillService } from '../backfill.service';

const FEATURE = 'team_management';

/** Owners taken over from a field or a file: planned by whoever manages the team; whoever views it may look. */
export const createBackfillController = ({ strapi }: { strapi: Strapi }) => {
  const service = () => strapi.plugin('roster').service('backfill') as BackfillService;
  const demand = (action: 'view' | 'update'): Actor => doorPort.of(strapi).demand(FEATURE, action);

  /** @throws RosterError NOT_FOUND, for a rebalance too */
  const jobOf = async ({ params }: RequestContext): Promise<Job> => {
    const job = await rebalanceOf(strapi).find(params['job'] ?? '');
    if (job.kind !== 'backfill') throw new RosterError('NOT_FOUND');
    return job;
  };

  const answer = async ({ documentId, token, examined, total }: Job): Promise<BackfillAnswer> => {
    const counts = await service().counts(documentId);
    const conflicts = CONFLICTS.flatMap((reason) => (counts.has(reason) ? [{ reason, count: counts.get(reason) ?? 0 }] : []));
    const left = conflicts.reduce((sum, { count }) => sum + count, 0);
    return { data: { job: documentId, examined, planned: total, unchanged: examined - total - left, conflicts }, meta: { token } };
  };

  const fileOf = async (ctx: RequestContext): Promise<Uint8Array | undefined> => {
    const file = await takeFile(ctx, 'file', BACKFILL_LIMITS.bytes);
    if (file === 'too large') throw new RosterError('VALIDATION_FAILED', `The file is larger than ${BACKFILL_LIMITS.bytes} bytes.`, { path: 'file' });
    return file === 'missing' ? undefined : file;
  };

  return {
    /** Fields of a type that may name an owner, and those by which a file may name a record. */
    fields: (ctx: RequestContext) =>
      atTheDoor((): { data: BackfillFields } => {
        demand('view');
        const { owners, keys } = service().fields(validQuery(backfillFieldsQuery, ctx.query).type);
        return { data: { owners: owners.map(({ path, users }) => ({ path, kind: users === undefined ? 'text' : 'user' })), keys } };
      }),

    /** Plans who gets what, and carries nothing out. */
    plan: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const actor = demand('update');
        const bytes = await fileOf(ctx);
        const request = validData(backfillRequest, withParsedData(ctx));
        return answer(await service().plan({ ...request, ...(bytes && { bytes }) }, actor));
      }),

    /** What a plan does, and what it leaves out. */
    findOne: (ctx: RequestContext) =>
      atTheDoor(async () => {
        demand('view');
        return answer(await jobOf(ctx));
      }),

    /** One by one what is left out, and why, as far as one sees the records. */
    conflicts: (ctx: RequestContext) =>
      atTheDoor(async (): Promise<ConflictsPage> => {
        demand('view');
        const { reason, page, pageSize } = validQuery(conflictsQuery, ctx.query);
        const { documentId, type } = await jobOf(ctx);
        const { list, total } = await service().conflicts(documentId, { reason, offset: (page - 1) * pageSize, limit: pageSize });
        const seen = await doorPort.of(strapi).visibleAmong(type, list.flatMap(({ record }) => record ?? []));
        const title = await recordTitles(strapi, type, [...seen]);
        const shown = list.filter(({ record }) => record === null || seen.has(record));
        return {
          data: shown.map(({ reason: why, record, line, value }) => ({ reason: why, record, title: record === null ? null : title(record), line, value })),
          meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
        };
      }),
  };
};
