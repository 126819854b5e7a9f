import type { ConflictReason } from '../../../../../contracts/http-backfill';

/** Who a site, or a file, says owns a record. */
export interface Claim {
  readonly record: string;
  /** Of the file, those that are about it. */
  readonly lines: readonly number[];
  /** As it is written: addresses, or names of users. */
  readonly named: readonly string[];
  /** Who that is: documentIds of members, and nothing for whoever is not of the team. */
  readonly people: readonly (string | undefined)[];
}

/** A record, or a line, for which nothing is planned. */
export interface Conflict {
  readonly reason: ConflictReason;
  readonly record: string | null;
  readonly line: number | null;
  readonly value: string | null;
}

export interface Circumstances {
  readonly owner: string | null;
  readonly mayOwn: (member: string) => boolean;
  /** Whether a record that has another owner changes hands. */
  readonly replace: boolean;
}

export type Verdict = { readonly to: string } | { readonly reason: ConflictReason } | 'unchanged';

/** What becomes of a claim. Whoever owns the record by now need not be asked whether he may. */
export const judge = ({ named, people }: Claim, { owner, mayOwn, replace }: Circumstances): Verdict => {
  if (named.length === 0) return { reason: 'EMPTY' };
  const distinct = new Set(people);
  if (distinct.size > 1) return { reason: 'SEVERAL_PEOPLE' };
  const [to] = distinct;
  if (to === undefined) return { reason: new Set(named).size > 1 ? 'SEVERAL_PEOPLE' : 'UNKNOWN_PERSON' };
  if (to === owner) return 'unchanged';
  if (!mayOwn(to)) return { reason: 'CANNOT_OWN' };
  return owner !== null && !replace ? { reason: 'OWNED' } : { to };
};
