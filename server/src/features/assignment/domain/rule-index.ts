import type { Scalar } from '../../../../../contracts/conditions';
import { intersect, type Interval } from './interval';
import { every, type Holds, type Key, type Lookup, type Part } from './parts';
import { buildRangeTree, type RangeTree } from './range-tree';

/** A rule on its way into the index: what is still to be looked at. */
export interface Candidate {
  readonly rule: number;
  readonly parts: readonly Part[];
}

/** A rule in the index, and what a record that came here must still satisfy. */
export interface Entry {
  readonly rule: number;
  readonly holds: Holds | undefined;
}

export interface ByValue {
  readonly slot: number;
  readonly under: ReadonlyMap<Scalar, RuleIndex>;
}

export interface ByRange {
  readonly slot: number;
  readonly tree: RangeTree<Entry>;
  /** The same rules with their ranges as conditions, for a record with several values. */
  readonly all: readonly Entry[];
}

/** Rules that look into a text, one after the other; most are told by the pairs of letters that they need. */
export interface ByText {
  readonly slot: number;
  readonly rules: Int32Array;
  readonly pairs: Int32Array;
  readonly entries: readonly Entry[];
}

/**
 * Where the rules are that a record may fit. Each rule stands under the value that the fewest others ask for,
 * and what stands there is an index again, of what is left to ask; then by range; then by text; the rest is
 * looked at one by one. Every list is in the order of the rules.
 */
export interface RuleIndex {
  /** The first of all rules in it. */
  readonly first: number;
  /** Whether anything is looked up here, or all is `rest`. */
  readonly isBranch: boolean;
  readonly values: readonly ByValue[];
  readonly ranges: readonly ByRange[];
  readonly texts: readonly ByText[];
  readonly rest: readonly Entry[];
}

/** So few are looked at faster than looked up; of those that look into a text, fewer. */
const FEW = 12;
const FEW_TEXTS = 3;

const NONE = [] as const;

/** How many rules ask for a value of a field. */
class Frequencies {
  readonly #bySlot = new Map<number, Map<Scalar, number>>();

  add({ slot, value }: Key): void {
    const values = this.#bySlot.get(slot) ?? new Map<Scalar, number>();
    this.#bySlot.set(slot, values.set(value, (values.get(value) ?? 0) + 1));
  }

  of({ keys }: Lookup): number {
    return keys.reduce((sum, { slot, value }) => sum + (this.#bySlot.get(slot)?.get(value) ?? 0), 0);
  }
}

const group = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

const entryOf = ({ rule, parts }: Candidate): Entry => ({ rule, holds: every(parts.map(({ holds }) => holds)) });

/** What is left of a rule under one of its keys. A part that its keys don't say wholly is looked at without them. */
const leftUnder = ({ rule, parts }: Candidate, chosen: Part, { isWhole }: Lookup): Candidate => ({
  rule,
  parts: isWhole ? parts.filter((part) => part !== chosen) : parts.map((part) => (part === chosen ? { holds: part.holds } : part)),
});

const rarest = ({ parts }: Candidate, frequencies: Frequencies): Part | undefined => {
  let best: Part | undefined;
  let fewest = Infinity;
  for (const part of parts) {
    const count = part.lookup ? frequencies.of(part.lookup) : Infinity;
    if (count < fewest) [best, fewest] = [part, count];
  }
  return best;
};

const buildByValue = (slot: number, under: ReadonlyMap<Scalar, Candidate[]>): ByValue => ({
  slot,
  under: new Map([...under].map(([value, candidates]) => [value, buildIndex(candidates)])),
});

const buildByRange = (slot: number, candidates: readonly Candidate[]): ByRange => {
  const isOfSlot = (part: Part) => part.range?.slot === slot;
  const items = candidates.map(({ rule, parts }) => ({
    interval: parts.filter(isOfSlot).map(({ range }) => range?.interval as Interval).reduce(intersect),
    item: entryOf({ rule, parts: parts.filter((part) => !isOfSlot(part)) }),
  }));
  return { slot, tree: buildRangeTree(items), all: candidates.map(entryOf) };
};

const buildByText = (slot: number, candidates: readonly Candidate[]): ByText => {
  const neededBy = ({ parts }: Candidate) => parts.reduce((bits, { text }) => (text?.slot === slot ? bits | text.pairs : bits), 0);
  return { slot, rules: Int32Array.from(candidates, ({ rule }) => rule), pairs: Int32Array.from(candidates, neededBy), entries: candidates.map(entryOf) };
};

/** Rules on their way to where they are looked up, or looked at. */
class Groups {
  readonly values = new Map<number, Map<Scalar, Candidate[]>>();
  readonly ranges = new Map<number, Candidate[]>();
  readonly texts = new Map<number, Candidate[]>();
  readonly rest: Candidate[] = [];

  add(candidate: Candidate, frequencies: Frequencies): void {
    const chosen = rarest(candidate, frequencies);
    const range = candidate.parts.find((part) => part.range)?.range;
    const text = candidate.parts.find((part) => part.text)?.text;
    if (chosen?.lookup) this.#addByValue(candidate, chosen, chosen.lookup);
    else if (range) group(this.ranges, range.slot, candidate);
    else if (text) group(this.texts, text.slot, candidate);
    else this.rest.push(candidate);
  }

  #addByValue(candidate: Candidate, chosen: Part, lookup: Lookup): void {
    const left = leftUnder(candidate, chosen, lookup);
    for (const { slot, value } of lookup.keys) {
      const under = this.values.get(slot) ?? new Map<Scalar, Candidate[]>();
      this.values.set(slot, under);
      group(under, value, left);
    }
  }

  /** What isn't worth a look-up goes back among the rest. */
  dissolveSmall(): void {
    const dissolve = (groups: Map<number, Candidate[]>, few: number) => {
      for (const [slot, candidates] of groups) {
        if (candidates.length <= few && groups.delete(slot)) this.rest.push(...candidates);
      }
    };
    dissolve(this.ranges, FEW);
    dissolve(this.texts, FEW_TEXTS);
    this.rest.sort((a, b) => a.rule - b.rule);
  }
}

/** @param candidates in the order of the rules */
export const buildIndex = (candidates: readonly Candidate[]): RuleIndex => {
  const first = candidates[0]?.rule ?? Infinity;
  if (candidates.length <= FEW) return { first, isBranch: false, values: NONE, ranges: NONE, texts: NONE, rest: candidates.map(entryOf) };
  const frequencies = new Frequencies();
  for (const { parts } of candidates) for (const { lookup } of parts) for (const key of lookup?.keys ?? NONE) frequencies.add(key);
  const groups = new Groups();
  for (const candidate of candidates) groups.add(candidate, frequencies);
  groups.dissolveSmall();
  return {
    first,
    isBranch: true,
    values: [...groups.values].map(([slot, under]) => buildByValue(slot, under)),
    ranges: [...groups.ranges].map(([slot, list]) => buildByRange(slot, list)),
    texts: [...groups.texts].map(([slot, list]) => buildByText(slot, list)),
    rest: groups.rest.map(entryOf),
  };
};
