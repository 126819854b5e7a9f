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

/** How the log is doing. */
export const readState = async ({ repository, heads, publicKey, progress, now }: Sources): Promise<AuditState['data']> => {
  const head = await heads.read();
  const checked = await repository.lastOf('log.checked');
  const body = checked && (JSON.parse(checked.body) as Checked);
  const names = await repository.memberNames(body?.actor.member ? [body.actor.member] : []);
  return {
    size: head.size,
    waiting: await repository.countWaiting(),
    sealedAt: head.size === 0 ? null : new Date(head.signedAt).toISOString(),
    checkpoint: head.size === 0 ? null : head.note,
    publicKey,
    lastCheck: body ? { at: body.occurredAt, by: names.get(body.actor.member ?? '') ?? null, isSound: body.details.isSound, entries: body.details.entries, faults: body.details.faults } : null,
    checking: progress ? { ...progress } : null,
    review: await reviewOf(repository, now),
  };
};
