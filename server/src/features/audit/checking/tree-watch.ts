import { createGrowth, EMPTY, readFrontier, rootOf, type Frontier } from '../domain/merkle';
import type { Faults } from './faults';
import type { Mark } from './marks';

/**
 * Grows the tree of the log again, and holds it against what was signed of it. Where an entry is gone, the tree is
 * unknown until the next checkpoint, which tells what to go on from: so that one damaged entry does not spoil what
 * comes behind it.
 */
export const createTreeWatch = (faults: Faults, from: Frontier | undefined) => {
  let growth = createGrowth(from ?? EMPTY);
  let isKnown = from !== undefined;
  let foundBefore = faults.count();

  /** What was found since the last mark explains why the root is another one. */
  const compare = ({ kind, said }: Mark): void => {
    if (!isKnown || rootOf(growth.frontier()).toString('base64') === said.root) return;
    if (kind === 'anchor') faults.add('rewritten', { place: said.size, detail: `the anchor of ${said.at} has another root` });
    else if (faults.count() === foundBefore) faults.add(kind, { place: said.size, detail: 'its root is not that of the entries' });
    isKnown = false;
  };

  return {
    append(leaf: Buffer): void {
      if (isKnown) growth.append(leaf);
    },

    lose: (): void => void (isKnown = false),

    check(mark: Mark): void {
      compare(mark);
      if (mark.kind === 'anchor') return;
      const { kind, said } = mark;
      const signed = readFrontier(said.size, mark.frontier);
      const isSigned = signed !== undefined && rootOf(signed).toString('base64') === said.root;
      if (!isSigned) faults.add(kind, { place: said.size, detail: 'what it goes on from is not what it has signed' });
      else if (!isKnown) [growth, isKnown] = [createGrowth(signed), true];
      foundBefore = faults.count();
    },
  };
};

export type TreeWatch = ReturnType<typeof createTreeWatch>;
