import type { ScopeMask } from '../../../contracts/scopes';

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
  mask(feature: string, action: string): ScopeMask;
  /** The cells that are not `none`, by feature and action. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, ScopeMask>>;
}
