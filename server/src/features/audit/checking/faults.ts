import type { AuditFault, FaultKind } from '../../../../../contracts/audit-report';
import type { Finding, Row } from '../domain/judge';
import type { Keyring } from '../domain/keys';

const TOLD = 100;

/** Entries at wrong places whose right ones are looked for: each is held against each. */
const COMPARED = 1_000;

interface Misplaced {
  readonly row: Row;
  readonly place: number;
}

const fault = (kind: FaultKind, more: Partial<AuditFault>): AuditFault => ({ kind, place: null, upTo: null, eventId: null, detail: null, ...more });

/** Collects what a check finds: the first hundred in words, of the rest how many. */
export const createFaults = (keyring: Keyring) => {
  const faults: AuditFault[] = [];
  const misplaced: Misplaced[] = [];
  let count = 0;

  const add = (kind: FaultKind, more: Partial<AuditFault>): void => {
    count += 1;
    if (faults.length < TOLD) faults.push(fault(kind, more));
  };

  /** Where an entry was sealed, among the places at which something wrong stands. */
  const homeOf = ({ leaf, seal, key_id }: Row): number | undefined => {
    const key = keyring.byId(key_id);
    return key && leaf !== null ? misplaced.find(({ place }) => key.placed(leaf, place) === seal)?.place : undefined;
  };

  /** Entries with the same key that nobody has are one fault: a key that is not configured makes millions of them. */
  const unknown = new Map<string, { first: number | null; last: number | null; entries: number }>();

  return {
    add,

    addEntry(row: Row, place: number | null, { kind, part }: Finding): void {
      if (kind === 'unknown-key') {
        const known = unknown.get(part ?? '');
        unknown.set(part ?? '', { first: known ? known.first : place, last: place, entries: (known?.entries ?? 0) + 1 });
      } else if (kind === 'forged' && place !== null && misplaced.length < COMPARED) misplaced.push({ row, place });
      else add(kind, { place, eventId: row.event_id, detail: part ?? null });
    },

    /** Whether anything was found since a count of this. */
    count: (): number => count + misplaced.length + unknown.size,

    all(): { faults: AuditFault[]; count: number } {
      for (const { row, place } of misplaced) {
        const home = homeOf(row);
        if (home === undefined) add('forged', { place, eventId: row.event_id });
        else add('moved', { place, eventId: row.event_id, detail: `sealed at ${home}` });
      }
      misplaced.length = 0;
      for (const [key, { first, last, entries }] of unknown) add('unknown-key', { place: first, upTo: last, detail: `key ${key}, ${entries} entries` });
      unknown.clear();
      faults.sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity));
      return { faults, count };
    },
  };
};

export type Faults = ReturnType<typeof createFaults>;
