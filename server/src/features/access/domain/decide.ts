import type { ErrorCode } from '../../../../../contracts/errors';
import { EVERYTHING, NOTHING, includes, scopesOf, type Scope, type ScopeMask } from '../../../../../contracts/scopes';
import type { Actor } from '../../../kernel/actor';

/** One step on the way to a decision, for a person who asks why. */
export type TraceStep =
  | { readonly step: 'actor'; readonly kind: Actor['kind']; readonly reason?: string }
  | { readonly step: 'roles'; readonly deciding: readonly string[] }
  | { readonly step: 'cell'; readonly feature: string; readonly action: string; readonly scopes: readonly Scope[] }
  | { readonly step: 'record'; readonly within: readonly Scope[] };

export interface Decision {
  readonly allowed: boolean;
  /** How far the permission reaches. Nothing when denied. */
  readonly scope: ScopeMask;
  /** Why not. */
  readonly code?: ErrorCode;
  /** How the decision came about; made when asked for. */
  trace(): TraceStep[];
}

/**
 * What is known of one record: the scopes within which it lies for this actor.
 * Without facts the question is about the feature as a whole.
 */
export interface Facts {
  readonly within: ScopeMask;
}

const deny = (code: ErrorCode, trace: () => TraceStep[]): Decision => ({ allowed: false, scope: NOTHING, code, trace });

const aboutMember = (actor: Extract<Actor, { kind: 'member' }>, feature: string, action: string): TraceStep[] => [
  { step: 'actor', kind: 'member' },
  { step: 'roles', deciding: actor.reach.roles.map(({ key }) => key) },
  { step: 'cell', feature, action, scopes: scopesOf(actor.reach.mask(feature, action)) },
];

const ALLOW_SYSTEM: Decision = { allowed: true, scope: EVERYTHING, trace: () => [{ step: 'actor', kind: 'system' }] };

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
  const scope = actor.reach.mask(feature, action);
  const trace = () => [
    ...aboutMember(actor, feature, action),
    ...(facts ? [{ step: 'record' as const, within: scopesOf(facts.within) }] : []),
  ];
  if (scope === NOTHING) return deny('PERMISSION_DENIED', trace);
  if (facts && !includes(scope, 'all') && (scope & facts.within) === 0) return deny('OUT_OF_SCOPE', trace);
  return { allowed: true, scope, trace };
};
