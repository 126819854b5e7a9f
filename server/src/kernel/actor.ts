import type { Restriction } from '../../../contracts/http-members';
import { SYSTEM } from './frame';
import type { Reach } from './reach';
import type { AuditActor } from './record';

export interface MemberRef {
  readonly documentId: string;
  readonly name: string;
  readonly email: string;
}

/** An API token of the host, never its key. */
export interface TokenRef {
  readonly documentId: string;
  readonly name: string;
}

/** What of a member, besides his roles, says how far he reaches: read with him, once a request. */
export interface Standing {
  /** Kinds of entries besides `owner`: a predicate need not look for those of which there are none. */
  readonly holds: ReadonlySet<string>;
  /** Keys of his territories. */
  readonly territories: readonly string[];
  /** The moment as of which he was read: what ends by then has ended. */
  readonly asOf: Date;
}

/** A member who acts: with what his roles give him, and what he reaches by it. */
export interface MemberActor extends Standing {
  readonly kind: 'member';
  readonly member: MemberRef;
  readonly reach: Reach;
  /** How far `all` reaches for him. */
  readonly restriction: Restriction;
  /** The API token that acts for him, when it does. */
  readonly token?: TokenRef;
}

/** An API token that acts with a role and for nobody: no record is its own. */
export interface RoleActor {
  readonly kind: 'role';
  readonly token: TokenRef;
  readonly reach: Reach;
}

/** Whoever has been granted a reach. */
export type Grantee = MemberActor | RoleActor;

/** A user or an API token of the host: who it is that is nobody here. */
export interface HostRef {
  readonly door: 'apiUser' | 'panelUser' | 'token';
  readonly documentId: string;
}

export interface Nobody {
  readonly kind: 'nobody';
  readonly reason: 'public' | 'non-member' | 'inactive';
  readonly who?: HostRef;
}

/** Boot, cron, site code outside of requests; or a full-access API token. */
export interface SystemActor {
  readonly kind: 'system';
  readonly token?: TokenRef;
}

/** On whose behalf code runs. Whoever cannot be told is nobody, and nobody gets nothing. */
export type Actor = SystemActor | Grantee | Nobody;

export const PUBLIC: Nobody = { kind: 'nobody', reason: 'public' };
export const nonMember = (who: HostRef): Nobody => ({ kind: 'nobody', reason: 'non-member', who });
export const inactive = (who?: HostRef): Nobody => ({ kind: 'nobody', reason: 'inactive', ...(who && { who }) });

export { SYSTEM };

export const isGrantee = (actor: Actor): actor is Grantee => actor.kind === 'member' || actor.kind === 'role';

/** The member who acts, if one does: by himself, or through a token of his. */
export const memberIn = (actor: Actor): MemberRef | undefined => (actor.kind === 'member' ? actor.member : undefined);

/** The actor as the audit log names him. */
export const auditActor = (actor: Actor): AuditActor => {
  switch (actor.kind) {
    case 'member':
      return { kind: 'member', member: actor.member.documentId, ...(actor.token && { token: actor.token.documentId }) };
    case 'role':
      return { kind: 'token', token: actor.token.documentId };
    case 'nobody':
      return { kind: 'nobody', ...(actor.who?.door === 'token' && { token: actor.who.documentId }) };
    case 'system':
      return { kind: 'system', ...(actor.token && { token: actor.token.documentId }) };
  }
};
