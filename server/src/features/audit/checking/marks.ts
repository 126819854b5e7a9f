import type { Keyring } from '../domain/keys';
import { readCheckpoint, type Checkpoint } from '../domain/note';
import { isSameMoment } from '../domain/same-moment';
import type { HeadRepository, SignedState } from '../sealing/head.repository';
import type { Faults } from './faults';

/** A state that the log must have been in: of a checkpoint or the head, from which a check can go on where entries before are damaged; or of an anchor. */
export type Mark = { readonly said: Checkpoint } & ({ readonly kind: 'checkpoint' | 'head'; readonly frontier: string } | { readonly kind: 'anchor' });

type Kind = Mark['kind'];

const KIND_OF_BAD = { checkpoint: 'checkpoint', head: 'head', anchor: 'rewritten' } as const;

/** What a row says beside its note, and the note does not. */
const unlike = (said: Checkpoint, { size, signedAt }: SignedState): string | undefined => {
  if (said.size !== size) return 'its note is of another size';
  return isSameMoment(signedAt, said.at) ? undefined : 'its note is of another time';
};

/** What was signed of the log, in the order of its size. What is signed wrongly is a fault, and no mark. */
export const createMarks = (heads: HeadRepository, keyring: Keyring, faults: Faults) => {
  const saidBy = (kind: Kind, note: string, state?: SignedState): Checkpoint | undefined => {
    const said = readCheckpoint(note, keyring.all);
    const wrong = typeof said === 'string' ? said : state && unlike(said, state);
    if (typeof said !== 'string' && wrong === undefined) return said;
    faults.add(wrong === 'unknown key' ? 'unknown-key' : KIND_OF_BAD[kind], { place: state?.size ?? null, detail: `${kind}: ${wrong}` });
    return undefined;
  };

  const read = (kind: 'checkpoint' | 'head', state: SignedState): Mark[] => {
    const said = saidBy(kind, state.note, state);
    return said ? [{ kind, said, frontier: state.frontier }] : [];
  };

  return {
    anchors: (notes: readonly string[]): Mark[] => 
      notes.flatMap((note): Mark[] => {
        const said = saidBy('anchor', note);
        return said ? [{ kind: 'anchor', said }] : [];
      }),

    head: (state: SignedState): Mark | undefined => read('head', state)[0],

    /** Checkpoints of sizes above one and up to another, no further apart than `to - after`. */
    async checkpoints(after: number, to: number): Promise<Mark[]> {
      const states = (await heads.checkpointsFrom(after, to - after)).filter(({ size }) => size <= to);
      return states.flatMap((state) => read('checkpoint', state));
    },
  };
};
