import type { AuditReport } from '../../../../../contracts/audit-report';
import type { Strapi } from '../../../host/strapi';
import { breathe } from '../../../kernel/breathe';
import { judgeWaiting } from '../domain/judge';
import type { Keyring } from '../domain/keys';
import { createHeadRepository, type SignedState } from '../sealing/head.repository';
import { beginningOf } from './beginning';
import { createFaults, type Faults } from './faults';
import { createLogRepository, type LogRepository } from './log.repository';
import { createMarks, type Mark } from './marks';
import { createTreeWatch } from './tree-watch';
import { createWalk } from './walk';

/** Entries that are read at once: few enough that nobody waits for the event loop. */
const CHUNK = 500;

export interface VerifyOptions {
  /** Signed notes that were kept elsewhere. */
  readonly anchors?: readonly string[];
  /** Hears now and then up to which place all is checked. */
  onProgress?(place: number, size: number): void;
}

const bySize = (a: Mark, b: Mark): number => a.said.size - b.said.size;

/** Entries without a place: those that wait for one, and those that nobody with the key has written. */
const checkWaiting = async (log: LogRepository, keyring: Keyring, faults: Faults): Promise<number> => {
  let waiting = 0;
  for (let after = 0; ; ) {
    const rows = await log.waitingAfter(after, CHUNK);
    for (const row of rows) {
      const { finding } = judgeWaiting(row, keyring);
      if (finding) faults.addEntry(row, null, finding);
    }
    waiting += rows.length;
    if (rows.length < CHUNK) return waiting;
    after = rows.at(-1)?.id ?? after;
  }
};

/** What the head says, where it can be trusted. */
const headOf = (state: SignedState, isEmpty: boolean, read: (state: SignedState) => Mark | undefined, faults: Faults): Mark | undefined => {
  if (state.note !== '') return read(state);
  if (!isEmpty || state.size > 0) faults.add('head', { detail: 'it is gone' });
  return undefined;
};

/**
 * Reads the whole log and works everything out anew: the hash of each entry, its seal at its place, what its columns
 * say, and the root of the tree at each checkpoint, at the head and at each anchor.
 */
export const createVerifier = (strapi: Strapi, keyring: Keyring) => async ({ anchors: notes = [], onProgress }: VerifyOptions = {}): Promise<AuditReport> => {
  const [log, heads, faults] = [createLogRepository(strapi), createHeadRepository(strapi), createFaults(keyring)];
  const marks = createMarks(heads, keyring, faults);
  // What is read first is part of what is read later: the log grows meanwhile.
  const [lastCheckpoint, last] = [await heads.lastCheckpoint(), await log.lastPlace()];
  const head = headOf(await heads.read(), last === undefined, marks.head, faults);
  const size = head?.said.size ?? (last ?? -1) + 1;
  const end = Math.max(size, (last ?? -1) + 1);
  const anchors = marks.anchors(notes);
  const begin = await beginningOf(log, heads, keyring, faults);
  const walk = createWalk(keyring, faults, createTreeWatch(faults, begin.frontier), { from: begin.size, size });
  let checkpoints = 0;
  for await (const { start, end: to, rows } of log.parts(begin.size, end, CHUNK)) {
    const signed = await marks.checkpoints(start, to);
    checkpoints += signed.length;
    const others = [...anchors, ...(head ? [head] : [])].filter(({ said }) => said.size > start && said.size <= to);
    walk.go(rows, to, [...signed, ...others].sort(bySize));
    onProgress?.(Math.min(to, size), size);
    await breathe();
  }
  for (const { said } of anchors) if (said.size > size) faults.add('truncated', { place: size, upTo: said.size - 1, detail: `the anchor of ${said.at}` });
  if (lastCheckpoint && lastCheckpoint.size > end) faults.add('checkpoint', { place: lastCheckpoint.size, detail: 'it is of a longer log' });
  const waiting = await checkWaiting(log, keyring, faults);
  const { entries, forgotten } = walk.counts();
  const { faults: told, count } = faults.all();
  return { isSound: count === 0, entries: entries + waiting, waiting, forgotten, checkpoints, anchors: notes.length, from: begin.size, size, faults: told, faultCount: count };
};
