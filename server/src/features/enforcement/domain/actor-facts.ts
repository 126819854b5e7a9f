import type { AuditActor } from '../../../kernel/record';
import type { Actor } from '../../access';

/** A member as enforcement knows him: with the kinds of entries that he holds, for the predicates. */
export type MemberActor = Extract<Actor, { kind: 'member' }> & { readonly holds: ReadonlySet<string> };

export const isMember = (actor: Actor): actor is MemberActor => actor.kind === 'member';

/** The actor as the audit log names him. */
export const auditActor = (actor: Actor): AuditActor =>
  actor.kind === 'member' ? { kind: 'member', member: actor.member.documentId } : { kind: actor.kind };
