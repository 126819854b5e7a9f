import { judgePlaced, type Row } from '../domain/judge';
import type { Keyring } from '../domain/keys';
import type { Faults } from './faults';
import type { Mark } from './marks';
import type { TreeWatch } from './tree-watch';

/** Goes through the places of the log, one after the other, and finds what stands where it should not, or does not stand where it should. */
export const createWalk = (keyring: Keyring, faults: Faults, tree: TreeWatch, { from, size }: { readonly from: number; readonly size: number }) => {
  let next = from;
  let entries = 0;
  let forgotten = 0;

  const reach = (place: number, marks: Mark[]): void => {
    for (let mark = marks[0]; mark && mark.said.size <= place; mark = marks[0]) {
      tree.check(mark);
      // In the middle of a gap, what follows the mark is missing too.
      if (mark.said.size < place) tree.lose();
      marks.shift();
    }
  };

  /** Places without an entry. */
  const skipTo = (place: number, marks: Mark[]): void => {
    if (place <= next) return;
    faults.add('missing', { place: next, upTo: place - 1 });
    tree.lose();
    next = place;
    reach(place, marks);
  };

  const take = (row: Row, marks: Mark[]): void => {
    const { leaf, finding, isForgotten } = judgePlaced(row, next, keyring);
    if (finding) faults.addEntry(row, next, finding);
    if (isForgotten) forgotten += 1;
    tree.append(leaf);
    next += 1;
    reach(next, marks);
  };

  return {
    counts: () => ({ entries, forgotten }),

    /** Entries of some places, in their order, and what was signed of these places. */
    go(rows: readonly Row[], to: number, marks: Mark[]): void {
      entries += rows.length;
      for (const row of rows) {
        const place = row.place as number;
        if (place >= size) faults.addEntry(row, place, { kind: 'inserted', part: 'behind the head' });
        else if (place < next) faults.addEntry(row, place, { kind: 'inserted', part: 'a second one at its place' });
        else {
          skipTo(place, marks);
          take(row, marks);
        }
      }
      skipTo(Math.min(to, size), marks);
    },
  };
};
