import { movesQuery, planRequest, startRequest, type JobAnswer, type JobInfo, type MovesPage } from '../../../../../contracts/http-rebalance';
import { atTheDoor } from '../../../host/http-errors';
import { recordTitles } from '../../../host/record-titles';
import type { RequestContext, Strapi } from '../../../host/strapi';
import type { Actor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { validData, validQuery } from '../../../kernel/validate';
import { peopleAmong, type Person } from '../../books';
import type { Job } from '../job';
import { isUndoable, type RebalanceService } from '../rebalance.service';

const FEATURE = 'team_management';

const toInfo = (job: Job, person: (documentId: string) => Person): JobInfo => {
  const { documentId, kind, type, status, total, done, note, createdAt, createdByMember, error, undoes } = job;
  const createdBy = createdByMember === null ? null : person(createdByMember);
  return { documentId, kind, type, status, total, done, note, createdAt: createdAt.toISOString(), createdBy, error, undoes, isUndoable: isUndoable(job) };
};

/** Rebalancing: planned, looked at and carried out by whoever manages the team; whoever views it may look. */
export const createRebalanceController = ({ strapi }: { strapi: Strapi }) => {
  const service = () => strapi.plugin('roster').service('rebalance') as RebalanceService;
  const demand = (action: 'view' | 'update'): Actor => doorPort.of(strapi).demand(FEATURE, action);
  const jobOf = ({ params }: RequestContext): string => params['job'] ?? '';

  const people = async (list: readonly { readonly from: string | null; readonly to: string | null }[]) => {
    const person = await peopleAmong(strapi, list.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()));
    return (documentId: string | null) => (documentId === null ? null : person(documentId));
  };

  const infosOf = async (jobs: readonly Job[]): Promise<JobInfo[]> => {
    const person = await peopleAmong(strapi, jobs.flatMap(({ createdByMember }) => createdByMember ?? []));
    return jobs.map((job) => toInfo(job, person));
  };

  const answer = async (job: Job): Promise<JobAnswer> => {
    const person = await people(job.flows);
    const [info] = await infosOf([job]);
    return { data: info as JobInfo, meta: { token: job.token, examined: job.examined, flows: job.flows.map(({ from, to, count }) => ({ from: person(from), to: person(to), count })) } };
  };

  const changing = (run: (actor: Actor, ctx: RequestContext) => Promise<Job>) => (ctx: RequestContext) =>
    atTheDoor(async () => answer(await run(demand('update'), ctx)));

  return {
    /** The latest jobs, newest first; plans that were never started are not among them. */
    find: () =>
      atTheDoor(async (): Promise<{ data: JobInfo[] }> => {
        demand('view');
        return { data: await infosOf(await service().latest()) };
      }),

    /** A plan, or how far a job is. */
    findOne: (ctx: RequestContext) =>
      atTheDoor(async () => {
        demand('view');
        return answer(await service().find(jobOf(ctx)));
      }),

    /** Record by record, as far as one sees them: from, to and why. */
    moves: (ctx: RequestContext) =>
      atTheDoor(async (): Promise<MovesPage> => {
        demand('view');
        const { page, pageSize } = validQuery(movesQuery, ctx.query);
        const job = await service().find(jobOf(ctx));
        const list = await service().moves(job.documentId, { offset: (page - 1) * pageSize, limit: pageSize });
        const seen = await doorPort.of(strapi).visibleAmong(job.type, list.map(({ record }) => record));
        const moves = list.filter(({ record }) => seen.has(record));
        const title = await recordTitles(strapi, job.type, moves.map(({ record }) => record));
        const person = await people(moves);
        return {
          data: moves.map(({ record, from, to, rule, reasons }) => ({ record, title: title(record), from: person(from), to: person(to), rule, reasons: [...reasons] })),
          meta: { pagination: { page, pageSize, pageCount: Math.ceil(job.total / pageSize), total: job.total } },
        };
      }),

    /** Plans moves and carries none out. */
    plan: changing((actor, ctx) => service().plan(validData(planRequest, ctx.request.body), actor)),
    /** Carries a plan out as it was shown, or nothing of it. */
    start: changing((actor, ctx) => service().start(jobOf(ctx), validData(startRequest, ctx.request.body).token, actor)),
    /** Stops a job: what is done stays done. */
    cancel: changing((actor, ctx) => service().cancel(jobOf(ctx), actor)),
    /** Puts everything back as it was, once. */
    undo: changing((actor, ctx) => service().undo(jobOf(ctx), actor)),
  };
};
