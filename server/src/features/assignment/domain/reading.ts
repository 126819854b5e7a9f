import type { FieldKind } from '../../../../../contracts/conditions';
import type { FieldCatalogue } from './fields';
import { pairsInAny } from './texts';
import { foldAny, readerOf, type Found } from './values';

/**
 * What of a field is looked at: what it holds; that in small letters; and which pairs of letters are in it, so
 * that most texts that don't contain another are told at a glance.
 */
export type Aspect = 'value' | 'folded' | 'pairs';

/** Makes an aspect of a field: of the record, or of another aspect that was made before. */
type Look = (record: unknown, reading: Reading) => Found;

const UNREAD = Symbol('unread');
type Slot = Found | typeof UNREAD;

/** One record while it is looked at: each aspect of a field is made once, when it is first asked for. */
export class Reading {
  constructor(
    private readonly record: unknown,
    private readonly looks: readonly Look[],
    private readonly found: Slot[],
  ) {}

  at(slot: number): Found {
    const known = this.found[slot];
    if (known !== UNREAD) return known;
    const found = this.looks[slot]?.(this.record, this);
    this.found[slot] = found;
    return found;
  }
}

/** What rules look at, each with a number. */
export class Slots {
  readonly #numbers: Readonly<Record<Aspect, Map<string, number>>> = { value: new Map(), folded: new Map(), pairs: new Map() };
  readonly #looks: Look[] = [];
  readonly #unread: Slot[] = [];

  constructor(private readonly catalogue: FieldCatalogue) {}

  of(path: string, aspect: Aspect = 'value'): number {
    const numbers = this.#numbers[aspect];
    const known = numbers.get(path);
    if (known !== undefined) return known;
    const slot = this.#looks.push(this.#lookAt(path, aspect)) - 1;
    this.#unread.push(UNREAD);
    numbers.set(path, slot);
    return slot;
  }

  /** Of a field that was checked to be there. */
  kindOf(path: string): FieldKind {
    return this.catalogue.get(path)?.kind ?? 'text';
  }

  /** The fields, however they are looked at. */
  get paths(): ReadonlySet<string> {
    return new Set(this.#numbers.value.keys());
  }

  read(record: unknown): Reading {
    return new Reading(record, this.#looks, this.#unread.slice());
  }

  #lookAt(path: string, aspect: Aspect): Look {
    if (aspect === 'value') return readerOf(path, this.kindOf(path));
    if (aspect === 'folded') {
      const value = this.of(path);
      return (_, reading) => foldAny(reading.at(value));
    }
    const folded = this.of(path, 'folded');
    return (_, reading) => pairsInAny(reading.at(folded));
  }
}
