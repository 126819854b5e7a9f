import type { PlanRequest } from '../../../../contracts/http-rebalance';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { auditActor, memberIn, type Actor } from '../../kernel/actor';
import { doorPort } from '../../kernel/door';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort, type AuditFact } from '../../kernel/record';
import { owningType } from '../assignment';
import { createDigest } from './digest';
import type { Job, JobStatus } from './job';
import { createJobsRepository } from './jobs.repository';
import { createStagedMoves } from './moves.repository';
import { createPlans, type Goals } from './plans';
import { createRunner } from './runner';

const LATEST = 50;

/** Whole books given away: planned, looked at, carried out as a job, and taken back once. */
export const createRebalanceService = ({ strapi }: { strapi: Strapi }) => {
  const jobs = createJobsRepository(strapi);
  const staged = createStagedMoves(strapi);
  const plans = createPlans(strapi, jobs, staged);
  const runner = createRunner(strapi, { jobs, staged, digest: createDigest(strapi, staged) });

  const find = async (documentId: string): Promise<Job> => {
    const job = await asSystem(() => jobs.find(documentId));
    if (!job) throw new RosterError('NOT_FOUND');
    return job;
  };

  /** Takes a job from one of these states to another, with its audit entry. @throws RosterError CONFLICT in any other */
  const turn = (job: Job, from: readonly JobStatus[], to: JobStatus, fact: Pick<AuditFact, 'action' | 'actor'>): Promise<void> =>
    asSystem(() =>
      transaction(strapi, async () => {
        const at = await jobs.hold(job.documentId);
        if (!at || !from.includes(at.status)) throw new RosterError('CONFLICT', `The job is ${at?.status ?? 'gone'}.`, { path: 'job' });
        await jobs.update(job.documentId, { status: to });
        await recordPort.of(strapi)({ ...fact, target: { type: 'job', id: job.documentId }, details: { type: job.type, total: job.total } });
      }),
    );

  const start = async (documentId: string, token: string, actor: Actor): Promise<Job> => {
    const job = await find(documentId);
    if (token !== job.token) throw new RosterError('CONFLICT', 'This is not the plan that was shown.', { path: 'data.token' });
    const within = doorPort.of(strapi).visibleRows(job.type);
    await asSystem(async () => {
      await plans.assertSeen(job, within);
      await plans.assertFresh(job);
    });
    await turn(job, ['planned'], 'running', { action: 'job.started', actor: auditActor(actor) });
    runner.run(documentId);
    return find(documentId);
  };

  return {
    find,
    latest: () => asSystem(() => jobs.latest(LATEST)),
    moves: (documentId: string, page: { offset: number; limit: number }) => asSystem(() => staged.from(documentId, page.offset, page.limit)),
    finished: runner.finished,
    startWorking: runner.start,
    stopWorking: runner.stop,

    /** Plans for the records that the caller sees, and changes nothing. @throws RosterError UNKNOWN_TYPE, CANNOT_OWN, NOT_FOUND */
    async plan(request: PlanRequest, actor: Actor): Promise<Job> {
      const binding = owningType(strapi, request.type);
      const within = doorPort.of(strapi).visibleRows(binding.type);
      return find(await plans.make(binding, request, { within, createdByMember: memberIn(actor)?.documentId ?? null }));
    },

    /** Keeps a plan that another feature has made, in the transaction that runs. */
    keep: async (plan: Goals): Promise<Job> => find(await plans.keep(plan)),

    /** Carries a plan out as it was shown. @throws RosterError NOT_FOUND; CONFLICT where a record has changed since, or it was started before */
    start,

    /** Stops a job after the batch that runs: what is done stays done. @throws RosterError NOT_FOUND, CONFLICT */
    async cancel(documentId: string, actor: Actor): Promise<Job> {
      const job = await find(documentId);
      await turn(job, ['running'], 'cancelling', { action: 'job.cancelled', actor: auditActor(actor) });
      runner.run(documentId);
      return find(documentId);
    },

    /** Puts everything back as it was, once. @throws RosterError NOT_FOUND; CONFLICT where something has changed hands since */
    async undo(documentId: string, actor: Actor): Promise<Job> {
      const job = await find(documentId);
      if (!isUndoable(job)) throw new RosterError('CONFLICT', `The job is ${job.status}.`, { path: 'job' });
      const back = await find(await plans.reverse(job, memberIn(actor)?.documentId ?? null));
      return start(back.documentId, back.token, actor);
    },
  };
};

/** Whether there is something to take back, and it has not been taken back. */
export const isUndoable = ({ status, done, undoes }: Job): boolean => undoes === null && done > 0 && (status === 'done' || status === 'cancelled' || status === 'failed');

export type RebalanceService = ReturnType<typeof createRebalanceService>;
