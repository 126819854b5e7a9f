import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { groupBy } from '../../kernel/group-by';
import { accessOf } from '../access';
import { liveRoles, membersOf, type Member } from '../members';

/** @throws RosterError UNKNOWN_TYPE for a type whose records have no owners */
export const assertOwns = (strapi: Strapi, type: string): void => {
  if (!accessOf(strapi).registry.bindings.get(type)?.owns) {
    throw new RosterError('UNKNOWN_TYPE', `"${type}" has no owners.`, { path: 'type' });
  }
};

/**
 * Who owns is active, and has a live role that may own.
 * @throws RosterError UNKNOWN_MEMBER, CANNOT_OWN, with the field that named him
 */
export const assertMayOwn = async (strapi: Strapi, members: readonly string[], path: string): Promise<void> => {
  for (const documentId of new Set(members)) {
    const member = await membersOf(strapi).find(documentId);
    if (!member) throw new RosterError('UNKNOWN_MEMBER', undefined, { path });
    if (member.status !== 'active' || !(await accessOf(strapi).reachOf(documentId)).mayOwn) throw new RosterError('CANNOT_OWN', undefined, { path });
  }
};

/** Everybody who may own now, by name: active, and with a live role that may own. Three statements, however many they are. */
export const possibleOwners = async (strapi: Strapi): Promise<Member[]> => {
  const members = await membersOf(strapi).active();
  const grants = await membersOf(strapi).grantsOf(members.map(({ documentId }) => documentId));
  const snapshot = await accessOf(strapi).snapshot();
  const now = clockPort.of(strapi)();
  const byMember = groupBy(grants, ({ member }) => member);
  return members.filter(({ documentId }) => snapshot.reach(liveRoles(byMember.get(documentId) ?? [], now)).mayOwn);
};
