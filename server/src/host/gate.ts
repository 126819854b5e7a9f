import type { Operation } from '../kernel/binding';
import type { Predicate } from '../kernel/predicate';

/** What the guard asks. The answers are those of the actor whose request the running code serves. */
export interface Gate {
  /** Whether a type has a binding at all: what is wrapped at boot. */
  isBound(uid: string): boolean;
  /** Whether a binding holds for the actor on this type, now. */
  governs(uid: string): boolean;
  /** Whether the actor is anybody but the system. */
  limited(): boolean;
  predicate(uid: string, operation: Operation): Predicate;
  /** Notes that the actor reads a type, with these of its columns (attributes, or `*`). */
  noteRead(uid: string, columns: readonly unknown[]): void;
  /** Whether any field of any type is narrow for the actor at all: most requests need not look. */
  narrows(): boolean;
  /** Attributes that the actor may not read on every row that he sees, with the rows where he may. */
  narrowFields(uid: string): ReadonlyMap<string, Predicate>;
}

export interface Join {
  alias: string;
  referencedTable: string;
  on?: Record<string, unknown>;
}

/** The part of the host's query builder that the guard touches (`@strapi/database`, query-builder). */
export interface QueryBuilder {
  alias: string;
  state: {
    type: string;
    processed: boolean;
    where: Record<string, unknown>[];
    joins: Join[];
    select: unknown[];
    search: string | null;
    orderBy: unknown;
    populate: unknown;
    filters: unknown;
    data: unknown;
  };
  processState(): void;
  clone(): QueryBuilder;
}
