import type { AuditState } from '../../../../../contracts/http-audit';
import type { AuditRepository } from '../audit.repository';
import type { Progress } from '../checking/background';
import type { HeadRepository } from '../sealing/head.repository';

const DAY_MS = 86_400_000;
const REVIEW_WEEKS = 8;

interface Checked {
  readonly occurredAt: string;
  readonly actor: { readonly member?: string };
  readonly details: { readonly isSound: boolean; readonly entries: number; readonly faults: Record<string, number> };
}

interface CheckFailed {
  readonly occurredAt: string;
  readonly actor: { readonly member?: string };
  readonly details: { readonly reason: string };
}

interface Sources {
  readonly repository: AuditRepository;
  readonly heads: HeadRepository;
  readonly publicKey: string;
  readonly progress: Progress | undefined;
  readonly now: Date;
}

/** Whether somebody should read through the log: every week, for the first eight. */
const reviewOf = async (repository: AuditRepository, now: Date): Promise<AuditState['data']['review']> => {
  const [first, last] = [await repository.first(), await repository.lastOf('log.reviewed')];
  const until = first && new Date(new Date(first.occurredAt).getTime() + REVIEW_WEEKS * 7 * DAY_MS);
  const isRecent = last !== undefined && now.getTime() - new Date(last.occurredAt).getTime() < 7 * DAY_MS;
  return {
    isDue: until !== undefined && now < until && !isRecent,
    last: last ? new Date(last.occurredAt).toISOString() : null,
    until: until?.toISOString() ?? null,
  };
};

/** The last check that came to its end, and one that has broken off since. */
const checksOf = async (repository: AuditRepository): Promise<Pick<AuditState['data'], 'lastCheck' | 'failedCheck'>> => {
  const [done, broken] = [await repository.lastOf('log.checked'), await repository.lastOf('log.check-failed')];
  const checked = done && (JSON.parse(done.body) as Checked);
  const failed = broken && broken.id > (done?.id ?? 0) ? (JSON.parse(broken.body) as CheckFailed) : undefined;
  const names = await repository.memberNames([checked, failed].flatMap((check) => check?.actor.member ?? []));
  const headOf = ({ occurredAt, actor }: Pick<Checked, 'occurredAt' | 'actor'>) => ({ at: occurredAt, by: names.get(actor.member ?? '') ?? null });
  return {
    lastCheck: checked ? { ...headOf(checked), isSound: checked.details.isSound, entries: checked.details.entries, faults: checked.details.faults } : null,
    failedCheck: failed ? { ...headOf(failed), reason: failed.details.reason } : null,
  };
};

/** How the log is doing. */
export const readState = async ({ repository, heads, publicKey, progress, now }: Sources): Promise<AuditState['data']> => {
  const head = await heads.read();
  return {
    size: head.size,
    waiting: await repository.countWaiting(),
    sealedAt: head.size === 0 ? null : new Date(head.signedAt).toISOString(),
    checkpoint: head.size === 0 ? null : head.note,
    publicKey,
    ...(await checksOf(repository)),
    checking: progress ? { ...progress } : null,
    review: await reviewOf(repository, now),
  };
};
