import type { Scope } from '../../../contracts/scopes';
import type { MemberActor, Standing } from './actor';
import type { Predicate } from './predicate';
import { createPort } from './port';

/** Whose records of which type: with what was read of the member, so that a predicate need not look for what there is none of. */
export interface ScopeQuestion extends Standing {
  /** documentId of the member. */
  readonly member: string;
  /** uid of the governed type. */
  readonly type: string;
}

export const questionOf = ({ member, holds, territories, asOf }: MemberActor, type: string): ScopeQuestion => ({
  member: member.documentId,
  type,
  holds,
  territories,
  asOf,
});

/**
 * How one scope reaches records. Books, projects and territories each bring theirs;
 * enforcement knows strategies, not books.
 */
export interface ScopeStrategy {
  readonly scope: Exclude<Scope, 'none' | 'all'>;
  /** The rows within reach, as a positive predicate. None that fits is `NEVER`. */
  predicate(question: ScopeQuestion): Predicate;
  /** Which of these records (documentIds) are within reach: for a decision about one record, with its reason. */
  facts(question: ScopeQuestion, records: readonly string[]): Promise<ReadonlySet<string>>;
}

/** The strategies of a host by scope. A scope without a strategy reaches nothing. */
export const strategiesPort = createPort<Map<Scope, ScopeStrategy>>('scope strategies', () => new Map());
