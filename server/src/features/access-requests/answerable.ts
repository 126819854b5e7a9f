import type { Strapi } from '../../host/strapi';
import { memberIn, type Actor } from '../../kernel/actor';
import { groupBy } from '../../kernel/group-by';
import { accessOf, canGrant, decide } from '../access';
import { booksOf } from '../books';
import { membersOf } from '../members';
import type { AccessRequest } from './access-requests.repository';
import { recordsIn, seenBy } from './sight';

/** Who gives roles, and whoever shares records that are not his. */
const MANAGES = { feature: 'team_management', action: 'update' } as const;

/**
 * Which requests somebody may answer: of a record, whoever owns it, and who manages the team, as far as they see it; of a
 * role, who manages the team and could give it by hand. Nobody answers his own.
 */
export const createAnswerable = (strapi: Strapi) => {
  const ownedBy = async (actor: Actor, requests: readonly AccessRequest[]): Promise<ReadonlySet<AccessRequest>> => {
    const own = memberIn(actor)?.documentId;
    const owned = new Set<AccessRequest>();
    for (const [type, some] of groupBy(recordsIn(requests), (request) => request.type)) {
      const owners = await booksOf(strapi).ownerships(type, some.map(({ record }) => record));
      for (const [index, request] of some.entries()) if (own !== undefined && owners[index]?.owner === own) owned.add(request);
    }
    return owned;
  };

  /** Whether somebody could give these roles to these members by hand. */
  const giving = (actor: Actor) => {
    const touchable = new Map<string, boolean>();
    return async (role: string, member: string): Promise<boolean> => {
      const snapshot = await accessOf(strapi).snapshot();
      if (!snapshot.roles.has(role) || !canGrant(actor, snapshot.reach([role]))) return false;
      const may = touchable.get(member) ?? canGrant(actor, await accessOf(strapi).reachOf(member));
      touchable.set(member, may);
      return may;
    };
  };

  /** Of these, those whose answer the actor may give, and whose members are there to profit by it. */
  return async (actor: Actor, requests: readonly AccessRequest[]): Promise<AccessRequest[]> => {
    const active = new Set((await membersOf(strapi).among([...new Set(requests.map(({ member }) => member))])).filter(({ status }) => status === 'active').map(({ documentId }) => documentId));
    const others = requests.filter(({ member }) => active.has(member) && member !== memberIn(actor)?.documentId);
    const isManager = decide(actor, MANAGES.feature, MANAGES.action).allowed;
    const isSeen = await seenBy(strapi, actor, others);
    const owned = await ownedBy(actor, others);
    const mayGive = giving(actor);
    const answerable: AccessRequest[] = [];
    for (const request of others) {
      const may = request.role === null ? isSeen(request) && (isManager || owned.has(request)) : isManager && (await mayGive(request.role, request.member));
      if (may) answerable.push(request);
    }
    return answerable;
  };
};
