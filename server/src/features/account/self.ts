import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import { doorPort } from '../../kernel/door';
import { RosterError } from '../../kernel/errors';
import { membersOf, type Member } from '../members';

/** The member who asks, himself or through a token of his. @throws RosterError NOT_A_MEMBER */
export const selfOf = async (strapi: Strapi): Promise<Member> => {
  const actor = doorPort.of(strapi).actor();
  const member = actor.kind === 'member' ? await membersOf(strapi).find(actor.member.documentId) : null;
  if (!member) throw new RosterError('NOT_A_MEMBER');
  return member;
};

/** The member who asks in person: a token acts for him, and changes nothing of what he is. @throws RosterError NOT_A_MEMBER, PERMISSION_DENIED */
export const inPerson = async (strapi: Strapi): Promise<{ readonly member: Member; readonly actor: Actor }> => {
  const actor = doorPort.of(strapi).actor();
  if (actor.kind === 'member' && actor.token) throw new RosterError('PERMISSION_DENIED', 'A token changes nothing of whom it acts for.');
  return { member: await selfOf(strapi), actor };
};

/** Whoever is in the team, by himself or by a role, or the site itself. @throws RosterError NOT_A_MEMBER */
export const assertOfTheTeam = (strapi: Strapi): void => {
  if (doorPort.of(strapi).actor().kind === 'nobody') throw new RosterError('NOT_A_MEMBER');
};
