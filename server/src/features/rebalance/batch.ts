import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { breathe } from '../../kernel/breathe';
import type { AuditActor } from '../../kernel/record';
import { booksOf, type Move } from '../books';
import type { Job, JobStatus, StagedMove } from './job';
import type { JobsRepository } from './jobs.repository';
import type { StagedMoves } from './moves.repository';

/** Moves in one transaction: few enough that nobody waits long for it, many enough that its own cost is small. */
const MOVES_A_BATCH = 200;

const toMove = (job: Job, { record, from, to, fromSource, fromRule, helped, source, rule, reasons }: StagedMove): Move => ({
  record,
  from,
  to,
  cause: { source, ...(rule && { rule }), reasons, ...(job.note !== null && { note: job.note }) },
  // What is taken back is put back as it was: how he came by it, and whether the other one helped.
  ...(job.undoes === null ? {} : { seat: { source: fromSource, rule: fromRule }, ...(helped && from !== null && { coOwners: [from] }) }),
});

/** Carries out the next batch of a job in one transaction, with the place that the job has reached, and says where it stands. */
export const createBatch = (strapi: Strapi, jobs: JobsRepository, staged: StagedMoves) => (job: Job): Promise<JobStatus> =>
  transaction(strapi, async () => {
    const at = await jobs.hold(job.documentId);
    if (!at || (at.status !== 'running' && at.status !== 'cancelling')) return at?.status ?? 'failed';
    if (at.status === 'cancelling') {
      await jobs.update(job.documentId, { status: 'cancelled' });
      return 'cancelled';
    }
    const moves = await staged.from(job.documentId, at.done, MOVES_A_BATCH);
    const by: AuditActor = job.createdByMember === null ? { kind: 'system' } : { kind: 'member', member: job.createdByMember };
    await booksOf(strapi).move(job.type, moves.map((move) => toMove(job, move)), { by, batch: job.documentId });
    await breathe();
    const done = at.done + moves.length;
    const status = done >= job.total ? 'done' : 'running';
    await jobs.update(job.documentId, { done, status });
    if (status === 'done' && job.undoes !== null) await jobs.update(job.undoes, { status: 'undone' });
    return status;
  });

