import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import { breathe } from '../../../kernel/breathe';
import { clockPort } from '../../../kernel/clock';
import { asSystem } from '../../../kernel/frame';
import type { Recorder } from '../../../kernel/record';
import { countByDay } from '../domain/day-counts';
import type { Keyring } from '../domain/keys';
import { createGrowth, rootOf, writeFrontier, type Frontier } from '../domain/merkle';
import { signCheckpoint } from '../domain/note';
import { adoptEarlier } from './adopt-earlier';
import { changesSince } from './changes';
import { createDaysRepository } from './days.repository';
import { createHeadRepository, frontierOf, type SignedState } from './head.repository';
import { nextWaiting } from './next-waiting';
import { createWaitingRepository, type Placed } from './waiting.repository';

/** Entries that get their places in one transaction. */
const BATCH = 1_000;

export interface SealerOptions {
  readonly checkpointSeconds: number;
  /** Hears of each checkpoint, once it is committed. */
  onCheckpoint(note: string): void | Promise<void>;
}

/** What a batch did: whether more waited when it began, or has come of it, and the checkpoint that it made. */
interface Batch {
  readonly isMore: boolean;
  readonly checkpoint?: string;
}

/**
 * Gives waiting entries their places, one after the other without gaps, and signs what the log is then. Writers
 * are never held up: an entry that commits late gets a later place. Of several nodes one seals at a time. What nobody
 * with the key has written gets no place, and `verify` names it.
 */
export const createSealer = (strapi: Strapi, keyring: Keyring, record: Recorder, { checkpointSeconds, onCheckpoint }: SealerOptions) => {
  const head = createHeadRepository(strapi);
  const waiting = createWaitingRepository(strapi);
  const days = createDaysRepository(strapi);
  const key = keyring.current;
  let isBegun = false;

  const sign = (frontier: Frontier, now: Date): SignedState => ({
    size: frontier.size,
    note: signCheckpoint({ size: frontier.size, root: rootOf(frontier).toString('base64'), at: now.toISOString() }, key),
    frontier: writeFrontier(frontier),
    signedAt: now,
    keyId: key.id,
  });

  const isDue = async (now: Date): Promise<boolean> => {
    const last = await head.lastCheckpoint();
    // Either way: a clock that was set back by a year must not keep the log without checkpoints for as long.
    return last === undefined || Math.abs(now.getTime() - new Date(last.signedAt).getTime()) >= checkpointSeconds * 1000;
  };

  const sealBatch = (): Promise<Batch> =>
    transaction(strapi, async () => {
      await head.hold();
      const before = await head.read();
      const adopted = before.size === 0 ? await adoptEarlier(waiting, key) : 0;
      const found = await nextWaiting(waiting, keyring, BATCH);
      if (found.length === 0) return { isMore: false };
      const growth = createGrowth(frontierOf(before));
      const placed = found.map(({ entry: { id }, leaf }, at): Placed => {
        growth.append(Buffer.from(leaf, 'base64'));
        return { id, place: before.size + at, seal: key.placed(leaf, before.size + at), keyId: key.id };
      });
      await waiting.place(placed);
      await days.add(countByDay(found.map(({ entry }) => entry)));
      const now = clockPort.of(strapi)();
      const state = sign(growth.frontier(), now);
      await head.write(state);
      const changes = changesSince(before, { keyId: key.id, now, adopted });
      await record(...changes);
      const isMore = found.length === BATCH || changes.length > 0;
      if (!(await isDue(now))) return { isMore };
      await head.addCheckpoint(state);
      return { isMore, checkpoint: state.note };
    });

  return {
    /**
     * Seals whatever waits, and does not run after those who go on writing. Each reader asks for it: where nothing
     * waits, that is one question.
     */
    async sealAll(): Promise<void> {
      if (isBegun && !(await asSystem(waiting.isAny))) return;
      await asSystem(head.ensure);
      isBegun = true;
      for (let isMore = true; isMore; ) {
        const batch = await asSystem(sealBatch);
        isMore = batch.isMore;
        if (batch.checkpoint !== undefined) await onCheckpoint(batch.checkpoint);
        await breathe();
      }
    },
  };
};

export type Sealer = ReturnType<typeof createSealer>;
