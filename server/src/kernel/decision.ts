import type { ErrorCode } from '../../../contracts/errors';
import type { Scope, ScopeMask } from '../../../contracts/scopes';

/** One step on the way to a decision, for a person who asks why. */
export type TraceStep =
  | { readonly step: 'actor'; readonly kind: 'system' | 'member' | 'nobody'; readonly reason?: string }
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
