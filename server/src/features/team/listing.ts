import type { Strapi } from '../../host/strapi';
import { superAdminsAmong } from '../../host/super-admin';
import { memberIn, type Actor } from '../../kernel/actor';
import { clockPort } from '../../kernel/clock';
import { accessOf, canGrant } from '../access';
import { booksOf } from '../books';
import { liveRoles, membersOf, type Grant, type Member, type MemberFilter } from '../members';

/** A member as the team sees him. */
export interface Listed {
  readonly member: Member;
  readonly grants: readonly Grant[];
  /** Keys of the roles that decide now. */
  readonly roles: readonly string[];
  /** Keys. */
  readonly territories: readonly string[];
  readonly book: number;
  readonly isSuperAdmin: boolean;
  /** Whether the caller may change his role and status, if he may change anybody's. */
  readonly isWithinReach: boolean;
}

/** A page of the team. Whatever it shows of its members is asked for together, not one by one. */
export const listMembers = async (strapi: Strapi, actor: Actor, filter: MemberFilter): Promise<{ members: Listed[]; total: number }> => {
  const { members, total } = await membersOf(strapi).page(filter);
  const ids = members.map(({ documentId }) => documentId);
  const grants = await membersOf(strapi).grantsOf(ids);
  const territories = await membersOf(strapi).territoriesOf(ids);
  const books = await booksOf(strapi).sizesOf(ids);
  const supers = await superAdminsAmong(strapi, members.flatMap(({ panelUser }) => panelUser ?? []));
  const snapshot = await accessOf(strapi).snapshot();
  const now = clockPort.of(strapi)();

  const toListed = (member: Member): Listed => {
    const own = grants.filter((grant) => grant.member === member.documentId);
    const isSuperAdmin = supers.has(member.panelUser ?? '');
    const reach = snapshot.reach(isSuperAdmin ? ['admin'] : liveRoles(own, now));
    return {
      member,
      grants: own,
      roles: reach.roles.map(({ key }) => key),
      territories: territories.get(member.documentId) ?? [],
      book: books.get(member.documentId) ?? 0,
      isSuperAdmin,
      isWithinReach: canGrant(actor, reach) && memberIn(actor)?.documentId !== member.documentId,
    };
  };
  return { members: members.map(toListed), total };
};
