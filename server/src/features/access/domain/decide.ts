import type { ErrorCode } from '../../../../../contracts/errors';
import { EVERYTHING, NOTHING, includes, scopesOf, type ScopeMask } from '../../../../../contracts/scopes';
import type { Actor } from '../../../kernel/actor';
import type { Decision, TraceStep } from '../../../kernel/decision';
import { traceOfCell } from './trace';

/**
 * What is known of one record: the scopes within which it lies for this actor.
 * Without facts the question is about the feature as a whole.
 */
export interface Facts {
  readonly within: ScopeMask;
}

const deny = (code: ErrorCode, trace: () => TraceStep[]): Decision => ({ allowed: false, scope: NOTHING, code, trace });

const ALLOW_SYSTEM: Decision = { allowed: true, scope: EVERYTHING, trace: () => [{ step: 'actor', kind: 'system' }] };

const aboutRecord = (granted: Decision, { within }: Facts): Decision => {
  const trace = () => [...granted.trace(), { step: 'record' as const, within: scopesOf(within) }];
  if (!includes(granted.scope, 'all') && (granted.scope & within) === 0) return deny('OUT_OF_SCOPE', trace);
  return { allowed: true, scope: granted.scope, trace };
};

/**
 * May this actor do this? The only place that says yes. Pure: no database, no clock.
 * An unknown feature or action is a cell that is not there: no.
 */
export const decide = (actor: Actor, feature: string, action: string, facts?: Facts): Decision => {
  if (actor.kind === 'system') return ALLOW_SYSTEM;
  if (actor.kind === 'nobody') {
    const { reason } = actor;
    return deny(reason === 'inactive' ? 'MEMBER_INACTIVE' : 'NOT_A_MEMBER', () => [{ step: 'actor', kind: 'nobody', reason }]);
  }
  // Prepared when the matrix was compiled: a request only looks up.
  const granted = actor.reach.granted.get(feature)?.get(action);
  if (!granted) return deny('PERMISSION_DENIED', () => traceOfCell(actor.reach.roles, { feature, action, scope: NOTHING }));
  return facts ? aboutRecord(granted, facts) : granted;
};
