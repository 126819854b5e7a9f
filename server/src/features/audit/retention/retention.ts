import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import { breathe } from '../../../kernel/breathe';
import { clockPort } from '../../../kernel/clock';
import { asSystem, SYSTEM } from '../../../kernel/frame';
import type { Recorder } from '../../../kernel/record';
import { createAuditRepository } from '../audit.repository';
import { dayOf } from '../domain/day-counts';
import { createHeadRepository } from '../sealing/head.repository';
import { CUT_ACTION, cutIn } from './cut';
import { createRecountRepository } from './recount.repository';
import { createRetentionRepository } from './retention.repository';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Entries that are removed in one transaction. */
const CHUNK = 1_000;

interface Sealing {
  seal(): Promise<void>;
}

/**
 * Removes entries that are older than the retention: a beginning of the log, up to a checkpoint, never single ones. The
 * cut is an entry, sealed before the first row goes; from then on the log begins there, also where the removal is
 * interrupted.
 */
export const createRetention = (strapi: Strapi, record: Recorder, { seal }: Sealing, keepDays: number | undefined) => {
  const [heads, audit, repository, days] = [createHeadRepository(strapi), createAuditRepository(strapi), createRetentionRepository(strapi), createRecountRepository(strapi)];
  let timer: NodeJS.Timeout | undefined;

  const lastCut = async () => {
    const entry = await audit.lastOf(CUT_ACTION);
    const cut = entry && cutIn(entry.body);
    return cut && { ...cut, at: new Date(entry.occurredAt) };
  };

  const removeBelow = async (size: number): Promise<void> => {
    for (let first = await repository.firstPlace(); first !== undefined && first < size; first = await repository.firstPlace()) {
      const from = first;
      await transaction(strapi, () => repository.removePlaces(from, Math.min(from + CHUNK, size)));
      await breathe();
    }
    await repository.removeCheckpointsBelow(size);
    await recount(size);
  };

  /** Once for each cut, and once more after a start: it may have been interrupted. */
  let recounted: number | undefined;
  const recount = async (size: number): Promise<void> => {
    if (recounted === size) return;
    // Who seals counts too: one of the two at a time.
    await transaction(strapi, async () => {
      await heads.hold();
      const checkpoint = await heads.checkpointOf(size);
      if (checkpoint) await days.recount(dayOf(new Date(checkpoint.signedAt)));
    });
    recounted = size;
  };

  const decide = (now: Date, keep: number): Promise<number | undefined> =>
    transaction(strapi, async () => {
      // Of several nodes one decides.
      await heads.hold();
      const before = await lastCut();
      if (before && now.getTime() - before.at.getTime() < DAY_MS) return before.size;
      const checkpoint = await heads.lastCheckpointBefore(new Date(now.getTime() - keep * DAY_MS));
      if (!checkpoint || checkpoint.size <= (before?.size ?? 0)) return before?.size;
      const [, , root = ''] = checkpoint.note.split('\n');
      await record({ action: CUT_ACTION, actor: SYSTEM, target: { type: 'log', id: 'audit' }, details: { size: checkpoint.size, root, days: keep } });
      return checkpoint.size;
    });

  /** Removes what is to go, at most once a day, and what an interrupted removal has left. */
  const cut = (): Promise<void> =>
    asSystem(async () => {
      if (keepDays === undefined) return;
      await heads.ensure();
      const size = await decide(clockPort.of(strapi)(), keepDays);
      if (size === undefined) return;
      await seal();
      await removeBelow(size);
    });

  return {
    cut,
    start(): void {
      if (keepDays === undefined) return;
      timer = setInterval(() => void cut().catch((error: Error) => strapi.log.error(`roster: old entries of the audit log could not be removed: ${error.message}`)), HOUR_MS);
      timer.unref();
    },
    stop: (): void => clearInterval(timer),
  };
};
