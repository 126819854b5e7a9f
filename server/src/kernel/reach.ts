import type { ScopeMask } from '../../../contracts/scopes';
import type { Decision } from './decision';

export interface RoleFacts {
  readonly key: string;
  readonly kind: 'standard' | 'custom';
  readonly doors: string;
  readonly mayOwn: boolean;
}

/** What a set of roles may do: feature → action → scopes, ready to be asked. */
export interface Reach {
  /** The roles that decide: the live custom ones, or else the standard one. */
  readonly roles: readonly RoleFacts[];
  readonly mayOwn: boolean;
  /** The decisions that say yes, by feature and action: the cells that are not `none`. */
  readonly granted: ReadonlyMap<string, ReadonlyMap<string, Decision>>;
  /** How far a permission reaches; nothing where there is none. */
  mask(feature: string, action: string): ScopeMask;
}
