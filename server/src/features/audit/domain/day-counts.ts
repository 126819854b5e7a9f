/** By what entries are counted, and looked for. */
export interface Counted {
  readonly day: string;
  readonly actor: string;
  readonly action: string;
  readonly outcome: string;
  readonly targetType: string;
}

/** So many entries of a kind, and the ids between which they lie. */
export interface DayCount extends Counted {
  readonly entries: number;
  readonly firstId: number;
  readonly lastId: number;
}

export interface Countable {
  readonly id: number;
  /** A number, milliseconds, as SQLite has it. */
  readonly occurredAt: Date | string | number;
  readonly actor: string | null;
  readonly action: string;
  readonly outcome: string;
  readonly targetType: string;
}

/** The day of a moment, UTC. */
export const dayOf = (moment: Date | string | number): string => new Date(moment).toISOString().slice(0, 10);

export const keyOf = ({ day, actor, action, outcome, targetType }: Counted): string => [day, actor, action, outcome, targetType].join('\n');

/** Adds entries to what is counted of each kind and day. */
export const countInto = (counts: Map<string, DayCount>, entries: readonly Countable[]): void => {
  for (const { id, occurredAt, actor, action, outcome, targetType } of entries) {
    const counted = { day: dayOf(occurredAt), actor: actor ?? '', action, outcome, targetType };
    const known = counts.get(keyOf(counted));
    counts.set(keyOf(counted), { ...counted, entries: (known?.entries ?? 0) + 1, firstId: Math.min(known?.firstId ?? id, id), lastId: Math.max(known?.lastId ?? id, id) });
  }
};

/** How many of these entries there are of each kind and day. */
export const countByDay = (entries: readonly Countable[]): DayCount[] => {
  const counts = new Map<string, DayCount>();
  countInto(counts, entries);
  return [...counts.values()];
};
