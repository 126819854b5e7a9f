import { SYSTEM } from '../../../kernel/frame';
import type { Reach } from './snapshot';

export interface MemberRef {
  readonly documentId: string;
  readonly name: string;
  readonly email: string;
}

/** On whose behalf code runs. Whoever cannot be told is nobody, and nobody gets nothing. */
export type Actor =
  | typeof SYSTEM
  | { readonly kind: 'member'; readonly member: MemberRef; readonly reach: Reach }
  | { readonly kind: 'nobody'; readonly reason: 'public' | 'non-member' | 'inactive' };

export const PUBLIC: Actor = { kind: 'nobody', reason: 'public' };
export const NON_MEMBER: Actor = { kind: 'nobody', reason: 'non-member' };
export const INACTIVE: Actor = { kind: 'nobody', reason: 'inactive' };

export { SYSTEM };
