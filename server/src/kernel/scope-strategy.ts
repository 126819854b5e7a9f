import type { Scope } from '../../../contracts/scopes';
import type { Predicate } from './predicate';
import { createPort } from './port';

export interface ScopeQuestion {
  /** documentId of the member. */
  readonly member: string;
  /** uid of the governed type. */
  readonly type: string;
  /**
   * The kinds of entries that the member holds at all, besides `owner`. Read with the member himself,
   * so that a predicate need not look for entries of which there are none.
   */
  readonly holds: ReadonlySet<string>;
}

/**
 * How one scope reaches records. Books, projects and territories each bring theirs;
 * enforcement knows strategies, not books.
 */
export interface ScopeStrategy {
  readonly scope: Exclude<Scope, 'none' | 'all'>;
  /** The rows within reach, as a positive predicate. None that fits is `NEVER`. */
  predicate(question: ScopeQuestion): Predicate;
  /** Which of these records (documentIds) are within reach: for a decision about one record, with its reason. */
  facts(question: Pick<ScopeQuestion, 'member' | 'type'>, records: readonly string[]): Promise<ReadonlySet<string>>;
}

/** The strategies of a host by scope. A scope without a strategy reaches nothing. */
export const strategiesPort = createPort<Map<Scope, ScopeStrategy>>('scope strategies', () => new Map());
