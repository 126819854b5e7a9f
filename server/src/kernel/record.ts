import type { AuditAction } from '../../../contracts/audit-actions';
import { createPort } from './port';

/** Who did it: a member, the system (boot, cron, a full-access token), or somebody who is nobody here. */
export interface AuditActor {
  readonly kind: 'member' | 'system' | 'nobody';
  readonly member?: string;
}

/** One fact for the audit log. No secret ever goes in here. */
export interface AuditFact {
  readonly action: AuditAction;
  readonly actor: AuditActor;
  /** What it was done to: a content type (uid) and a documentId, or a plugin noun and its key. */
  readonly target: { readonly type: string; readonly id: string };
  readonly outcome?: 'done' | 'refused';
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * Writes facts in the transaction of the caller: a fact that cannot be written undoes the action.
 */
export type Recorder = (...facts: readonly AuditFact[]) => Promise<void>;

export const recordPort = createPort<Recorder>('record');
