import { judgePlaced } from '../domain/judge';
import type { Keyring } from '../domain/keys';
import { EMPTY, readFrontier, rootOf, type Frontier } from '../domain/merkle';
import { readCheckpoint } from '../domain/note';
import { CUT_ACTION, cutIn, type Cut } from '../retention/cut';
import type { HeadRepository } from '../sealing/head.repository';
import type { Faults } from './faults';
import type { LogRepository } from './log.repository';

/** The first place that is kept, and the tree of what was before it; undefined where that is not known any more. */
export interface Beginning {
  readonly size: number;
  readonly frontier: Frontier | undefined;
}

/** The last cut of which a sound entry tells. What a forged one says counts for nothing. */
const lastCut = async (log: LogRepository, keyring: Keyring): Promise<Cut | undefined> => {
  for (const row of await log.placedOf(CUT_ACTION)) {
    const { finding } = judgePlaced(row, row.place ?? -1, keyring);
    const cut = finding ? undefined : cutIn(row.body);
    if (cut) return cut;
  }
  return undefined;
};

/**
 * Where the log begins: at its first entry, or where the retention has cut it. The checkpoint of the cut tells the tree
 * of what is gone; it must be the one of which the entry tells.
 */
export const beginningOf = async (log: LogRepository, heads: HeadRepository, keyring: Keyring, faults: Faults): Promise<Beginning> => {
  const cut = await lastCut(log, keyring);
  if (!cut) return { size: 0, frontier: EMPTY };
  const state = await heads.checkpointOf(cut.size);
  const said = state && readCheckpoint(state.note, keyring.all);
  const frontier = state && readFrontier(cut.size, state.frontier);
  const isRight = said !== undefined && typeof said !== 'string' && said.root === cut.root && frontier !== undefined && rootOf(frontier).toString('base64') === cut.root;
  if (isRight) return { size: cut.size, frontier };
  faults.add('checkpoint', { place: cut.size, detail: 'that of the retention is gone, or was changed' });
  return { size: cut.size, frontier: undefined };
};
