import type { AuditAction } from '../../../contracts/audit-actions';
import type { Origin } from './origin';
import { createPort } from './port';

/**
 * Who did it: a member, the system (boot, cron, a full-access token), an API token with a role of its
 * own, or somebody who is nobody here. A member may have acted through a token.
 */
export interface AuditActor {
  readonly kind: 'member' | 'system' | 'token' | 'nobody';
  readonly member?: string;
  /** documentId of the API token. */
  readonly token?: string;
}

/** One fact for the audit log. No secret ever goes in here. */
export interface AuditFact {
  readonly action: AuditAction;
  readonly actor: AuditActor;
  /** What it was done to: a content type (uid) and a documentId, or a plugin noun and its key. */
  readonly target: { readonly type: string; readonly id: string };
  readonly outcome?: 'done' | 'refused';
  readonly details?: Readonly<Record<string, unknown>>;
  /** What may have to be forgotten one day, as the name that somebody gave who could not sign in. */
  readonly personal?: Readonly<Record<string, string>>;
  /** From where, if not from the request that runs. */
  readonly origin?: Origin;
}

/**
 * Writes facts in the transaction of the caller: a fact that cannot be written undoes the action.
 */
export type Recorder = (...facts: readonly AuditFact[]) => Promise<void>;

export const recordPort = createPort<Recorder>('record');

/**
 * Notes a fact about something that did not happen: a refusal. It is written later, in a transaction of
 * its own, since the one that it belongs to is rolled back; and no more than twice a minute per actor,
 * action and target type, with a count, so that a loop does not fill the log.
 */
export type LateRecorder = (fact: AuditFact) => void;

export const lateRecordPort = createPort<LateRecorder>('late record');
