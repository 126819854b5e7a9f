import { SYSTEM } from './frame';
import type { Reach } from './reach';
import type { AuditActor } from './record';

export interface MemberRef {
  readonly documentId: string;
  readonly name: string;
  readonly email: string;
}

/** A member who acts: with what his roles give him, and the kinds of entries that he holds at all. */
export interface MemberActor {
  readonly kind: 'member';
  readonly member: MemberRef;
  readonly reach: Reach;
  /** Kinds of entries besides `owner`: a predicate need not look for those of which there are none. */
  readonly holds: ReadonlySet<string>;
}

/** On whose behalf code runs. Whoever cannot be told is nobody, and nobody gets nothing. */
export type Actor =
  | typeof SYSTEM
  | MemberActor
  | { readonly kind: 'nobody'; readonly reason: 'public' | 'non-member' | 'inactive' };

export const PUBLIC: Actor = { kind: 'nobody', reason: 'public' };
export const NON_MEMBER: Actor = { kind: 'nobody', reason: 'non-member' };
export const INACTIVE: Actor = { kind: 'nobody', reason: 'inactive' };

export { SYSTEM };

/** The actor as the audit log names him. */
export const auditActor = (actor: Actor): AuditActor =>
  actor.kind === 'member' ? { kind: 'member', member: actor.member.documentId } : { kind: actor.kind };
