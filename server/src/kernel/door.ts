import type { Abilities } from '../../../contracts/http-check';
import type { Actor } from './actor';
import { createPort } from './port';
import type { Predicate } from './predicate';

/** What was asked, for the answer's envelope. */
export interface Question {
  readonly type?: string;
  readonly operation?: string;
  readonly record?: string;
  readonly feature?: string;
  readonly action?: string;
}

/**
 * What an HTTP handler asks before it does anything: who is it, and may he. Enforcement answers;
 * the features to its left keep their own endpoints without knowing it.
 */
export interface Door {
  /** On whose behalf the request runs. */
  actor(): Actor;
  /** @throws 403 with its code, marked with the question */
  demand(feature: string, action: string, question?: Question): Actor;
  /** The actor of a route of the panel that the right of this cell has opened already: it is used all the same. */
  entered(feature: string, action: string): Actor;
  /** Has the rest of the request read a type within a cell's scope only, as an export of one's own. @throws 403 with its code */
  narrow(type: string, feature: string, action: string): Actor;
  /** @throws 403 or, exactly as for a record that does not exist, RosterError NOT_FOUND */
  demandVisible(type: string, record: string): Promise<void>;
  /** Those of these records that the caller sees. @throws 403 where he sees none of the type */
  visibleAmong(type: string, records: readonly string[]): Promise<ReadonlySet<string>>;
  /** What the caller may do with each of these records, by its documentId: what `check` would say. Of a record that he does not see, nothing. */
  abilities(type: string, records: readonly string[]): Promise<ReadonlyMap<string, Abilities>>;
  /** The rows of a type that the caller sees. @throws 403 where he sees none of the type */
  visibleRows(type: string): Predicate;
  /** A refusal for a reason of the handler's own. */
  refuse(question: Question, details: Readonly<Record<string, unknown>>): Error;
}

export const doorPort = createPort<Door>('door');
