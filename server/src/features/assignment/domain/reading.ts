import type { FieldCatalogue } from './fields';
import { readerOf, type Found, type Reader } from './values';

const UNREAD = Symbol('unread');

/** One record while it is looked at: each field is read once, when it is first asked for. */
export class Reading {
  readonly #found: (Found | typeof UNREAD)[];

  constructor(
    private readonly record: unknown,
    private readonly readers: readonly Reader[],
  ) {
    this.#found = new Array<typeof UNREAD>(readers.length).fill(UNREAD);
  }

  at(slot: number): Found {
    const known = this.#found[slot];
    if (known !== UNREAD) return known;
    const found = this.readers[slot]?.(this.record);
    this.#found[slot] = found;
    return found;
  }
}

/** The fields that rules read, each with a number. */
export class Slots {
  readonly #numbers = new Map<string, number>();
  readonly #readers: Reader[] = [];

  constructor(private readonly catalogue: FieldCatalogue) {}

  of(path: string): number {
    let slot = this.#numbers.get(path);
    if (slot === undefined) {
      slot = this.#readers.length;
      this.#numbers.set(path, slot);
      this.#readers.push(readerOf(path, this.kindOf(path)));
    }
    return slot;
  }

  /** Of a field that was checked to be there. */
  kindOf(path: string) {
    return this.catalogue.get(path)?.kind ?? 'text';
  }

  get paths(): ReadonlySet<string> {
    return new Set(this.#numbers.keys());
  }

  read(record: unknown): Reading {
    return new Reading(record, this.#readers);
  }
}
