import { IMPORT_REASONS } from '../../../../../contracts/http-imports';
import { retrying } from '../../../host/retry';
import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { breathe } from '../../../kernel/breathe';
import { createDocumentId } from '../../../kernel/ids';
import { recordPort, type AuditActor } from '../../../kernel/record';
import { sideBySide } from '../../../kernel/side-by-side';
import { enforcementOf } from '../../enforcement';
import { membersOf } from '../../members';
import type { Invitations } from '../invitations/invitations';
import { judge, type Known } from './domain/judge';
import type { ImportJob, ImportsRepository } from './imports.repository';
import { knownOf } from './knowing';
import type { ImportRow, Range, RowsRepository } from './rows.repository';

/** Rows in one transaction: few enough that nobody waits long for it, many enough that its own cost is small. */
const ROWS_A_BATCH = 500;

/** Whoever began it, as he is now: what he may not give any more is not given. A token that acts for nobody was asked when it began. */
const actorOf = (strapi: Strapi, { member }: AuditActor): Promise<Actor> | Actor =>
  member === undefined ? SYSTEM : enforcementOf(strapi).runAs(member, () => Promise.resolve(enforcementOf(strapi).actor()));

interface Dependencies {
  readonly imports: ImportsRepository;
  readonly rows: RowsRepository;
  readonly invitations: Pick<Invitations, 'quota' | 'queue' | 'sender'>;
}

/** Invites whom the next rows of an import name, in one transaction, with the place that it has reached. */
export const createBatch = (strapi: Strapi, { imports, rows, invitations }: Dependencies) => {
  /** Looks once more: since the file was read, somebody may have been invited, or a role may be gone. */
  const judged = async (job: ImportJob, list: readonly ImportRow[]): Promise<{ good: readonly ImportRow[]; known: Known }> => {
    const known = await knownOf(strapi, await actorOf(strapi, job.actor), list);
    const verdicts = list.map((row) => ({ row, reason: judge({ ...row, fault: null }, known) }));
    for (const reason of IMPORT_REASONS) {
      const positions = verdicts.flatMap(({ row, reason: why }) => (why === reason ? [row.position] : []));
      if (positions.length > 0) await rows.refuse(job.documentId, positions, reason);
    }
    return { known, good: verdicts.flatMap(({ row, reason }) => (reason === null ? [row] : [])) };
  };

  const invite = async (job: ImportJob, range: Range): Promise<void> => {
    const { good, known } = await judged(job, await rows.ready(job.documentId, range));
    await breathe();
    if (good.length === 0) return;
    await invitations.quota.take(job.actor, good.length);
    // In one order, so that two who invite the same people do not wait for each other.
    const people = good
      .map(({ email, role, territory }) => ({ documentId: createDocumentId(), email: email.toLowerCase(), role, territory: known.territories.get(territory) ?? null }))
      .sort((one, other) => (one.email < other.email ? -1 : 1));
    const invitedBy = job.actor.member ?? null;
    await sideBySide([
      () => membersOf(strapi).inviteMany(people, { by: job.actor, source: 'import', job: job.documentId }),
      () => invitations.queue(people.map(({ documentId: member, email, role }) => ({ email, role, member, invitedBy, job: job.documentId }))),
      () => rows.markInvited(job.documentId, range),
    ]);
  };

  const tellEnd = async ({ documentId, actor }: ImportJob, status: 'done' | 'cancelled'): Promise<void> => {
    const counts = await rows.countByStatus(documentId);
    const details = { status, invited: counts.get('invited') ?? 0, refused: counts.get('refused') ?? 0 };
    await recordPort.of(strapi)({ action: 'import.finished', actor, target: { type: 'import', id: documentId }, details });
  };

  const carryOut = async (job: ImportJob): Promise<boolean> => {
    const at = await imports.hold(job.documentId);
    if (!at || (at.status !== 'running' && at.status !== 'cancelling')) return false;
    const range = { from: at.done, to: Math.min(at.done + ROWS_A_BATCH, job.total) };
    if (at.status === 'running') {
      await invite(job, range);
      await breathe();
    }
    const isOver = at.status === 'cancelling' || range.to >= job.total;
    const status = at.status === 'cancelling' ? 'cancelled' : isOver ? 'done' : 'running';
    await imports.update(job.documentId, { status, ...(status !== 'cancelled' && { done: range.to }) });
    if (status !== 'running') await tellEnd(job, status);
    return !isOver;
  };

  /** @returns whether there is more to do */
  return async (job: ImportJob): Promise<boolean> => {
    await invitations.quota.open(job.actor);
    const isMore = await retrying(() => transaction(strapi, () => carryOut(job)));
    invitations.sender.wake();
    return isMore;
  };
};
